// The statement at the foot of every page of a sheet to be signed electronically, in the bottom margin below the
// running foot. It needs room there, so the margins grow before anything is laid out.
#pragma once

#include "layout/placed_sheet.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

// The style with bottom margins that hold the statement too.
style::SheetStyle with_room_for_statement(style::SheetStyle style, text::Shaper& shaper);

// On pages first..last, once their running lines are placed. `style` is the one with room.
void place_tte_statement(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, text::Shaper& shaper);

}  // namespace lembar::layout
