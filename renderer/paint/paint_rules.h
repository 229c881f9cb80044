// The ruled lines of a page: the borders of all cells, each stretch drawn once however many cells share it, and
// merged into one stroke; shades behind cells; rules of their own.
#pragma once

#include <vector>

#include "layout/placed_sheet.h"
#include "scene/item.h"

namespace lembar::paint {

void paint_shades(const layout::PlacedPage& page, scene::Items& items);
void paint_rules(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, scene::Items& items);

// White below what stands across rules: words of connectors, symbols over several lanes or rows.
void paint_clearings(const layout::PlacedPage& page, scene::Items& items);

}  // namespace lembar::paint
