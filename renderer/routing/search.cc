#include "routing/search.h"

#include <algorithm>
#include <functional>

namespace lembar::routing {
namespace {

constexpr Length kWindow = mm(45);  // rows beyond the two shapes that are searched at first

bool straight(std::uint8_t arms) { return arms == kUpright || arms == kLevel; }

int way_cost(Units u) { return static_cast<int>(u * price::kPerMm / mm(1).units()); }

// Least bends from a place seen from one side of the target: `entry` is the way into that side.
int bends_to_side(Direction entry, Direction d, bool before, int across) {
  // across: -1, 0, +1: the ports lie further south or east, abreast, or further north or west.
  if (d == entry) return before ? (across == 0 ? 0 : 2) : 4;
  if (d == opposite(entry)) return 2;
  const bool forward = d == kEast || d == kSouth;
  const bool ahead = across == 0 || (forward ? across < 0 : across > 0);
  return before && ahead ? 1 : 3;
}

}  // namespace

void OpenList::clear() {
  for (int b = first_; b <= last_; ++b) buckets_[b].clear();
  beyond_.clear();
  first_ = kBuckets;
  last_ = -1;
}

void OpenList::push(int estimate, int state) {
  const int b = estimate / kWidth;
  if (b >= kBuckets) {
    beyond_.push_back({estimate, state});
    std::push_heap(beyond_.begin(), beyond_.end(), std::greater<>());
    return;
  }
  buckets_[b].push_back({estimate, state});
  first_ = std::min(first_, b);
  last_ = std::max(last_, b);
}

bool OpenList::pop(int& estimate, int& state) {
  while (first_ <= last_ && buckets_[first_].empty()) ++first_;
  if (first_ <= last_) {
    estimate = buckets_[first_].back().estimate;
    state = buckets_[first_].back().state;
    buckets_[first_].pop_back();
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
    : board_(board), grid_(board.grid()), cost_(4 * grid_.nodes()), parent_(4 * grid_.nodes()), stamp_(4 * grid_.nodes(), 0),
      goal_port_(grid_.nodes()), goal_stamp_(grid_.nodes(), 0), next_port_(grid_.ports().size(), -1),
      column_class_(grid_.columns()), row_class_(grid_.rows()), column_way_(grid_.columns()), row_way_(grid_.rows()) {
  for (int n = 0; n < grid_.nodes(); ++n) {
    column_of_.push_back(grid_.column_of(n));
    row_of_.push_back(grid_.row_of(n));
  }
}

std::optional<Path> Search::find(int net, const SearchTerms& terms) {
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
  const int states = 4 * grid_.nodes();
  int estimate = 0, state = 0;
  while (open_.pop(estimate, state)) {
    if (estimate >= terms_.ceiling) return std::nullopt;
    if (state >= states) {
      last_cost_ = estimate;
      return trace(goals_[state - states]);
    }
    const int cost = cost_[state];
    if (cost < 0) continue;  // done before
    const int node = state >> 2;
    if (estimate > cost + least_rest(node, static_cast<Direction>(state & 3))) continue;  // an older, dearer entry
    ++steps_;
    reach_ports(state, cost);
    reach_joins(state, cost);
    expand(state, cost);
    cost_[state] = -1 - cost;
  }
  return std::nullopt;
}

void Search::prepare(int net, int first_row, int last_row) {
  net_ = net;
  first_row_ = first_row;
  last_row_ = last_row;
  if (++run_ == 0) {
    std::fill(stamp_.begin(), stamp_.end(), 0);
    std::fill(goal_stamp_.begin(), goal_stamp_.end(), 0);
    run_ = 1;
  }
  open_.clear();
  goals_.clear();
  forks_.clear();
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
  // Classes along an axis: 0 before the shape, 1..3 beside it (before, at, after its ports), 4 behind it.
  const Units slack = mm(0.1).units();
  auto classify = [slack](Units u, Units from, Units to, Span ports) -> std::uint8_t {
    if (u <= from) return 0;
    if (u >= to) return 4;
    return u < ports.from - slack ? 1 : u > ports.to + slack ? 3 : 2;
  };
  auto joined = [](Span a, Span b) { return Span{std::min(a.from, b.from), std::max(a.to, b.to)}; };
  const Span across_x = joined(port_span(target, kNorth), port_span(target, kSouth));
  const Span across_y = joined(port_span(target, kWest), port_span(target, kEast));
  // Less a little for the rounding of stubs, so that the estimate never exceeds the way.
  auto way = [](int at, int from, int to) { return std::max(0, std::max(from - at, at - to) - 2); };
  for (int i = 0; i < grid_.columns(); ++i) {
    column_class_[i] = classify(grid_.x(i), left, right, across_x);
    column_way_[i] = way(grid_.x_cost(i), way_cost(left), way_cost(right));
  }
  for (int j = first_row; j <= last_row; ++j) {
    row_class_[j] = classify(grid_.y(j), top, bottom, across_y);
    row_way_[j] = way(grid_.y_cost(j), way_cost(top), way_cost(bottom));
  }
  auto abreast = [](int c) { return c < 2 ? -1 : c > 2 ? 1 : 0; };
  for (int cx = 0; cx < 5; ++cx)
    for (int cy = 0; cy < 5; ++cy)
      for (int d = 0; d < 4; ++d) {
        const auto dir = static_cast<Direction>(d);
        int least = 4;
        if (e.target_sides & kTop) least = std::min(least, bends_to_side(kSouth, dir, cy == 0, abreast(cx)));
        if (e.target_sides & kBottom) least = std::min(least, bends_to_side(kNorth, dir, cy == 4, abreast(cx)));
        if (e.target_sides & kLeft) least = std::min(least, bends_to_side(kEast, dir, cx == 0, abreast(cy)));
        if (e.target_sides & kRight) least = std::min(least, bends_to_side(kWest, dir, cx == 4, abreast(cy)));
        bends_[cx][cy][d] = least * price::kBend;
      }
}

int Search::least_rest(int node, Direction d) const {
  const int column = column_of_[node], row = row_of_[node];
  return column_way_[column] + row_way_[row] + bends_[column_class_[column]][row_class_[row]][d];
}

void Search::offer(int node, Direction d, int cost, int parent) {
  const int state = 4 * node + d;
  if (stamp_[state] == run_) {
    const int old = cost_[state] < 0 ? -1 - cost_[state] : cost_[state];
    if (cost >= old) return;
  }
  const int estimate = cost + least_rest(node, d);
  if (estimate >= terms_.ceiling) return;
  stamp_[state] = run_;
  cost_[state] = cost;
  parent_[state] = parent;
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
    offer(p.node, p.out, board_.port_cost(net_, p, false), -1 - port);
  }
  for (int mate : board_.fork_mates(net_)) {
    if (!board_.placed(mate)) continue;
    const Path& path = board_.path(mate);
    if ((sides & arm_of(grid_.ports()[path.start_port].out)) == 0) continue;
    for (int k = 0; k < static_cast<int>(path.nodes.size()); ++k) {
      const int row = grid_.row_of(path.nodes[k]);
      if (row < first_row_ || row > last_row_) break;
      forks_.push_back({mate, k});
      offer(path.nodes[k], board_.way_in(mate, k), board_.cost_before(mate, k),
            -1 - ports - (static_cast<int>(forks_.size()) - 1));
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
  const int fork = parent_[state] < -ports ? -1 - ports - parent_[state] : -1;
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
    if (parent_[state] < 0 && board_.may_fork(net_, use.net)) continue;  // it is the net to part from
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
  const int fork = parent_[state] < -ports ? -1 - ports - parent_[state] : -1;
  const int origin = -1 - parent_[state];
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
    if (parent_[state] < 0) break;
    state = parent_[state];
  }
  const int origin = -1 - parent_[state];
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
