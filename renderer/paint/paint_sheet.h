// Translates placed things into drawing commands: stroke, fill, order and tag. Moves nothing.
//
// Order on a page: stamps and shades first, under everything; then rules, frames and connectors, as decoration;
// then the content in reading order, each symbol with its words, tagged. So text extracts in the order in which
// a person reads, and a reader by ear meets no lines.
#pragma once

#include "layout/placed_sheet.h"
#include "scene/scene.h"

namespace lembar::paint {

scene::Scene paint_sheet(const layout::PlacedSheet& sheet);

}  // namespace lembar::paint
