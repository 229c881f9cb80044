// The loops of the waves over words of 64 nodes: the same bits on every machine, sooner where it has wide registers.
//
// Words lie by columns of words: word `w * rows + j` holds row j. All is whole numbers, so that the width of registers
// decides nothing but the time. Arrays may not overlap.
#pragma once

#include <cstdint>

#include "routing/tracks.h"

namespace lembar::routing {

using Word = std::uint64_t;

// Who stands at the nodes: nobody; only lines along x; only lines along y.
void sort_nodes(const Word* upright, const Word* level, const Word* bent, Word* free, Word* only_level, Word* only_upright, int n);
// The open nodes among `free`, and `over` if that is given.
void find_passable(const Word* free, const Word* over, const Word* open, Word* pass, int n);
// r = old, and of a and b what may turn, and of `on` what may cross.
void spread_wave(Word* r, const Word* old, const Word* a, const Word* b, const Word* turn, const Word* on, const Word* cross,
                 int n);
// Adds to r all from where a run in direction d over `pass` leads into r.
void flow_back(Direction d, Word* r, const Word* pass, int words, int rows);
// From where one step in direction d leads into r, or into a port. Columns of `open` are `open_rows` long.
void step_back(Direction d, Word* out, const Word* r, const Word* open, int open_rows, const Word* port, int words, int rows);

}  // namespace lembar::routing
