// In which order the content of a page is read.
//
// A flow table is read row by row, the lanes from left to right, each symbol in the cell in which it stands. All
// else is read in the order in which layout placed its texts; a table stands where the first of its texts does.
#pragma once

#include <string>
#include <vector>

#include "layout/placed_sheet.h"

namespace lembar::paint {

// A symbol with its own words and with the labels of the connectors that leave it.
struct SymbolContent {
  const layout::PlacedSymbol* symbol = nullptr;
  std::vector<const layout::PlacedText*> texts;
};

struct CellContent {
  const layout::PlacedCell* cell = nullptr;
  std::vector<const layout::PlacedText*> texts;
  std::vector<SymbolContent> symbols;
};

struct Block {
  enum class Kind { text, cell, table } kind = Kind::text;
  std::vector<const layout::PlacedText*> texts;  // kind text: lines of one paragraph that no cell owns
  CellContent cell;                              // kind cell
  std::vector<CellContent> cells;                // kind table: row by row, from left to right
};

struct ReadingOrder {
  std::vector<const layout::PlacedText*> stamps;
  std::vector<const layout::PlacedText*> running;  // heads and feet of the page, colons: no content
  std::vector<Block> blocks;
  std::vector<SymbolContent> loose_symbols;        // stand in no cell, as those of a legend
};

// Pointers into `page`, which must outlive the result.
ReadingOrder reading_order(const layout::PlacedPage& page);

}  // namespace lembar::paint
