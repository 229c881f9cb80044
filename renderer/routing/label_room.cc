#include "routing/label_room.h"

#include <algorithm>

#include "routing/beautify.h"
#include "routing/invariants.h"
#include "routing/labels.h"

namespace lembar::routing {
namespace {

constexpr std::size_t kMostBlockers = 4;

class RoomMaker {
 public:
  RoomMaker(Board& board, Search& search, int worth)
      : board_(board), search_(search), worth_(price::kBend * std::int64_t{worth} / 100), best_(draw(board)) {}

  Drawing make(int tries) {
    const std::vector<int> wanting = best_.homeless;
    for (int e : wanting) {
      const std::uint8_t sides = board_.problem().edges[e].source_sides;
      for (Side side : {kBottom, kRight, kLeft, kTop}) {
        if (tries <= 0 || !std::binary_search(best_.homeless.begin(), best_.homeless.end(), e)) break;
        if (!board_.placed(e) || (sides & side) == 0) continue;
        if (arm_of(board_.grid().ports()[board_.path(e).start_port].out) == side) continue;
        --tries;
        leave_by(e, side);
      }
    }
    return std::move(best_);
  }

 private:
  std::int64_t cost(std::size_t homeless) const {
    return board_.total_cost() + worth_ * static_cast<std::int64_t>(homeless);
  }

  void leave_by(int net, Side side) {
    const std::int64_t before = cost(best_.homeless.size());
    group_ = {net};
    kept_.clear();
    kept_.push_back(board_.lift(net));
    SearchTerms terms;
    terms.strict = false;
    terms.conflict_price = price::kBend;
    terms.source_sides = side;
    std::optional<Path> path = search_.find(net, terms);
    if (!path) return restore();
    board_.place(net, std::move(*path));
    const std::vector<int> blockers = board_.conflicts(net);
    if (blockers.size() > kMostBlockers) return restore();
    for (int b : blockers) {
      group_.push_back(b);
      kept_.push_back(board_.lift(b));
    }
    for (int b : blockers) {
      std::optional<Path> other = search_.find(b, {});
      if (!other) return restore();
      board_.place(b, std::move(*other));
    }
    if (cost(0) >= before) return restore();
    Drawing now = draw(board_);
    if (cost(now.homeless.size()) >= before) return restore();
    best_ = std::move(now);
  }

  void restore() {
    for (int n : group_) board_.lift(n);
    for (std::size_t i = 0; i < group_.size(); ++i) board_.put_back(group_[i], std::move(kept_[i]));
  }

  Board& board_;
  Search& search_;
  std::int64_t worth_;  // of a label's place
  Drawing best_;
  std::vector<int> group_;
  std::vector<Laid> kept_;
};

bool any_fault(const Problem& problem, const std::vector<Route>& routes) {
  const std::vector<RouteFault> faults = find_route_faults(problem, routes);
  return std::any_of(faults.begin(), faults.end(), [](const RouteFault& f) { return f.code != 'm'; });
}

}  // namespace

Drawing draw(const Board& board) {
  Drawing d;
  d.routes.resize(board.nets());
  for (int e = 0; e < board.nets(); ++e) d.routes[e].points = corners(board.grid(), board.path(e));
  std::vector<Route> plain = d.routes;
  beautify(board.problem(), d.routes);
  if (any_fault(board.problem(), d.routes)) d.routes = std::move(plain);
  d.homeless = place_labels(board.problem(), d.routes, false);
  return d;
}

Drawing make_label_room(Board& board, Search& search, const Budget& budget) {
  return RoomMaker(board, search, budget.label_worth).make(budget.label_tries);
}

}  // namespace lembar::routing
