// Gives each edge's words a place beside the line, near its start.
#pragma once

#include <vector>

#include "routing/problem.h"
#include "routing/route.h"

namespace lembar::routing {

constexpr Length kLabelReach = mm(15.0);  // how far from its start along the line a label may stand
constexpr Length kLabelGap = mm(0.4);     // to lines and shapes

// Fills label_box of the routes; returns the edges whose label found no place, ascending.
std::vector<int> place_labels(const Problem& problem, std::vector<Route>& routes);

}  // namespace lembar::routing
