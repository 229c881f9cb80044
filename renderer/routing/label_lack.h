// Tells which lane or row is too tight for the words of a line, and by how much.
//
// Every place beside the line's beginning is measured: what is free beside it, up to the next line, shape, text or
// label, and how long the line runs there. The place that lacks least is asked for.
#pragma once

#include <vector>

#include "routing/route.h"

namespace lembar::routing {

// `edge` has a label and a way, but the label has no place. One shortage, or two where a place lacks both width and
// height; never none. Room to be had in a lane is counted as dearer than in a row: the paper gives no more of it.
std::vector<Shortage> label_lacks(const Problem& problem, const std::vector<Route>& routes, int edge);

}  // namespace lembar::routing
