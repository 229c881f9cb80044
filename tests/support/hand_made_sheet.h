// A small sheet placed by hand, so that paint, the canvases and the finisher can be tested without layout: a title,
// a table of a head row and two steps over two lanes, a decision, a connector with a label, a pentagon pair over two
// pages, and a stamp.
#pragma once

#include <string>

#include "layout/placed_sheet.h"
#include "text/shaper.h"

namespace lembar::test {

layout::PlacedSheet hand_made_sheet(text::Shaper& shaper);

// One line at `origin`, owned by `owner`.
layout::PlacedText placed_line(text::Shaper& shaper, const std::string& words, Point origin, layout::OwnerKind owner,
                               const std::string& owner_id);

}  // namespace lembar::test
