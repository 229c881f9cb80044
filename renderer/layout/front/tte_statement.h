// What stands at the foot of a sheet to be signed electronically, in the bottom margin below the running foot: the
// statement on every page, and on the first a QR code that says what sheet this is. They need room there, so the
// margins grow before anything is laid out.
#pragma once

#include "layout/pages.h"
#include "layout/placed_sheet.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

// The id of its cell.
constexpr const char* kTteStatementCell = "pernyataan-tte";

// The style with bottom margins that hold the statement and the code too.
style::SheetStyle with_room_for_statement(style::SheetStyle style, text::Shaper& shaper);

// On pages first..last, once their running lines are placed. `style` is the one with room.
void place_tte_statement(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, const RunningWords& words, text::Shaper& shaper);

}  // namespace lembar::layout
