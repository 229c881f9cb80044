// How a line of text is turned to the left.
#pragma once

namespace lembar {

// `rising`: like the long side of a triangle of 3, 4 and 5, close to the diagonal of a sheet that lies; its sine and cosine are
// whole fifths, the same on every machine.
enum class Turn { level, upright, rising };

struct Fifths {
  int cos = 5, sin = 0;
};

constexpr Fifths fifths(Turn turn) {
  switch (turn) {
    case Turn::upright: return {0, 5};
    case Turn::rising: return {4, 3};
    case Turn::level: break;
  }
  return {5, 0};
}

}  // namespace lembar
