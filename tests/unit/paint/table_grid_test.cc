#include "paint/table_grid.h"

#include "support/catch.h"

namespace lembar::test {

namespace {

using Part = layout::PlacedCell::Part;

// Cells given as columns and rows of a grid of 10 pt.
std::vector<layout::PlacedCell> placed(const std::vector<Rect>& boxes, Part part = Part::data) {
  std::vector<layout::PlacedCell> out;
  for (const Rect& box : boxes) {
    layout::PlacedCell cell;
    cell.box = box;
    cell.part = part;
    out.push_back(cell);
  }
  return out;
}

Rect at(int column, int row, int columns = 1, int rows = 1) {
  return {pt(10) * column, pt(10) * row, pt(10) * columns, pt(10) * rows};
}

std::vector<paint::CellContent> contents(const std::vector<layout::PlacedCell>& cells) {
  std::vector<paint::CellContent> out;
  for (const layout::PlacedCell& cell : cells) out.push_back({&cell, {}, {}});
  return out;
}

}  // namespace

TEST_CASE("spans are counted in the lines of all cells") {
  const auto cells = placed({at(0, 0, 1, 2), at(1, 0, 2), at(1, 1), at(2, 1), at(0, 2, 3)});
  const auto list = contents(cells);
  const auto rows = paint::table_grid(list);
  REQUIRE(rows.size() == 3);
  REQUIRE(rows[0].cells.size() == 2);
  CHECK(rows[0].cells[0].row_span == 2);
  CHECK(rows[0].cells[1].column_span == 2);
  CHECK(rows[1].cells.size() == 2);
  REQUIRE(rows[2].cells.size() == 1);
  CHECK(rows[2].cells[0].column_span == 3);
}

TEST_CASE("a place that no cell covers is filled") {
  const auto cells = placed({at(0, 0), at(1, 0), at(0, 1)});
  const auto list = contents(cells);
  const auto rows = paint::table_grid(list);
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[1].cells.size() == 2);
  CHECK(rows[1].cells[1].content == nullptr);
}

TEST_CASE("rows of nothing but heads are told") {
  auto cells = placed({at(0, 0), at(1, 0)}, Part::column_head);
  cells.push_back(placed({at(0, 1, 2)})[0]);
  const auto list = contents(cells);
  const auto rows = paint::table_grid(list);
  CHECK(rows[0].heads_only);
  CHECK_FALSE(rows[1].heads_only);
}

}  // namespace lembar::test
