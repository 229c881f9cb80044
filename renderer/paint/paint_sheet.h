// Translates placed things into drawing commands: stroke, fill, order and tag. Moves nothing.
//
// Order on a page: stamps and shades first, under everything; then rules, frames and connectors, as decoration;
// then the content in reading order, each symbol with its words, tagged. So text extracts in the order in which
// a person reads, and a reader by ear meets no lines.
#pragma once

#include "layout/placed_sheet.h"
#include "scene/scene.h"

namespace lembar::paint {

// Lets go of each page once it is painted: handed over by std::move, a long sheet is not in memory twice.
scene::Scene paint_sheet(layout::PlacedSheet sheet);

}  // namespace lembar::paint
