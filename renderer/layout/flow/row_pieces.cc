#include "layout/flow/row_pieces.h"

#include <algorithm>

namespace lembar::layout {

namespace {

constexpr Length kLeastPiece = mm(5);

}  // namespace

LineRange lines_that_fit(const TextBlock& block, int from, Length room) {
  const int count = static_cast<int>(block.lines.size());
  LineRange range{from, from};
  if (from >= count) return range;
  const Length top = block.lines[from].y;
  while (range.to < count && block.lines[range.to].y + block.lines[range.to].line.height() - top <= room) ++range.to;
  // A label and its line share a height; both must be taken or neither.
  while (range.to < count && range.to > from && block.lines[range.to].y < block.lines[range.to - 1].y + block.lines[range.to - 1].line.height()) --range.to;
  if (range.to == count - 1 && range.to - from > 2) --range.to;
  return range;
}

std::vector<Length> piece_heights(const std::vector<MeasuredCell>& cells, Length first, Length room, Length padding) {
  std::vector<int> next;
  for (const MeasuredCell& cell : cells) next.push_back(cell.spec->row_span > 1 ? static_cast<int>(cell.text.lines.size()) : 0);
  std::vector<Length> heights;
  for (bool more = true; more;) {
    more = false;
    Length height = heights.empty() ? first : kLeastPiece;
    for (std::size_t c = 0; c < next.size(); ++c) {
      const TextBlock& block = cells[c].text;
      const int count = static_cast<int>(block.lines.size());
      if (next[c] == count) continue;
      // A line higher than the room takes it all: the cut must get on.
      const int to = std::max(next[c] + 1, lines_that_fit(block, next[c], room - padding).to);
      const TextBlock::Line& last = block.lines[to - 1];
      height = max(height, last.y + last.line.height() - block.lines[next[c]].y + padding);
      next[c] = to;
      more = more || to < count;
    }
    heights.push_back(height);
  }
  return heights;
}

}  // namespace lembar::layout
