// Spreads the lines evenly in the room they have, without changing which way any of them goes.
//
// Tracks stand as near as the clearance allows; on paper lines should share the room between shapes and rules. Each
// inner segment moves to the middle between its two neighbours (shape, line, rule of the table), again and again,
// never nearer to anything than is legal; lines that run as one move as one. Ends at shapes stay where they are.
// Promise: the bends and crossings stay what they were.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/route.h"

namespace lembar::routing {

// The corners of a net's line, on its tracks.
std::vector<Point> corners(const Grid& grid, const Path& path);

void beautify(const Problem& problem, std::vector<Route>& routes);

}  // namespace lembar::routing
