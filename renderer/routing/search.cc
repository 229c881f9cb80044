#include "routing/search.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace lembar::routing {
namespace {

constexpr int kJoinsPerStep = 8;
constexpr Length kWindow = mm(45);  // rows beyond the two shapes that are searched at first

bool straight(std::uint8_t arms) { return arms == kUpright || arms == kLevel; }


}  // namespace

void OpenList::clear() {
  for (int w = first_; w <= last_; ++w)
    for (; filled_[w] != 0; filled_[w] &= filled_[w] - 1) newest_[64 * w + std::countr_zero(filled_[w])] = kNone;
  pushed_.clear();
  beyond_.clear();
  first_ = kBuckets;
  last_ = -1;
}

void OpenList::push_beyond(int estimate, int state) {
  beyond_.push_back({estimate, state});
  std::push_heap(beyond_.begin(), beyond_.end(), std::greater<>());
}

bool OpenList::pop(int& estimate, int& state) {
  while (first_ <= last_ && filled_[first_] == 0) ++first_;
  if (first_ <= last_) {
    const int b = 64 * first_ + std::countr_zero(filled_[first_]);
    const Pushed& found = pushed_[newest_[b]];
    estimate = found.entry.estimate;
    state = found.entry.state;
    newest_[b] = found.older;
    if (found.older == kNone) filled_[first_] &= filled_[first_] - 1;
    return true;
  }
  first_ = kBuckets;
  last_ = -1;
  if (beyond_.empty()) return false;
  std::pop_heap(beyond_.begin(), beyond_.end(), std::greater<>());
  estimate = beyond_.back().estimate;
  state = beyond_.back().state;
  beyond_.pop_back();
  return true;
}

Search::Search(const Board& board)
    : board_(board), grid_(board.grid()), states_(4 * grid_.nodes(), State{0, 0, 0}),
      goal_port_(grid_.nodes()), goal_stamp_(grid_.nodes(), 0), next_port_(grid_.ports().size(), -1),
      column_way_(grid_.columns()), row_way_(grid_.rows()), waves_(grid_), joined_(grid_.nodes(), 0) {}

std::optional<Path> Search::find(int net, const SearchTerms& terms) {
  ++finds_;
  const Problem& p = board_.problem();
  const Rect& a = p.shapes[p.edges[net].source].box;
  const Rect& b = p.shapes[p.edges[net].target].box;
  const Units top = (min(a.top(), b.top()) - kWindow).units(), bottom = (max(a.bottom(), b.bottom()) + kWindow).units();
  const int first = std::min(grid_.first_row_from(top), grid_.rows() - 1);
  const int last = std::max(grid_.first_row_from(bottom + 1) - 1, first);
  if (std::optional<Path> path = run(net, terms, first, last)) return path;
  if ((first == 0 && last == grid_.rows() - 1) || terms.ceiling != SearchTerms::kNoCeiling) return std::nullopt;
  return run(net, terms, 0, grid_.rows() - 1);
}

std::optional<Path> Search::run(int net, const SearchTerms& terms, int first_row, int last_row) {
  terms_ = terms;
  if (terms_.crossing_price < 0) terms_.crossing_price = board_.crossing_price();
  prepare(net, first_row, last_row);
  seed();
  if (!send_waves()) return std::nullopt;
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const Start& s = starts_[i];
    const int state = 4 * s.node + s.d, row = grid_.row_of(s.node), column = s.node - row * grid_.columns();
    if (!is_gain(state, s.cost)) continue;
    const int bends = s.fork < 0 ? waves_.bends(column, row, s.d) : waves_.bends_of_fork(column, row, s.d);
    offer(state, bends, least_way(column, row), s.cost, static_cast<std::uint32_t>(i) + 4);
  }
  const int states = 4 * grid_.nodes();
  int estimate = 0, state = 0;
  while (open_.pop(estimate, state)) {
    if (estimate >= terms_.ceiling) return std::nullopt;
    if (state >= states) {
      last_cost_ = estimate;
      return trace(goals_[state - states]);
    }
    const int cost = states_[state].cost;
    if (cost < 0) continue;  // done before
    ++steps_;
    const Start* start = start_of(state);
    if (goal_stamp_[state >> 2] == run_) reach_ports(state, cost, start);
    if (board_.first_use(state >> 2) >= 0) reach_joins(state, cost, start);
    expand(state, cost, start);
    states_[state].cost = -1 - cost;
  }
  return std::nullopt;
}

