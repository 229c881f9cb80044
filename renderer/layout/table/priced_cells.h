// What the cells of a table cost at each width of their columns, as height of the table: what the search for column widths
// adds up thousands of times.
#pragma once

#include <functional>
#include <vector>

#include "layout/table/column_bounds.h"

namespace lembar::layout {

// What a cell costs at each width of its column, in steps from its least.
class PricedCell {
 public:
  using Estimate = std::function<CellEstimate::Size(Length width)>;  // of the whole cell at a width of its column

  PricedCell(std::size_t column, int row_span, Length least, Length step, Length broken_word, Estimate estimate)
      : column(column), row_span(row_span), estimate_(std::move(estimate)), least_(least), step_(step), broken_word_(broken_word) {}

  struct Price {
    Length height;
    Length broken;
  };
  // At so many steps over the least width.
  const Price& at(std::int64_t steps) {
    if (static_cast<std::size_t>(steps) >= known_.size()) known_.resize(steps + 1, {Length::from_units(-1), {}});
    Price& price = known_[steps];
    if (price.height < Length()) {
      const CellEstimate::Size size = estimate_(least_ + step_ * steps);
      price = {size.height / row_span, broken_word_ * size.broken};
    }
    return price;
  }

  std::size_t column;
  int row_span;

 private:
  Estimate estimate_;
  Length least_, step_, broken_word_;
  std::vector<Price> known_;
};

struct PricedRow {
  Length floor;
  std::vector<PricedCell> cells;
};

struct PricedTable {
  std::vector<PricedRow> rows;
  PricedRow heads;
};

// Of the rows by which the table is judged. REQUIRES: what the input points at outlives the prices.
PricedTable price_cells(const ColumnInput& input, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads);

}  // namespace lembar::layout
