// Makes a clean routing cheaper: takes a few nets off, lays them again in another order, keeps what costs less.
//
// Promise: never worse than before, never in conflict; the number of tries is counted, so the same board ends the
// same on any machine.
#pragma once

#include "routing/board.h"
#include "routing/search.h"

namespace lembar::routing {

void improve(Board& board, Search& search, int tries);

}  // namespace lembar::routing
