// The first complete routing: all nets in turn, allowed to be in each other's way at a price that grows with each
// round and with the places that stay contested, until nobody is.
//
// Method: PathFinder (McMurchie and Ebeling). The price of a node in other hands starts at three bends, grows by a
// quarter each round, and a node that stays contested becomes dearer for good; only nets in conflict are laid again.
// Cost: about one search a net and a few more for each conflict: 1 ms for a page, 50 ms for sixty rows by fourteen
// lanes in the worst families. Weak: two nets that need the same only gap trade it until the rounds are spent; then the
// most contested are given up and told to layout as a shortage.
// Promise: afterwards no two nets on the board are in conflict; a net without a way is not on the board.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/search.h"

namespace lembar::routing {

// Returns the nets left without a way, ascending.
std::vector<int> negotiate(Board& board, Search& search, int rounds);

}  // namespace lembar::routing
