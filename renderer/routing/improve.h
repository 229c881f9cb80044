// Makes a clean routing cheaper: takes a few nets off, lays them again in another order, keeps what costs less.
//
// Words: a net's excess is what it costs more than its best way on an empty table; a try takes a group off the board;
// work is counted in steps of the search, never in time.
// Method: large neighbourhood search. A net is drawn by its excess, less often the oftener it was tried in vain. Eight
// tries of ten take it off with one to six of those that touch it or share an end; one takes off all with its target;
// one gives it the way it wishes and makes those in the way look for others. The group is laid in random order
// under a ceiling (the cost before, less what the others need at best), polished net by net, and kept if cheaper; half
// of the tries may end up to two and a half bends dearer, and the best board seen is put back at the end.
// It stops when no net has an excess (each stands at its own least: nothing can be better), after so many tries
// without gain, or when the budget's tries or work are spent.
// Cost: ordinary pages 1 to 10 ms; work is capped at 1.3 million steps, some 60 ms, which only sheets of more than
// forty lines reach.
// Weak: thirty loops side by side in one lane, and jumps across ten lanes, are still gaining when the work is spent;
// the excess of nets that must cross is never zero, so such sheets pay the patience in full.
// From: rip-up and reroute (Dees and Karger), large neighbourhood search (Shaw), accepting as in threshold search.
// Promise: never dearer than before, never in conflict; the same board ends the same on any machine.
#pragma once

#include <vector>

#include "routing/board.h"
#include "routing/search.h"

namespace lembar::routing {

// `lost`: the nets that are not on the board; those that find a way after all are taken out of it.
void improve(Board& board, Search& search, int tries, std::vector<int>& lost);

}  // namespace lembar::routing
