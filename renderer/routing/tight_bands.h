// Finds where lines have room enough to be right, but not to look right.
#pragma once

#include <vector>

#include "routing/route.h"

namespace lembar::routing {

// A line that runs along a rule of the table no further from it than this seems to be part of it.
constexpr Length kSeemsOnRule = mm(0.8);

// The lanes and rows in which a line runs so, each once, with what they lack: shapes stand in the middle of a band, so
// half of it comes to either side.
std::vector<Shortage> find_tight_bands(const Problem& problem, const std::vector<Route>& routes);

}  // namespace lembar::routing
