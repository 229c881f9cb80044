// One line of text as one command; its underlines as thin fills.
#pragma once

#include <vector>

#include "layout/placed_sheet.h"
#include "scene/item.h"

namespace lembar::paint {

void paint_text(const layout::PlacedText& text, scene::Items& items, scene::Color color = {});

}  // namespace lembar::paint
