// Pinned random numbers: std's distributions differ from library to library, so none is used.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lembar::test {

class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567ULL) {}

  std::uint64_t next() {  // xorshift64*
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  // Both ends included.
  int between(int low, int high) { return low + static_cast<int>((next() >> 33) % static_cast<std::uint64_t>(high - low + 1)); }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <class T>
  const T& pick(const std::vector<T>& from) { return from[between(0, static_cast<int>(from.size()) - 1)]; }

 private:
  std::uint64_t state_;
};

}  // namespace lembar::test
