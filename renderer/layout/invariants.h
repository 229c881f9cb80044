// What must hold of every sheet laid out, found from the sheet alone. Run before a file is written: a sheet that
// breaks one of these is a fault of ours and is never issued.
#pragma once

#include <string>
#include <vector>

#include "layout/placed_sheet.h"

namespace lembar::layout {

struct LayoutFault {
  int page = 0;  // from 1
  std::string code;  // cell-overlap, text-cell, text-margin, text-overlap, symbol-overlap, symbol-lane, symbol-row, connector-end, peer
  std::string what;
};

// At most `most` of them, in page order.
std::vector<LayoutFault> find_layout_faults(const PlacedSheet& sheet, std::size_t most = 50);

}  // namespace lembar::layout
