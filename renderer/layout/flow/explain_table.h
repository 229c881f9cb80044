// Why a finished table looks as it does, for --explain: rows that were cut or raised, lanes that were widened, and
// connectors that go a long way round. In English, like all of --explain; numbers of rows count from 1.
#pragma once

#include <vector>

#include "layout/flow/table_layout.h"

namespace lembar::layout {

// Adds to the layout's reasons. The extras are what connectors asked for, of each row and each lane.
void explain_table(TableLayout& layout, const std::vector<Length>& row_extras, const std::vector<Length>& lane_extras);

}  // namespace lembar::layout
