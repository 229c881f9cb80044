// One character of UTF-8 at a time, as strictly as the standard asks.
#pragma once

#include <cstdint>
#include <string_view>

namespace lembar {

// `size` 0: the bytes are none (cut short, overlong, a surrogate, past U+10FFFF).
struct StrictChar {
  std::uint32_t code = 0;
  int size = 0;  // bytes
};
// REQUIRES: `at` lies within the text.
StrictChar decode_utf8(std::string_view text, std::size_t at);

}  // namespace lembar
