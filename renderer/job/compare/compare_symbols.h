// The symbols of a step and the connectors that leave them.
#pragma once

#include "job/compare/difference.h"
#include "job/compare/flow_pairs.h"

namespace lembar::job {

// REQUIRES: both rows are steps and partners.
void compare_symbols(Differences& out, const FlowPairs& pairs, int old_row, int new_row, int sheet);

}  // namespace lembar::job
