// Joins the shapes of a Problem.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "routing/problem.h"

namespace lembar::routing {

struct Route {
  std::vector<Point> points;       // from the source's outline to the target's; empty: no clean way was found
  std::optional<Rect> label_box;   // absent where the edge has no label, or no free place was found
};

// Where a table is too tight for a line: layout gives the band that much more and asks again.
struct Shortage {
  enum class Kind { row, lane } kind = Kind::row;
  int index = 0;  // into Problem::rows or Problem::lanes
  Length extra;
  int edge = -1;  // that lacks it; -1: none in particular
};

struct Solution {
  std::vector<Route> routes;         // one for each edge, same order
  std::vector<Shortage> shortages;   // empty when every edge has a clean route and every label a place
  int bends = 0, crossings = 0;
  bool clean() const { return shortages.empty(); }
};

// Deterministic: the same problem and budget give the same solution, bit by bit.
Solution route(const Problem& problem, const Budget& budget);

}  // namespace lembar::routing
