#include "canvas/haru/utf16.h"

#include "text/utf8.h"

namespace lembar::canvas {

std::string utf16(const std::string& utf8) {
  std::string out = "\xFE\xFF";
  const auto add = [&out](char32_t unit) {
    out += static_cast<char>(unit >> 8 & 0xFF);
    out += static_cast<char>(unit & 0xFF);
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const text::Utf8Char c = text::char_at(utf8, at);
    if (c.size == 0) break;
    if (c.code > 0xFFFF) {
      add(0xD800 + ((c.code - 0x10000) >> 10));
      add(0xDC00 + ((c.code - 0x10000) & 0x3FF));
    } else {
      add(c.code);
    }
    at += c.size;
  }
  return out;
}

}  // namespace lembar::canvas
