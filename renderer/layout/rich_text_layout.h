// Rich text in a given width: paragraphs, sub-heads, and list items with hanging indents, as lines at their places.
#pragma once

#include <vector>

#include "layout/placed_sheet.h"
#include "model/rich_text.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

struct TextBlock {
  struct Line {
    text::ShapedLine line;
    Length x, y;        // top left corner of the line's box, relative to the block
    int paragraph = 0;  // lines of one paragraph share it, from 0
    PlacedText::Part part = PlacedText::Part::plain;
  };
  std::vector<Line> lines;  // from top to bottom; a list label comes before the first line of its item, at the same y
  Length width;             // of the widest line and its indent
  Length height;
};

// Alignment is `text.align` within `width`; list items always stand left. A lone item under numbers or letters has no
// label unless it gives one. `marker` applies where the author names none.
TextBlock lay_out_rich_text(text::Shaper& shaper, const model::RichText& words, const style::TextStyle& text,
                            const style::TextStyle& subhead, model::ListMarker marker, Length width);

}  // namespace lembar::layout
