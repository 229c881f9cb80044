// Gives homeless labels room: an edge whose words found no place beside its line leaves its shape by another side.
//
// Promise: a new routing is kept only if it has fewer homeless labels and costs less than the budget says a label is worth.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/route.h"
#include "routing/search.h"

namespace lembar::routing {

// The lines as they will be drawn, spread evenly and with their labels, and the edges whose label found no place.
struct Drawing {
  std::vector<Route> routes;
  std::vector<int> homeless;
};
Drawing draw(const Board& board);

// Houses what labels it can at the budget's price.
Drawing make_label_room(Board& board, Search& search, const Budget& budget);

}  // namespace lembar::routing
