// The sRGB colour space as an ICC profile (version 4.2), built from the numbers of IEC 61966-2-1, so that no file
// has to be shipped and no library's clock gets into its head.
#pragma once

#include <string>

namespace lembar::finish {

std::string srgb_profile();

}  // namespace lembar::finish
