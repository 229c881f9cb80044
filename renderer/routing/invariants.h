// What must hold of every route: the hard faults of connector drawing, found without any of the router's own
// data structures. Run before a file is written, and on every random problem of the tests.
#pragma once

#include <string>
#include <vector>

#include "routing/problem.h"
#include "routing/route.h"

namespace lembar::routing {

struct RouteFault {
  char code = 'm';  // a b c d e f g m, t: over an obstacle, l: label
  int edge = 0, other = -1;  // edges; `other` may be a shape for a and g, -1 where there is none
  std::string what;
};

std::vector<RouteFault> find_route_faults(const Problem& problem, const std::vector<Route>& routes);

}  // namespace lembar::routing
