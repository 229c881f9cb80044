// Characters of UTF-8, as far as breaking of lines must know them. Bytes that are no UTF-8 count as one character
// each, so that nothing here can run off the end of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lembar::text {

struct Utf8Char {
  char32_t code = 0;
  std::size_t size = 0;  // bytes; 0 at the end of the text
};

Utf8Char char_at(std::string_view text, std::size_t offset);
// The character that ends before `offset`.
Utf8Char char_before(std::string_view text, std::size_t offset);
std::string to_utf8(char32_t code);

constexpr char32_t kNoBreakSpace = 0x00A0;
constexpr char32_t kSoftHyphen = 0x00AD;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kWordJoiner = 0x2060;
constexpr char32_t kByteOrderMark = 0xFEFF;

bool is_space(char32_t c);  // one where a line may break
bool is_digit(char32_t c);  // 0 to 9
bool is_letter(char32_t c);
// Must a line not break before it: a mark on the letter before, a joiner, a variation selector?
bool extends_previous(char32_t c);

// The end of the sequence that starts at `offset`: a character and all that hangs on it.
std::size_t cluster_end(std::string_view text, std::size_t offset);
std::size_t count_clusters(std::string_view text);

}  // namespace lembar::text
