// Column widths: the choice that makes the table shortest under the least widths.
//
// Words. A column's *least* width breaks its words by syllables but never inside one; at its *good* width words stand
// whole and symbols have their proper size. Lanes of a table look alike, so they widen together; a lane of its own
// widens further only for what stands in it.
//
// Method. Every column starts at its least width and the spare width is given away in whole millimetres, each time
// where a millimetre saves most; then millimetres move between columns as long as that saves more. What is saved is
// counted as height of the table: the rows (each as high as its highest cell, as far as its symbols allow), the heads
// on each page, and prices for what the eye dislikes: words broken at syllables, lanes and columns under their good
// width. So a column is never starved for another, and no template needs to say how its columns share.
// Wraps are reckoned from word widths; the rows are measured with the real text afterwards. Upright lane heads are a second
// search whose result must be better by a margin: there a wider lane saves height where its head takes more lines, each shorter.
//
// Cost: (columns) x (cells) x (spare millimetres) table look-ups; a long table is judged by a sample of its rows.
//
// Weak case: two cells of a row that must both widen before the row shrinks. The objective counts a little of every
// cell's own height, so that such pairs are found step by step; wide steps are tried beside narrow ones.
#pragma once

#include <functional>
#include <vector>

#include "layout/flow/symbol_fit.h"
#include "layout/table/cell_estimate.h"
#include "layout/table/table_spec.h"

namespace lembar::layout {

// What a lane needs for what stands in it.
struct LaneNeed {
  Length good;   // symbols at their proper size
  Length least;  // symbols as narrow as they can be drawn
};

struct ColumnWidths {
  std::vector<Length> widths;  // adds up to the table's width
  bool upright_lane_heads = false;
  bool fits = true;      // false: `needed` does not fit in the width given
  Length needed;         // least width of the table at this text size
  Length price;          // height of the table and what the eye dislikes, as a height
  bool squeezed = false;  // words are broken or symbols narrower than they should be
};

// Height that a row needs for a symbol, at any width of its lane from the least on; what connectors asked for is not in it.
struct LaneDemand {
  int row = 0, lane = 0;
  std::function<CellEstimate::Size(Length lane_width)> size;
};

class PriceBook;

// An upright head is at least so long, short words or not.
constexpr Length kLeastUprightHead = mm(12);

struct ColumnInput {
  const TableSpec& spec;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  const std::vector<LaneNeed>& lanes;        // one for each lane
  const std::vector<Length>& row_floors;     // height that each row has anyway, for its symbols
  const std::vector<Length>& lane_extras;    // room that connectors asked for, one for each lane
  Length width;
  Length page_height;  // of a page's heads and rows
  std::vector<LaneDemand> demands;
  PriceBook& prices;   // that earlier choices for this table left, or an empty one

  std::size_t row_stride() const;  // a long table is judged by every so manieth of its rows
};

ColumnWidths choose_column_widths(const ColumnInput& input);

// Runs of the shaper for one block of an author's text.
std::vector<text::StyledRun> styled_runs(const std::vector<model::TextRun>& runs, const style::TextStyle& style);

}  // namespace lembar::layout
