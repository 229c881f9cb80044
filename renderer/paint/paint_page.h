// One page of a sheet as drawing commands.
#pragma once

#include "layout/placed_sheet.h"
#include "scene/scene.h"

namespace lembar::paint {

scene::Page paint_page(const layout::PlacedSheet& sheet, const layout::PlacedPage& page);

}  // namespace lembar::paint
