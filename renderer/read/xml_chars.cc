#include "read/xml_chars.h"

#include <algorithm>

namespace lembar::read {

namespace {
bool within(std::uint32_t c, std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; }
}  // namespace

bool is_xml_char(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || within(c, 0x20, 0xD7FF) || within(c, 0xE000, 0xFFFD) ||
         within(c, 0x10000, 0x10FFFF);
}

bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_start(std::uint32_t c) {
  return within(c, 'a', 'z') || within(c, 'A', 'Z') || c == ':' || c == '_' || within(c, 0xC0, 0xD6) ||
         within(c, 0xD8, 0xF6) || within(c, 0xF8, 0x2FF) || within(c, 0x370, 0x37D) || within(c, 0x37F, 0x1FFF) ||
         within(c, 0x200C, 0x200D) || within(c, 0x2070, 0x218F) || within(c, 0x2C00, 0x2FEF) ||
         within(c, 0x3001, 0xD7FF) || within(c, 0xF900, 0xFDCF) || within(c, 0xFDF0, 0xFFFD) ||
         within(c, 0x10000, 0xEFFFF);
}

bool is_name_char(std::uint32_t c) {
  return is_name_start(c) || within(c, '0', '9') || c == '-' || c == '.' || c == 0xB7 || within(c, 0x300, 0x36F) ||
         within(c, 0x203F, 0x2040);
}

std::size_t name_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const StrictChar c = decode_utf8(text, end);
    if (c.size == 0 || !(end == at ? is_name_start(c.code) : is_name_char(c.code))) break;
    end += c.size;
  }
  return end - at;
}

bool all_space(std::string_view text) { return std::all_of(text.begin(), text.end(), is_xml_space); }

}  // namespace lembar::read
