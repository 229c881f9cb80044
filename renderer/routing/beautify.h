// Spreads the lines evenly in the room they have, without changing which way any of them goes.
//
// Tracks stand as near as the clearance allows; on paper lines should share the room between shapes and rules. Each
// inner segment moves to the middle between its two neighbours (shape, line, rule of the table), again and again,
// never nearer to anything than is legal; lines that run as one move as one. Ends that share a side of a box with others
// share its length too; all other ends stay where they are, in the middle if they can.
// Method: up to twelve sweeps, x and y in turn, each segment in order of its place; it is the relaxation that solves
// "equal gaps between neighbours" without a solver. Segments that nearly meet the two shapes' sides keep 2 mm for the
// arrow head. Cost: quadratic in the segments that overlap, below a millisecond for a page.
// Weak: the sweeps stop before the fixed point where many lines share a channel, and a line between a near and a
// far neighbour moves only as its neighbours have moved; the order of the tracks is taken as it is.
// From: nudging by separation constraints (libavoid), done as Gauss-Seidel relaxation.
// Promise: the bends and crossings stay what they were; draw() keeps the tracks where a check finds a fault.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/route.h"

namespace lembar::routing {

// The corners of a net's line, on its tracks.
std::vector<Point> corners(const Grid& grid, const Path& path);

void beautify(const Problem& problem, std::vector<Route>& routes);

}  // namespace lembar::routing
