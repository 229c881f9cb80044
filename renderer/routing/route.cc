#include "routing/route.h"

#include <algorithm>
#include <tuple>

#include "routing/board.h"
#include "routing/improve.h"
#include "routing/invariants.h"
#include "routing/label_lack.h"
#include "routing/label_room.h"
#include "routing/labels.h"
#include "routing/negotiate.h"
#include "routing/search.h"
#include "routing/tracks.h"

namespace lembar::routing {
namespace {

int band_at(const std::vector<Band>& bands, Length u) {
  for (std::size_t i = 0; i < bands.size(); ++i)
    if (u <= bands[i].to) return static_cast<int>(i);
  return static_cast<int>(bands.size()) - 1;
}

// A net without a way lacks a track somewhere about its ends: each gets one, in its row and in its lane.
void ask_for_room(const Problem& p, int edge, std::vector<Shortage>& shortages) {
  for (int shape : {p.edges[edge].source, p.edges[edge].target}) {
    const Point c = p.shapes[shape].box.center();
    if (!p.rows.empty()) shortages.push_back({Shortage::Kind::row, band_at(p.rows, c.y), p.clearance * 2, edge});
    if (!p.lanes.empty()) shortages.push_back({Shortage::Kind::lane, band_at(p.lanes, c.x), p.clearance * 2, edge});
  }
}

// Both ends of an edge may stand in one band.
void drop_doubles(std::vector<Shortage>& all) {
  const auto key = [](const Shortage& s) { return std::tuple(s.edge, s.kind, s.index); };
  std::sort(all.begin(), all.end(), [&](const Shortage& a, const Shortage& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(), [&](const Shortage& a, const Shortage& b) { return key(a) == key(b); }), all.end());
}

}  // namespace

Solution route(const Problem& problem, const Budget& budget) {
  Solution solution;
  solution.routes.resize(problem.edges.size());
  if (problem.edges.empty()) return solution;
  const Grid grid(problem, budget.way_price);
  if (grid.nodes() == 0) {
    for (std::size_t e = 0; e < problem.edges.size(); ++e) ask_for_room(problem, static_cast<int>(e), solution.shortages);
    drop_doubles(solution.shortages);
    return solution;
  }
  Board board(problem, grid, budget.mixed_side_price);
  Search search(board);
  std::vector<int> lost = negotiate(board, search, budget.negotiation_rounds);
  improve(board, search, budget.improvement_tries, lost);
  Drawing drawing = make_label_room(board, search, budget);
  solution.routes = std::move(drawing.routes);
  if (!drawing.homeless.empty()) drawing.homeless = place_labels(problem, solution.routes, true);
  solution.crossings = board.crossings();
  // What we do not draw right we do not draw.
  for (const RouteFault& f : find_route_faults(problem, solution.routes)) {
    if (f.code == 'm') continue;
    if (f.code != 'l') solution.routes[f.edge].points.clear();
    solution.routes[f.edge].label_box.reset();
    lost.push_back(f.edge);
  }
  for (const Route& r : solution.routes)
    if (!r.points.empty()) solution.bends += static_cast<int>(r.points.size()) - 2;
  for (int e : lost) ask_for_room(problem, e, solution.shortages);
  for (int e : drawing.homeless) {
    const std::vector<Shortage> lacks = label_lacks(problem, solution.routes, e);
    solution.shortages.insert(solution.shortages.end(), lacks.begin(), lacks.end());
  }
  drop_doubles(solution.shortages);
  return solution;
}

}  // namespace lembar::routing
