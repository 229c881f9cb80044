#include "routing/invariants.h"

namespace lembar::routing {

std::vector<RouteFault> find_route_faults(const Problem& problem, const std::vector<Route>& routes) {
  std::vector<RouteFault> faults;
  for (std::size_t e = 0; e < problem.edges.size(); ++e)
    if (routes[e].points.size() < 2) faults.push_back({'m', static_cast<int>(e), -1, "no route"});
  return faults;
}

}  // namespace lembar::routing