void Search::prepare(int net, int first_row, int last_row) {
  net_ = net;
  first_row_ = first_row;
  last_row_ = last_row;
  if (++run_ == 0) {
    std::fill(goal_stamp_.begin(), goal_stamp_.end(), 0);
    std::fill(joined_.begin(), joined_.end(), 0);
    run_ = 1;
  }
  if (++stamp_ == kStamps) {
    std::fill(states_.begin(), states_.end(), State{0, 0, 0});
    stamp_ = 1;
  }
  open_.clear();
  goals_.clear();
  forks_.clear();
  starts_.clear();
  const Problem& p = board_.problem();
  const Edge& e = p.edges[net];
  const Shape& target = p.shapes[e.target];
  for (int port : grid_.ports_of(e.target)) {
    const Port& q = grid_.ports()[port];
    if ((e.target_sides & arm_of(q.out)) == 0) continue;
    next_port_[port] = goal_stamp_[q.node] == run_ ? goal_port_[q.node] : -1;
    goal_stamp_[q.node] = run_;
    goal_port_[q.node] = port;
  }
  const Units left = target.box.left().units(), right = target.box.right().units();
  const Units top = target.box.top().units(), bottom = target.box.bottom().units();
  // Less a little for the rounding of stubs, so that the estimate never exceeds the way.
  auto way = [](int at, int from, int to) { return std::max(0, std::max(from - at, at - to) - 2); };
  for (int i = 0; i < grid_.columns(); ++i) {
    column_way_[i] = way(grid_.x_cost(i), grid_.way_cost(left), grid_.way_cost(right));
  }
  for (int j = first_row; j <= last_row; ++j) {
    row_way_[j] = way(grid_.y_cost(j), grid_.way_cost(top), grid_.way_cost(bottom));
  }
}

// False where the waves know that there is no way, or none below the ceiling.
bool Search::send_waves() {
  const bool bounded = terms_.ceiling != SearchTerms::kNoCeiling;
  const int conflict = terms_.strict ? Waves::kClosed : std::min(terms_.conflict_price / price::kBend, 4);
  waves_.begin(first_row_, last_row_, board_.lines(), terms_.crossing_price / price::kBend, conflict);
  const Edge& e = board_.problem().edges[net_];
  for (int port : grid_.ports_of(e.target)) {
    const Port& p = grid_.ports()[port];
    if (e.target_sides & arm_of(p.out)) waves_.add_port(p.node, opposite(p.out));
  }
  const std::uint64_t salt = run_ * 0x9e3779b97f4a7c15ull;
  for (int mate : board_.join_mates(net_)) {
    const Path& path = board_.path(mate);
    if (path.empty() || (e.target_sides & arm_of(grid_.ports()[path.end_port].out)) == 0) continue;
    const std::vector<Laid::Step>& steps = board_.steps(mate);
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const int node = path.nodes[k];
      const std::uint64_t rest = steps[k].rest ^ salt;
      if (joined_[node] == rest) break;  // on with one that was here
      if (k % kJoinsPerStep == 0) ++steps_;
      joined_[node] = rest;
      const int row = grid_.row_of(node);
      waves_.add_join(node - row * grid_.columns(), row, steps[k].out, steps[k].bends_after);
    }
  }
  int least = SearchTerms::kNoCeiling;
  for (const Start& s : starts_) {
    if (s.fork < 0)
      waves_.add_start(s.node, s.d);
    else
      waves_.add_fork(s.node, s.d);
    least = std::min(least, s.cost + least_way(grid_.column_of(s.node), grid_.row_of(s.node)));
  }
  if (least >= terms_.ceiling) return false;
  return waves_.run(bounded ? (terms_.ceiling - least) / price::kBend : Waves::kMost) || (!bounded && !waves_.all_known());
}

bool Search::is_gain(int state, int cost) const {
  const State& s = states_[state];
  return s.stamp != stamp_ || cost < (s.cost < 0 ? -1 - s.cost : s.cost);
}

void Search::offer(int state, int bends, int way, int cost, std::uint32_t parent) {
  if (bends == Waves::kClosed) return;
  const int estimate = cost + way + bends * price::kBend;
  if (estimate >= terms_.ceiling) return;
  State& s = states_[state];
  s.cost = cost;
  s.stamp = stamp_;
  s.parent = parent;
  open_.push(estimate, state);
}

