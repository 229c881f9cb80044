// How a row taller than a page is cut: its cells go on from page to page, line by line, and its symbols stand in the
// first piece.
#pragma once

#include <vector>

#include "layout/table/measure.h"

namespace lembar::layout {

// Lines of a cell on one page: [from, to) of its block.
struct LineRange {
  int from = 0, to = 0;
};
// The lines that fit `room` when `from` is the first; never one lone line before or after a cut, if it can be helped.
LineRange lines_that_fit(const TextBlock& block, int from, Length room);

// The heights of the pieces of a row, in order, none higher than `room`: what its cells' lines need with `padding` above
// and below together, the first at least `first`. Merged cells are not counted: they have other rows too.
std::vector<Length> piece_heights(const std::vector<MeasuredCell>& cells, Length first, Length room, Length padding);

}  // namespace lembar::layout
