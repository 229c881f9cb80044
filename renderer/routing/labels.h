// Gives each edge's words a place beside the line, near its start.
//
// A label stands clear of shapes, texts, other labels and every line, its own too; rather within one cell of the
// table than across a rule, rather near the start of the line than far. Labels with the fewest free places choose
// first, and one that finds none may push another to its next place.
#pragma once

#include <vector>

#include "routing/problem.h"
#include "routing/route.h"

namespace lembar::routing {

constexpr Length kLabelReach = mm(15.0);  // how far from its start along the line a label may stand

// Fills label_box of the routes; returns the edges whose label found no place, ascending. `far`: a label without a
// place within kLabelReach may stand further along its line, better there than nowhere.
std::vector<int> place_labels(const Problem& problem, std::vector<Route>& routes, bool far);

}  // namespace lembar::routing
