#include "layout/front/pieces.h"

#include <algorithm>

#include "layout/flow/row_pieces.h"

namespace lembar::layout {

TextBlock take_lines(TextBlock& block, Length room, bool must) {
  const int count = static_cast<int>(block.lines.size());
  int taken = lines_that_fit(block, 0, room).to;
  if (taken == 0 && must) taken = std::min(count, block.lines.empty() || block.lines[0].part != PlacedText::Part::list_label ? 1 : 2);
  TextBlock piece;
  piece.width = block.width;
  const auto first_left = block.lines.begin() + taken;
  piece.lines.assign(block.lines.begin(), first_left);
  block.lines.erase(block.lines.begin(), first_left);
  if (block.lines.empty()) {
    piece.height = block.height;
    block.height = Length();
    return piece;
  }
  piece.height = block.lines[0].y;
  const int paragraph = block.lines[0].paragraph;
  for (TextBlock::Line& line : block.lines) {
    line.y -= piece.height;
    line.paragraph -= paragraph;
  }
  block.height -= piece.height;
  return piece;
}

OfficialBlock take_lines(OfficialBlock& block, Length room, bool must) {
  OfficialBlock piece;
  piece.above = take_lines(block.above, room, must);
  if (!block.above.lines.empty()) return piece;
  const Length left = room - piece.above.height;
  const Length name = block.below.lines.empty() ? Length() : block.below.lines[0].line.height();
  must = must && piece.above.lines.empty();
  if (!must && block.ink + name > left) return piece;
  piece.ink = block.ink;
  piece.below = take_lines(block.below, left - block.ink, must);
  block.ink = Length();
  return piece;
}

void place_in_pieces(std::vector<TextBlock> cells, Length padding, PageFiller& pages, const std::function<void()>& start_page,
                     const std::function<void(const std::vector<TextBlock>& piece, Length height)>& place) {
  const auto height = [&](const std::vector<TextBlock>& blocks) {
    Length highest;
    for (const TextBlock& block : blocks) highest = max(highest, block.height);
    return highest + padding;
  };
  const bool whole = height(cells) <= pages.body().h;
  while (height(cells) > pages.free()) {
    const bool must = pages.at_top();
    std::vector<TextBlock> piece;
    bool any = false;
    if (!whole || must)
      for (TextBlock& cell : cells) {
        piece.push_back(take_lines(cell, pages.free() - padding, must));
        any = any || !piece.back().lines.empty();
      }
    if (must && !any) break;  // padding alone is higher than the page
    if (any) {
      const Length used = min(height(piece), pages.free());
      place(piece, used);
      pages.advance(used);
    }
    start_page();
  }
  const Length rest = height(cells);
  place(cells, rest);
  pages.advance(rest);
}

}  // namespace lembar::layout
