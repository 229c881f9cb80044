// The first complete routing: all nets in turn, allowed to be in each other's way at a price that grows with each
// round and with the places that stay contested, until nobody is.
//
// Promise: afterwards no two nets on the board are in conflict; a net without a way is not on the board.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/search.h"

namespace lembar::routing {

// Returns the nets left without a way, ascending.
std::vector<int> negotiate(Board& board, Search& search, int rounds);

}  // namespace lembar::routing
