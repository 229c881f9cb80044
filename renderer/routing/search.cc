#include "routing/search.h"

#include <algorithm>
#include <functional>

namespace lembar::routing {
namespace {

constexpr int kJoinsPerStep = 8;
constexpr Length kWindow = mm(45);  // rows beyond the two shapes that are searched at first

bool straight(std::uint8_t arms) { return arms == kUpright || arms == kLevel; }

int way_cost(Units u) { return static_cast<int>(u * price::kPerMm / mm(1).units()); }

}  // namespace

void OpenList::clear() {
  for (int b = first_; b <= last_; ++b) newest_[b] = kNone;
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
  while (first_ <= last_ && newest_[first_] == kNone) ++first_;
  if (first_ <= last_) {
    const Pushed& found = pushed_[newest_[first_]];
    estimate = found.entry.estimate;
    state = found.entry.state;
    newest_[first_] = found.older;
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
      column_way_(grid_.columns()), row_way_(grid_.rows()), waves_(grid_), joined_(grid_.nodes()) {
  for (int n = 0; n < grid_.nodes(); ++n) {
    column_of_.push_back(grid_.column_of(n));
    row_of_.push_back(grid_.row_of(n));
  }
}

std::optional<Path> Search::find(int net, const SearchTerms& terms) {
  ++finds_;
  const Problem& p = board_.problem();
  const Rect& a = p.shapes[p.edges[net].source].box;
  const Rect& b = p.shapes[p.edges[net].target].box;
  const Units top = (min(a.top(), b.top()) - kWindow).units(), bottom = (max(a.bottom(), b.bottom()) + kWindow).units();
  int first = 0, last = grid_.rows() - 1;
  while (first < last && grid_.y(first) < top) ++first;
  while (last > first && grid_.y(last) > bottom) --last;
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
  const int ports = static_cast<int>(grid_.ports().size());
  for (const Start& s : starts_)
    if (-1 - s.parent < ports) offer(s.node, s.d, s.cost, s.parent);
    else offer(s.node, s.d, waves_.bends_of_fork(column_of_[s.node], row_of_[s.node], s.d), s.cost, s.parent);
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
    reach_ports(state, cost);
    reach_joins(state, cost);
    expand(state, cost);
    states_[state].cost = -1 - cost;
  }
  return std::nullopt;
}

void Search::prepare(int net, int first_row, int last_row) {
  net_ = net;
  first_row_ = first_row;
  last_row_ = last_row;
  if (++run_ == 0) {
    for (State& s : states_) s.stamp = 0;
    std::fill(goal_stamp_.begin(), goal_stamp_.end(), 0);
    run_ = 1;
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
    column_way_[i] = way(grid_.x_cost(i), way_cost(left), way_cost(right));
  }
  for (int j = first_row; j <= last_row; ++j) {
    row_way_[j] = way(grid_.y_cost(j), way_cost(top), way_cost(bottom));
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
  for (int mate : board_.join_mates(net_)) {
    const Path& path = board_.path(mate);
    if (path.empty() || (e.target_sides & arm_of(grid_.ports()[path.end_port].out)) == 0) continue;
    for (int k = 0; k < static_cast<int>(path.nodes.size()); ++k) {
      const int node = path.nodes[k];
      const Direction out = board_.way_out(mate, k);
      if (joined_[node].stamp == run_ && joined_[node].rest == board_.rest(mate, k)) break;  // on with one that was here
      if (k % kJoinsPerStep == 0) ++steps_;
      joined_[node] = {run_, board_.rest(mate, k)};
      waves_.add_join(column_of_[node], row_of_[node], out, board_.bends_after(mate, k));
    }
  }
  const int ports = static_cast<int>(grid_.ports().size());
  int least = SearchTerms::kNoCeiling;
  for (const Start& s : starts_) {
    if (-1 - s.parent < ports)
      waves_.add_start(s.node, s.d);
    else
      waves_.add_fork(s.node, s.d);
    least = std::min(least, s.cost + least_way(s.node));
  }
  if (least >= terms_.ceiling) return false;
  return waves_.run(bounded ? (terms_.ceiling - least) / price::kBend : Waves::kMost) || (!bounded && !waves_.all_known());
}

void Search::offer(int node, Direction d, int bends, int cost, int parent) {
  const int state = 4 * node + d;
  if (states_[state].stamp == run_) {
    const int old = states_[state].cost < 0 ? -1 - states_[state].cost : states_[state].cost;
    if (cost >= old) return;
  }
  if (bends == Waves::kClosed) return;
  const int estimate = cost + least_way(node) + bends * price::kBend;
  if (estimate >= terms_.ceiling) return;
  states_[state].stamp = run_;
  states_[state].cost = cost;
  states_[state].parent = parent;
  open_.push(estimate, state);
}

// Parents: -1 - port for a start at a port, -1 - ports - fork for one where it parts from another net.
void Search::seed() {
  const Edge& e = board_.problem().edges[net_];
  const std::uint8_t sides = e.source_sides & terms_.source_sides;
  const int ports = static_cast<int>(grid_.ports().size());
  for (int port : grid_.ports_of(e.source)) {
    const Port& p = grid_.ports()[port];
    if ((sides & arm_of(p.out)) == 0) continue;
    const int row = grid_.row_of(p.node);
    if (row < first_row_ || row > last_row_) continue;
    starts_.push_back({p.node, p.out, board_.port_cost(net_, p, false), -1 - port});
  }
  for (int mate : board_.fork_mates(net_)) {
    if (!board_.placed(mate)) continue;
    const Path& path = board_.path(mate);
    if ((sides & arm_of(grid_.ports()[path.start_port].out)) == 0) continue;
    for (int k = 0; k < static_cast<int>(path.nodes.size()); ++k) {
      const int row = grid_.row_of(path.nodes[k]);
      if (row < first_row_ || row > last_row_) break;
      forks_.push_back({mate, k});
      starts_.push_back({path.nodes[k], board_.way_in(mate, k), board_.cost_before(mate, k),
                         -1 - ports - (static_cast<int>(forks_.size()) - 1)});
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
      if ((use.arms & arms) == (use.arms & arms & arm_of(opposite(board_.way_in(use.net, use.position))))) continue;
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
  const Direction out = board_.way_out(joined.net, joined.position);
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

void Search::reach_ports(int state, int cost) {
  const int node = state >> 2;
  if (goal_stamp_[node] != run_) return;
  const auto d = static_cast<Direction>(state & 3);
  const int ports = static_cast<int>(grid_.ports().size());
  const int fork = states_[state].parent < -ports ? -1 - ports - states_[state].parent : -1;
  for (int port = goal_port_[node]; port >= 0; port = next_port_[port]) {
    const Port& p = grid_.ports()[port];
    const Direction into = opposite(p.out);
    if (d == p.out) continue;
    const int passing = passing_price(node, static_cast<std::uint8_t>(arm_of(opposite(d)) | arm_of(into)), fork);
    if (passing >= kCostly) continue;
    int total = cost + passing + board_.port_cost(net_, p, true);
    if (d != into) {
      total += price::kBend;
      if (p.stub < kArrowLength.units()) total += price::kShortArrow;
    }
    goals_.push_back({state, port, -1, -1});
    open_.push(total, 4 * grid_.nodes() + static_cast<int>(goals_.size()) - 1);
  }
}

void Search::reach_joins(int state, int cost) {
  const int node = state >> 2;
  const auto d = static_cast<Direction>(state & 3);
  for (int u = board_.first_use(node); u >= 0; u = board_.use(u).next) {
    const Board::Use use = board_.use(u);
    if (use.net == net_ || !board_.may_join(net_, use.net)) continue;
    if (states_[state].parent < 0 && board_.may_fork(net_, use.net)) continue;  // it is the net to part from
    const std::uint8_t sides = board_.problem().edges[net_].target_sides;
    if ((sides & arm_of(grid_.ports()[board_.path(use.net).end_port].out)) == 0) continue;
    const int joining = joining_price(node, d, use);
    if (joining >= kCostly) continue;
    goals_.push_back({state, -1, use.net, use.position});
    open_.push(cost + joining + board_.cost_after(use.net, use.position),
         4 * grid_.nodes() + static_cast<int>(goals_.size()) - 1);
  }
}

void Search::expand(int state, int cost) {
  const int node = state >> 2;
  const auto d = static_cast<Direction>(state & 3);
  const std::uint8_t open = grid_.open(node);
  const int ports = static_cast<int>(grid_.ports().size());
  const int fork = states_[state].parent < -ports ? -1 - ports - states_[state].parent : -1;
  const int origin = -1 - states_[state].parent;
  const int bend = origin >= 0 && origin < ports ? board_.first_bend_cost(net_, grid_.ports()[origin]) : price::kBend;
  const bool used = board_.first_use(node) >= 0;
  const int column = column_of_[node], row = row_of_[node];
  for (int turn : {0, 1, 3}) {
    const auto out = static_cast<Direction>((d + turn) & 3);
    if ((open & arm_of(out)) == 0) continue;
    int next_cost = cost + (turn != 0 ? bend : 0);
    if (is_vertical(out)) {
      const int to = out == kNorth ? row - 1 : row + 1;
      if (to < first_row_ || to > last_row_) continue;
      next_cost += std::abs(grid_.y_cost(to) - grid_.y_cost(row));
    } else {
      const int to = out == kWest ? column - 1 : column + 1;
      next_cost += std::abs(grid_.x_cost(to) - grid_.x_cost(column));
    }
    if (used) {
      const int passing = passing_price(node, static_cast<std::uint8_t>(arm_of(opposite(d)) | arm_of(out)), fork);
      if (passing >= kCostly) continue;
      next_cost += passing;
    }
    offer(node + grid_.step(out), out, next_cost, state);
  }
}

Path Search::trace(const Goal& goal) const {
  Path path;
  const int ports = static_cast<int>(grid_.ports().size());
  int state = goal.state;
  while (true) {
    path.nodes.push_back(state >> 2);
    if (states_[state].parent < 0) break;
    state = states_[state].parent;
  }
  const int origin = -1 - states_[state].parent;
  if (origin < ports) {
    path.start_port = origin;
  } else {
    const Fork& fork = forks_[origin - ports];
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
