// Words as a PDF writes those that are not content: UTF-16 with its mark, the high byte first (ISO 32000-1, 7.9.2.2).
#pragma once

#include <string>

namespace lembar::canvas {

std::string utf16(const std::string& utf8);

}  // namespace lembar::canvas
