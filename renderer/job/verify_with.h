// Verifies one of many PDFs, with fonts that stay open from one to the next.
#pragma once

#include <string>

#include "job/open_fonts.h"
#include "lembar/verify.h"

namespace lembar::job {

// As lembar::verify.
Verification verify_with(OpenFonts& fonts, const std::string& name, const std::string& pdf, const std::string& fonts_folder);

}  // namespace lembar::job
