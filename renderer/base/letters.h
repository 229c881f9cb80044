// Letters of ASCII and bytes of UTF-8, without a locale: what words of Indonesian need where they are compared.
#pragma once

#include <string>
#include <string_view>

namespace lembar {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The words in small letters; all but A to Z stays.
inline std::string small_letters(std::string_view words) {
  std::string out(words);
  for (char& c : out) c = small_letter(c);
  return out;
}

// The digits among the words: two ways to write one NIP have the same.
inline std::string digits_of(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (is_ascii_digit(c)) out += c;
  return out;
}

// Is it a byte of UTF-8 behind the first of its character?
constexpr bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace lembar
