// Puts one page of a laid-out table on a page of the sheet: heads, rows, cells, words, symbols, connectors.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/flow/table_layout.h"
#include "layout/placed_sheet.h"

namespace lembar::layout {

// A pentagon on a page, until every page is known and letters can be given.
struct OffpageMark {
  int page = 0;      // index into the sheet's pages
  int symbol = 0;    // index into that page's symbols
  int table = 0;     // index of the table in its procedure
  int target = 0;    // symbol of the table's graph
  bool out = false, top = false;
};

// How many lines of each merged or split cell earlier pages have shown, by row and column.
using ShownLines = std::map<std::pair<int, int>, int>;

struct PlaceInput {
  const TableLayout& table;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  int table_index = 0;
  bool name_table = false;  // the page may hold several: each part names its own
  bool sections_left = false;  // the words of section rows begin at the table's left edge
};

// Places page `index` of the table with its top left corner at `origin`; returns the height used. The page's
// pentagons are added to `marks`, their letters and page numbers are still to come.
Length place_table_page(const PlaceInput& input, int index, Point origin, PlacedPage& page, int page_index,
                        ShownLines& shown, std::vector<OffpageMark>& marks);

// Adds the words of a block to a page. `room` is the box for them; the block keeps its own alignment in it.
void place_block(const TextBlock& block, LineRange lines, Point origin, OwnerKind owner, const std::string& owner_id, PlacedPage& page);

}  // namespace lembar::layout
