// A table as a grid for readers by ear: in which row each cell begins, and how many rows and columns it spans.
#pragma once

#include <vector>

#include "paint/reading_order.h"

namespace lembar::paint {

struct GridCell {
  const CellContent* content = nullptr;  // null: a place that no cell covers, for rows must be of one length
  int column_span = 1, row_span = 1;
};

struct GridRow {
  std::vector<GridCell> cells;
  bool heads_only = false;  // of columns
};

// `cells` in the order of their rows; their edges meet exactly. Pointers lead into it.
std::vector<GridRow> table_grid(const std::vector<CellContent>& cells);

}  // namespace lembar::paint
