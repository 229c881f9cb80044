// Where the words of a row across the table begin.
//
// They are measured for the room beside the lanes, where connectors pass. They stand at the table's left edge all the same
// where nothing passes there.
#pragma once

#include "layout/flow/table_layout.h"

namespace lembar::layout {

// May the words of this cell of the unit, shown whole, begin at the table's left edge?
bool is_free_at_left(const TableLayout& table, const TablePage& page, int unit, const MeasuredCell& cell, const style::SheetStyle& style);

// The same for all sections of the table at once: their titles stand below each other, page after page.
bool sections_begin_left(const TableLayout& table, const style::SheetStyle& style);

}  // namespace lembar::layout
