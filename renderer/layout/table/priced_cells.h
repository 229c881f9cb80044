// What the cells of a table cost at each width of their columns, as height of the table: what the search for column widths
// adds up thousands of times.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "layout/table/column_bounds.h"

namespace lembar::layout {

// By column, in steps over its least width.
using ColumnSteps = std::vector<std::int64_t>;

// The cells of one column.
class PricedColumn {
 public:
  using Estimate = std::function<CellEstimate::Size(Length width)>;  // of the whole cell at a width of its column

  PricedColumn(std::size_t rows, Length least, Length step, Length broken_word)
      : rows_(rows), least_(least), step_(step), broken_word_(broken_word) {}
  void add(std::size_t row, int row_span, Estimate estimate) { cells_.push_back({row, row_span, std::move(estimate)}); }
  Length least() const { return least_; }

  // All cells at one width: by row how high the highest is and all are together, and what broken words cost.
  struct Slice {
    std::vector<Length> highest, all;
    Length broken;
  };
  // At so many steps over the least width; reckoned when it is asked for first.
  const Slice& at(std::int64_t steps);

 private:
  struct Cell {
    std::size_t row;
    int row_span;
    Estimate estimate;
  };
  std::size_t rows_;
  Length least_, step_, broken_word_;
  std::vector<Cell> cells_;
  std::vector<std::unique_ptr<Slice>> known_;
};

// Rows, each as high as its highest cell.
class PricedRows {
 public:
  // Columns without cells are null.
  PricedRows(std::vector<Length> floors, std::vector<std::shared_ptr<PricedColumn>> columns)
      : floors_(std::move(floors)), columns_(std::move(columns)) {}

  std::size_t count() const { return floors_.size(); }
  Length price(const ColumnSteps& steps);
  bool breaks_words(const ColumnSteps& steps);

  // What is the same for all widths that one column may get while the others stay. Most moves change one column: from
  // this their price takes a look at that column alone.
  struct Rest {
    std::vector<Length> highest;  // of all cells but the column's, by column and row
    std::vector<Length> all;      // by row, of all cells
    Length broken;
    ColumnSteps steps;
  };
  Rest rest(const ColumnSteps& steps);
  Length price(const Rest& rest, std::size_t column, std::int64_t steps);

 private:
  std::vector<Length> floors_;
  std::vector<std::shared_ptr<PricedColumn>> columns_;
};

struct PricedTable {
  PricedRows rows;
  PricedRows heads;  // as one row
};

// Remembers the prices of a table's cells from one choice of its columns to the next: only floors of rows and the room in
// lanes that connectors asked for change then.
class PriceBook {
 public:
  // Of the rows by which the table is judged. REQUIRES: the table, the style and the shaper are those of the first time.
  PricedTable price(const ColumnInput& input, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads);

 private:
  friend class Pricer;
  using Columns = std::vector<std::shared_ptr<PricedColumn>>;
  Columns text_, lanes_[2];  // lanes by their kind of heads, whose least widths differ
  std::map<std::pair<std::size_t, bool>, PricedColumn::Estimate> heads_;  // by place among the heads, and whether upright
};

}  // namespace lembar::layout
