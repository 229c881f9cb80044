#include "base/utf8.h"

#include "base/letters.h"

namespace lembar {

StrictChar decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  int size = 0;
  std::uint32_t code = 0, least = 0;
  if ((first & 0xE0) == 0xC0) {
    size = 2, code = first & 0x1F, least = 0x80;
  } else if ((first & 0xF0) == 0xE0) {
    size = 3, code = first & 0x0F, least = 0x800;
  } else if ((first & 0xF8) == 0xF0) {
    size = 4, code = first & 0x07, least = 0x10000;
  } else {
    return {};
  }
  if (text.size() - at < static_cast<std::size_t>(size)) return {};
  for (int i = 1; i < size; ++i) {
    if (!continues_character(text[at + i])) return {};
    code = code << 6 | (byte(at + i) & 0x3F);
  }
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, size};
}

}  // namespace lembar
