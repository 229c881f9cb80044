// Spreads the lines evenly in the room they have, without changing which way any of them goes.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/route.h"

namespace lembar::routing {

// The corners of each net's line, on its tracks.
std::vector<Point> corners(const Grid& grid, const Path& path);

void beautify(const Problem& problem, std::vector<Route>& routes);

}  // namespace lembar::routing
