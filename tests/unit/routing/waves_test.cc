#include "routing/waves.h"

#include <algorithm>

#include "routing/board.h"
#include "support/catch.h"

using namespace lembar;
using namespace lembar::routing;

namespace {

// One row of one lane, 100 by 20 mm, a box at each end.
Problem two_boxes() {
  Problem p;
  p.area = {mm(0), mm(0), mm(100), mm(20)};
  p.lanes = {{mm(0), mm(100)}};
  p.rows = {{mm(0), mm(20)}};
  p.clearance = mm(1.2);
  p.shapes = {{"a", ShapeKind::box, {mm(5), mm(6), mm(10), mm(8)}}, {"b", ShapeKind::box, {mm(85), mm(6), mm(10), mm(8)}}};
  p.edges = {{.id = "e", .source = 0, .target = 1}};
  return p;
}

struct Bench {
  Problem p = two_boxes();
  Grid grid{p, Budget{}.way_price};
  Board board{p, grid, 0};
  Waves waves{grid};

  // Least bends from one side of the first box to one of the second.
  int least(Direction out, Direction into, int most = Waves::kMost) {
    waves.begin(0, grid.rows() - 1, board.lines(), 1, Waves::kClosed);
    for (int port : grid.ports_of(1))
      if (grid.ports()[port].out == opposite(into)) waves.add_port(grid.ports()[port].node, into);
    int found = Waves::kClosed;
    for (int port : grid.ports_of(0))
      if (grid.ports()[port].out == out) waves.add_start(grid.ports()[port].node, out);
    if (!waves.run(most)) return Waves::kClosed;
    for (int port : grid.ports_of(0)) {
      const Port& q = grid.ports()[port];
      if (q.out == out) found = std::min(found, waves.bends(grid.column_of(q.node), grid.row_of(q.node), out));
    }
    return found;
  }
};

}  // namespace

TEST_CASE("waves count the least bends between sides") {
  Bench b;
  CHECK(b.least(kEast, kEast) == 0);
  CHECK(b.least(kNorth, kSouth) == 2);  // up, along, down
  CHECK(b.least(kEast, kSouth) == 3);   // out, up, along, down
  CHECK(b.least(kNorth, kWest) == 3);   // round to the far side
  CHECK(b.least(kWest, kWest) == 4);
}

TEST_CASE("waves give up beyond what is asked for") {
  Bench b;
  CHECK(b.least(kNorth, kSouth, 1) == Waves::kClosed);
  CHECK(b.least(kNorth, kSouth, 2) == 2);
}
