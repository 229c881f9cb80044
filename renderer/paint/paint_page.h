// One page of a placed sheet as drawing commands.
#pragma once

#include <set>
#include <string>

#include "layout/placed_sheet.h"
#include "scene/scene.h"

namespace lembar::paint {

// What the tags of a page must know of the pages before it.
struct TagMemory {
  std::set<std::string> tables;  // those that have begun: their heads are said once
  int heading = 0;               // level of the last heading: levels go down one by one
};

scene::Page paint_page(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, TagMemory& memory);

}  // namespace lembar::paint
