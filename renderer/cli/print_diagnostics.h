// Diagnostics for people: file:line:col: severity: message [code], the line with a caret below the place, and what
// to do about it.
#pragma once

#include <string>
#include <vector>

#include "cli/talk.h"

namespace lembar::cli {

std::string printed(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace lembar::cli
