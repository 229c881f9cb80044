// The kop: logos and lines of the office, in a given width.
#pragma once

#include <vector>

#include "layout/front/block_builder.h"

namespace lembar::layout {

struct LetterheadBlock {
  std::vector<TextBlock> lines;      // those of the kop itself, centred in `text_width`
  std::vector<TextBlock> own_cells;  // lines with a cell of their own below
  std::optional<int> logo, logo_right;
  Size logo_size, logo_right_size;
  std::optional<TextBlock> logo_text;
  bool logos_beside = false;         // else the logo stands above the lines
  Length width, text_left, text_width, height;  // of the kop without the cells below; no padding
  Length rule_height;
};

// `logos_beside`: a single logo stands beside the lines. Two stand at their sides wherever the lines have room between them.
LetterheadBlock lay_out_letterhead(const FrontInput& input, const model::Letterhead& letterhead, Length width, bool logos_beside);
void add_letterhead(const FrontInput& input, PlacedPage& page, const LetterheadBlock& block, Point at, const std::string& cell);

}  // namespace lembar::layout
