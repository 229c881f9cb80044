// Between which widths each column of a flow table may be chosen, and how wide it looks well.
#pragma once

#include <vector>

#include "layout/table/columns.h"

namespace lembar::layout {

enum class LaneHeads { level, upright };

struct ColumnBounds {
  Length good, least, most;  // most 0: no limit
  Length whole;              // of a text column: no word of it breaks
  Length airy;               // of a lane, where there is width to spare
  bool empty = false;        // of a text column: no cell below its head has words
};

// One for each column. Widths of lanes hold the room that connectors asked for.
std::vector<ColumnBounds> bound_columns(const ColumnInput& input, LaneHeads heads);

}  // namespace lembar::layout
