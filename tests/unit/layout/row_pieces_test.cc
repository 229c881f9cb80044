#include "layout/flow/row_pieces.h"

#include "support/catch.h"

using namespace lembar;
using namespace lembar::layout;

namespace {

// A cell of lines 4 mm high.
MeasuredCell cell_of(int lines, const CellSpec& spec, Length line_height = mm(4)) {
  MeasuredCell cell;
  cell.spec = &spec;
  for (int i = 0; i < lines; ++i) {
    TextBlock::Line line;
    line.y = line_height * i;
    line.line.ascent = line_height;
    cell.text.lines.push_back(line);
  }
  cell.text.height = line_height * lines;
  return cell;
}

}  // namespace

TEST_CASE("a cut leaves at least two lines on each side") {
  const CellSpec spec;
  const MeasuredCell cell = cell_of(10, spec);
  // Nine lines would fit and leave one alone: eight stay.
  CHECK(lines_that_fit(cell.text, 0, mm(36)).to == 8);
  CHECK(lines_that_fit(cell.text, 8, mm(36)).to == 10);
}

TEST_CASE("the pieces of a row hold every line") {
  const CellSpec spec;
  // 20 lines of 4 mm in pieces of a little over 42 mm, 2 mm of it padding: 10 lines each, 42 mm.
  const std::vector<Length> heights = piece_heights({cell_of(20, spec), cell_of(3, spec)}, mm(12), mm(42.1), mm(2));
  REQUIRE(heights.size() == 2);
  CHECK(heights[0] == mm(4) * 10 + mm(2));
  CHECK(heights[1] == mm(4) * 10 + mm(2));
}

TEST_CASE("a line higher than a page does not stop the cut") {
  const CellSpec spec;
  CHECK(piece_heights({cell_of(3, spec, mm(50))}, mm(12), mm(42), mm(2)).size() == 3);
}