void Search::seed() {
  const Edge& e = board_.problem().edges[net_];
  const std::uint8_t sides = e.source_sides & terms_.source_sides;
  for (int port : grid_.ports_of(e.source)) {
    const Port& p = grid_.ports()[port];
    if ((sides & arm_of(p.out)) == 0) continue;
    const int row = grid_.row_of(p.node);
    if (row < first_row_ || row > last_row_) continue;
    starts_.push_back({p.node, p.out, board_.port_cost(net_, p, false) + board_.mixed_side_cost(p, false), port, -1});
  }
  for (int mate : board_.fork_mates(net_)) {
    if (!board_.placed(mate)) continue;
    const Path& path = board_.path(mate);
    if ((sides & arm_of(grid_.ports()[path.start_port].out)) == 0) continue;
    for (int k = 0; k < static_cast<int>(path.nodes.size()); ++k) {
      const int row = grid_.row_of(path.nodes[k]);
      if (row < first_row_ || row > last_row_ || starts_.size() >= kMostStarts) break;
      const Laid::Step& s = board_.step(mate, k);
      starts_.push_back({path.nodes[k], s.in, s.cost_before, -1, static_cast<int>(forks_.size())});
      forks_.push_back({mate, k});
    }
  }
}

int Search::passing_price(int node, std::uint8_t arms, int fork) const {
  int sum = 0;
  bool crossing = false;
  for (int u = board_.first_use(node); u >= 0; u = board_.use(u).next) {
    const Board::Use& use = board_.use(u);
    if (use.net == net_) continue;
    if (fork >= 0 && board_.may_fork(net_, use.net) &&
        board_.same_start(forks_[fork].net, forks_[fork].position, use.net, use.position)) {
      if ((use.arms & arms) == (use.arms & arms & arm_of(opposite(board_.step(use.net, use.position).in)))) continue;
      return kCostly;  // it would go on along the other
    }
    if ((use.arms & arms) == 0 && straight(use.arms) && straight(arms)) {
      crossing = true;
      continue;
    }
    if (terms_.strict) return kCostly;
    sum += terms_.conflict_price;
    if (terms_.history) sum += (*terms_.history)[node];
  }
  return sum + (crossing ? terms_.crossing_price : 0);
}

int Search::joining_price(int node, Direction in, const Board::Use& joined) const {
  const Direction out = board_.step(joined.net, joined.position).out;
  if (in == opposite(out)) return kCostly;
  const std::uint8_t mine = arm_of(opposite(in)), arms = static_cast<std::uint8_t>(mine | arm_of(out));
  int sum = in != out ? price::kBend : 0;
  bool head_on = false, crossing = false;
  for (int u = board_.first_use(node); u >= 0; u = board_.use(u).next) {
    const Board::Use& use = board_.use(u);
    if (use.net == net_) continue;
    if (board_.may_join(net_, use.net) && board_.same_rest(joined.net, joined.position, use.net, use.position)) {
      if (use.arms & mine) return kCostly;  // they met before
      head_on |= in != out && (use.arms & arm_of(in)) != 0;
      continue;
    }
    if ((use.arms & arms) == 0 && straight(use.arms) && straight(arms)) {
      crossing = true;
      continue;
    }
    if (terms_.strict) return kCostly;
    sum += terms_.conflict_price;
    if (terms_.history) sum += (*terms_.history)[node];
  }
  return sum + (head_on ? price::kHeadOn : 0) + (crossing ? terms_.crossing_price : 0);
}

void Search::reach_ports(int state, int cost, const Start* start) {
  const int node = state >> 2;
  const auto d = static_cast<Direction>(state & 3);
  const int fork = start ? start->fork : -1;
  for (int port = goal_port_[node]; port >= 0; port = next_port_[port]) {
    const Port& p = grid_.ports()[port];
    const Direction into = opposite(p.out);
    if (d == p.out) continue;
    const int passing = passing_price(node, static_cast<std::uint8_t>(arm_of(opposite(d)) | arm_of(into)), fork);
    if (passing >= kCostly) continue;
    int total = cost + passing + board_.port_cost(net_, p, true) + board_.mixed_side_cost(p, board_.problem().edges[net_].kind != EdgeKind::joint);
    if (d != into) {
      total += price::kBend;
      if (p.stub < kArrowLength.units()) total += price::kShortArrow;
    }
    goals_.push_back({state, port, -1, -1});
    open_.push(total, 4 * grid_.nodes() + static_cast<int>(goals_.size()) - 1);
  }
}

