// Column widths: the choice that makes the table shortest under the least widths.
//
// Lanes get what their heads and symbols need; the text columns share the rest. How it is shared decides how often
// their words wrap and so how high each row is, and a row is as high as its highest cell: the widths cannot be
// chosen one by one. The search gives the spare width away in small pieces, each to the column where a millimetre
// saves most height, then moves pieces between columns as long as the table gets shorter. It estimates wraps from
// word widths, which is exact but for hyphens; the rows are measured with the real text afterwards.
//
// Weak case: two cells of a row that must both widen before the row shrinks. The objective counts a little of every
// cell's own height, so that such pairs are found step by step.
#pragma once

#include <vector>

#include "layout/flow/symbol_fit.h"
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
};

struct ColumnInput {
  const TableSpec& spec;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  const std::vector<LaneNeed>& lanes;        // one for each lane
  const std::vector<Length>& row_floors;     // height that each row has anyway, for its symbols
  const std::vector<Length>& lane_extras;    // room that connectors asked for, one for each lane
  Length width;
};

ColumnWidths choose_column_widths(const ColumnInput& input);

// Runs of the shaper for one block of an author's text.
std::vector<text::StyledRun> styled_runs(const std::vector<model::TextRun>& runs, const style::TextStyle& style);

}  // namespace lembar::layout
