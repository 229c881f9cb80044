#include "text/utf8.h"

#include <glib.h>

#include "base/letters.h"

namespace lembar::text {

Utf8Char char_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (size == 1 || offset + size > text.size()) return {0xFFFD, 1};
  char32_t code = first & (0x7F >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues_character(text[offset + i])) return {0xFFFD, 1};
    code = code << 6 | (byte(i) & 0x3F);
  }
  return {code, size};
}

Utf8Char char_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || text.empty()) return {};
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && continues_character(text[start])) --start;
  const Utf8Char c = char_at(text, start);
  return start + c.size == offset ? c : Utf8Char{0xFFFD, 1};
}

std::string to_utf8(char32_t code) {
  char bytes[6];
  return std::string(bytes, static_cast<std::size_t>(g_unichar_to_utf8(code, bytes)));
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return g_unichar_isalpha(c);
}

bool extends_previous(char32_t c) {
  if (c < 0x300) return false;
  if (c == 0x200D || c == kWordJoiner || (c >= 0xFE00 && c <= 0xFE0F)) return true;
  return g_unichar_ismark(c);
}

std::size_t cluster_end(std::string_view text, std::size_t offset) {
  Utf8Char c = char_at(text, offset);
  std::size_t end = offset + c.size;
  while (end < text.size()) {
    const Utf8Char next = char_at(text, end);
    if (!extends_previous(next.code) && c.code != 0x200D) break;
    end += next.size;
    c = next;
  }
  return end;
}

std::size_t count_clusters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = cluster_end(text, at)) ++count;
  return count;
}

}  // namespace lembar::text
