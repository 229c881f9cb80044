// A placed sheet as data: millimetres from the page's top left corner, so that anyone can check a sheet without
// knowing Lembar. docs/layout-json.md describes the format.
#pragma once

#include <string>

#include "layout/placed_sheet.h"

namespace lembar::layout {

// The same sheet gives the same bytes. Every array of a page is there, if empty.
std::string layout_json(const PlacedSheet& sheet);

}  // namespace lembar::layout
