// SHA-256 (FIPS 180-4): what a file's bytes are known by, in a manifest or as the key of what was built before.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lembar {

class Sha256 {
 public:
  Sha256& add(std::string_view bytes);
  // A part with its length before it: "ab","c" and "a","bc" differ.
  Sha256& add_part(std::string_view bytes);
  // 64 small hexadecimal digits; nothing may be added after.
  std::string hex();

 private:
  void block(const unsigned char* bytes);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> rest_{};
  std::uint64_t length_ = 0;  // bytes so far
};

// sha256sum's word for the bytes.
std::string sha256_of(std::string_view bytes);

}  // namespace lembar
