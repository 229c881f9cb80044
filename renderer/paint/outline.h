// The drawn outlines: the five shapes of the flow table, and the head of an arrow.
#pragma once

#include "layout/placed_sheet.h"
#include "scene/item.h"

namespace lembar::paint {

void add_line(scene::Path& path, Point from, Point to);
void add_rectangle(scene::Path& path, const Rect& box);

// Capsule, box, diamond, circle or pentagon, filling the symbol's box.
scene::Path outline(const layout::PlacedSymbol& symbol);

// The end of a line that stops inside its head, drawn back from `tip` but never past `before`.
Point drawn_back(Point before, Point tip, Length by);

// A slender triangle: its tip stands on `tip`, its back looks to `from`.
void add_arrow_head(scene::Path& path, Point from, Point tip, Length length, Length width);

}  // namespace lembar::paint
