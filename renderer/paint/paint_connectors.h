// Connectors: all lines of a page in one stroke, all arrow heads in one fill.
//
// A head's tip is the connector's end point; its line stops inside the head, so that no blunt end shows beside
// the tip. Two lines that cross just cross.
#pragma once

#include <vector>

#include "layout/placed_sheet.h"
#include "scene/item.h"

namespace lembar::paint {

void paint_connectors(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, scene::Items& items);

}  // namespace lembar::paint
