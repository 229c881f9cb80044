// Puts shaped words side by side: one line, as few glyph runs as faces and underlines allow.
#pragma once

#include <span>
#include <vector>

#include "text/shaper.h"
#include "text/word.h"

namespace lembar::text {

// A piece of a line. The words belong to the shaper and outlive it.
struct Fragment {
  const ShapedWord* word = nullptr;
  const ShapedWord* space = nullptr;   // of its font
  const ShapedWord* hyphen = nullptr;  // of its font
  int run = 0;                         // index of its StyledRun
  bool underline = false;
  bool space_after = false;   // where the line goes on
  bool hyphen_after = false;  // where the line ends behind it
  bool starts_unit = false;   // the line before may end here
};

// The width of the fragments as a line of their own, the hyphen at its end included; of both parts as one line.
Length width_of(std::span<const Fragment> fragments);
Length width_of(std::span<const Fragment> fragments, std::span<const Fragment> more);

// `ascent` and `descent` are left for the caller.
ShapedLine build_line(const std::vector<Fragment>& fragments);

}  // namespace lembar::text
