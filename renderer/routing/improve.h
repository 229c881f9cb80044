// Makes a clean routing cheaper: takes a few nets off, lays them again in another order, keeps what costs less.
//
// Promise: never dearer than before, never in conflict; work is counted in steps of the search, not in time, so the
// same board ends the same on any machine.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/search.h"

namespace lembar::routing {

// `lost`: the nets that are not on the board; those that find a way after all are taken out of it.
void improve(Board& board, Search& search, int tries, std::vector<int>& lost);

}  // namespace lembar::routing
