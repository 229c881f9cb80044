// A flow table at its final column widths: every head and cell measured, every row as high as it must be.
#pragma once

#include <vector>

#include "layout/rich_text_layout.h"
#include "layout/table/columns.h"
#include "layout/table/table_spec.h"

namespace lembar::layout {

struct MeasuredHead {
  const HeadSpec* spec = nullptr;
  TextBlock text;
  bool upright = false;  // the block's lines run from bottom to top, its first line leftmost
};

struct MeasuredCell {
  const CellSpec* spec = nullptr;
  TextBlock text;
  Length left, width;  // of the room for words, relative to the table
};

struct MeasuredTable {
  std::vector<Length> edges;                     // of the columns, relative to the table: one more than columns
  std::vector<MeasuredHead> heads;
  std::vector<Length> head_levels;               // heights
  std::vector<TextBlock> numbers;                // the number row; empty: none
  Length number_height;
  std::vector<std::vector<MeasuredCell>> cells;  // by row
  std::vector<Length> heights;                   // by row

  Length head_height() const;
  Length width() const { return edges.back(); }
  // Edges of the lanes alone.
  std::vector<Length> lane_edges(const TableSpec& spec) const;
};

struct MeasureInput {
  const TableSpec& spec;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  const ColumnWidths& widths;
  const std::vector<Length>& row_floors;  // for symbols
  const std::vector<Length>& row_extras;  // room that connectors asked for
};

MeasuredTable measure_table(const MeasureInput& input);

// Raises the heights of the rows to hold their cells, floors and extras; cells stay as measured.
void set_row_heights(MeasuredTable& table, const MeasureInput& input);

}  // namespace lembar::layout