void Search::reach_joins(int state, int cost, const Start* start) {
  const int node = state >> 2;
  const auto d = static_cast<Direction>(state & 3);
  for (int u = board_.first_use(node); u >= 0; u = board_.use(u).next) {
    const Board::Use use = board_.use(u);
    if (use.net == net_ || !board_.may_join(net_, use.net)) continue;
    if (start && board_.may_fork(net_, use.net)) continue;  // it is the net to part from
    const std::uint8_t sides = board_.problem().edges[net_].target_sides;
    if ((sides & arm_of(grid_.ports()[board_.path(use.net).end_port].out)) == 0) continue;
    const int joining = joining_price(node, d, use);
    if (joining >= kCostly) continue;
    goals_.push_back({state, -1, use.net, use.position});
    open_.push(cost + joining + board_.step(use.net, use.position).cost_after,
         4 * grid_.nodes() + static_cast<int>(goals_.size()) - 1);
  }
}

void Search::expand(int state, int cost, const Start* start) {
  const int node = state >> 2;
  const auto d = static_cast<Direction>(state & 3);
  // The states beyond the next node straight on: fetched now, they are at hand when it comes to them.
  for (int turn : {0, 1, 3}) {
    const auto out = static_cast<Direction>((d + turn) & 3);
    const std::size_t far = 4 * (node + grid_.step(d) + grid_.step(out)) + out;
    if (far < states_.size()) __builtin_prefetch(&states_[far]);
  }
  const std::uint8_t open = grid_.open(node);
  const int fork = start ? start->fork : -1;
  const int bend = start && start->port >= 0 ? board_.first_bend_cost(net_, grid_.ports()[start->port]) : price::kBend;
  const bool used = board_.first_use(node) >= 0;
  const int row = grid_.row_of(node), column = node - row * grid_.columns();
  for (int turn : {0, 1, 3}) {
    const auto out = static_cast<Direction>((d + turn) & 3);
    if ((open & arm_of(out)) == 0) continue;
    int next_cost = cost + (turn != 0 ? bend : 0), next_row = row, next_column = column;
    if (is_vertical(out)) {
      next_row += out == kNorth ? -1 : 1;
      if (next_row < first_row_ || next_row > last_row_) continue;
      next_cost += std::abs(grid_.y_cost(next_row) - grid_.y_cost(row));
    } else {
      next_column += out == kWest ? -1 : 1;
      next_cost += std::abs(grid_.x_cost(next_column) - grid_.x_cost(column));
    }
    if (used) {
      const int passing = passing_price(node, static_cast<std::uint8_t>(arm_of(opposite(d)) | arm_of(out)), fork);
      if (passing >= kCostly) continue;
      next_cost += passing;
    }
    const int next = 4 * (node + grid_.step(out)) + out;
    if (!is_gain(next, next_cost)) continue;
    offer(next, waves_.bends(next_column, next_row, out), least_way(next_column, next_row), next_cost, d);
  }
}

Path Search::trace(const Goal& goal) const {
  Path path;
  int state = goal.state;
  const Start* start = nullptr;
  while (true) {
    const int node = state >> 2;
    path.nodes.push_back(node);
    if ((start = start_of(state)) != nullptr) break;
    state = 4 * (node - grid_.step(static_cast<Direction>(state & 3))) + static_cast<int>(states_[state].parent);
  }
  if (start->port >= 0) {
    path.start_port = start->port;
  } else {
    const Fork& fork = forks_[start->fork];
    const Path& mate = board_.path(fork.net);
    path.start_port = mate.start_port;
    for (int k = fork.position - 1; k >= 0; --k) path.nodes.push_back(mate.nodes[k]);
  }
  std::reverse(path.nodes.begin(), path.nodes.end());
  if (goal.port >= 0) {
    path.end_port = goal.port;
  } else {
    const Path& trunk = board_.path(goal.net);
    path.end_port = trunk.end_port;
    path.nodes.insert(path.nodes.end(), trunk.nodes.begin() + goal.position + 1, trunk.nodes.end());
  }
  return path;
}

}  // namespace lembar::routing
