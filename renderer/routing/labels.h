// Gives each edge's words a place beside the line, near its start.
//
// A label stands clear of shapes, texts, other labels and every line, its own too; rather within one cell of the
// table than across a rule, rather near the start of the line than far. Labels with the fewest free places choose
// first, and one that finds none may push another to its next place.
//
// Method: candidate places every 0.4 mm along the line, on both sides, tested against lines, shapes, texts and rules;
// then a greedy independent set, hardest first, with one push. Cost: places x (lines + shapes) for each label, some
// tens of microseconds. Weak: chains of two pushes are not tried; the whole set is not optimal. Labels that find no
// place at all are helped by label_room.h, and after it by layout (Shortage).
// From: point-feature labelling, greedy with exchange.
#pragma once

#include <vector>

#include "routing/problem.h"
#include "routing/route.h"

namespace lembar::routing {

constexpr Length kLabelBesideLine = mm(0.4);  // distance of a label from its own line
constexpr Length kLabelGap = mm(0.1);         // and to everything else, at least
constexpr Length kLabelReach = mm(15.0);  // how far from its start along the line a label may stand

// Fills label_box of the routes; returns the edges whose label found no place, ascending. `far`: a label without a
// place within kLabelReach may stand further along its line, better there than nowhere.
std::vector<int> place_labels(const Problem& problem, std::vector<Route>& routes, bool far);

// Edges whose label stands nearer to another edge's line than to its own: a reader takes its words for that one's.
std::vector<int> find_misleading_labels(const std::vector<Route>& routes);

}  // namespace lembar::routing
