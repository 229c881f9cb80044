// What must hold of every route, over random problems with pinned seeds. A failure is cut down and printed.
#include <algorithm>

#include "routing/invariants.h"
#include "routing/route.h"
#include "support/catch.h"
#include "unit/routing/random_problem.h"

using namespace lembar;
using namespace lembar::routing;

namespace {

constexpr Budget kSmall{.negotiation_rounds = 60, .improvement_tries = 60};

// A net that is not drawn is no fault if room is asked for.
std::string faults_of(const Problem& p) {
  const Solution s = route(p, kSmall);
  std::string said;
  bool missing = false;
  for (const RouteFault& f : find_route_faults(p, s.routes)) {
    if (f.code == 'm')
      missing = true;
    else
      said += std::string(1, f.code) + " " + p.edges[f.edge].id + ": " + f.what + "\n";
  }
  for (std::size_t e = 0; e < p.edges.size(); ++e)
    if (p.edges[e].label && !s.routes[e].label_box) missing = true;
  if (missing && s.clean()) said += "something is missing and no room is asked for\n";
  return said;
}

int undrawn(const Solution& s) {
  int n = 0;
  for (const Route& r : s.routes) n += r.points.empty();
  return n;
}

}  // namespace

TEST_CASE("no hard fault in 3000 random problems") {
  int edges = 0, lost = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem p = test::random_problem(seed);
    const Solution s = route(p, kSmall);
    edges += static_cast<int>(p.edges.size());
    lost += undrawn(s);
    if (faults_of(p).empty()) continue;
    const Problem small = test::shrunk(p, [](const Problem& q) { return !faults_of(q).empty(); });
    FAIL("seed " << seed << "\n" << faults_of(small) << test::written(small));
  }
  // More edges than ports on a few shapes: some nets have no way; most have.
  CHECK(edges > 15000);
  CHECK(lost * 100 < edges);
}

TEST_CASE("the same problem gives the same solution, and it does not depend on what was routed before") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem p = test::random_problem(seed);
    const Solution a = route(p, {});
    route(test::random_problem(seed + 1000), {});
    const Solution b = route(p, {});
    REQUIRE(a.routes.size() == b.routes.size());
    for (std::size_t e = 0; e < a.routes.size(); ++e) {
      CHECK(a.routes[e].points == b.routes[e].points);
      CHECK(a.routes[e].label_box.has_value() == b.routes[e].label_box.has_value());
    }
    CHECK(a.bends == b.bends);
    CHECK(a.crossings == b.crossings);
  }
}

TEST_CASE("improvement draws no fewer lines, and pays for shorter ones with three bends at most") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Problem p = test::random_problem(seed);
    const Solution first = route(p, {.improvement_tries = 0}), best = route(p, {});
    CHECK(undrawn(best) <= undrawn(first));
    if (undrawn(best) == undrawn(first)) CHECK(best.bends + 2 * best.crossings <= first.bends + 2 * first.crossings + 3);
  }
}

TEST_CASE("a failing problem is cut down to what makes it fail") {
  std::uint64_t seed = 1;
  while (test::random_problem(seed).edges.size() < 10) ++seed;
  const Problem p = test::random_problem(seed);
  const std::string wanted = p.edges[2].id;
  const Problem small = test::shrunk(p, [&](const Problem& q) {
    return std::any_of(q.edges.begin(), q.edges.end(), [&](const Edge& e) { return e.id == wanted; });
  });
  CHECK(small.edges.size() == 1);
  CHECK(small.shapes.size() == 2);
}
