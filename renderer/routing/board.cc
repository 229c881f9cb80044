#include "routing/board.h"

#include <algorithm>
#include <utility>

namespace lembar::routing {
namespace {

constexpr std::uint64_t mixed(std::uint64_t h, std::uint64_t v) {
  h ^= v + 0x9e3779b97f4a7c15ull + (h << 6) + (h >> 2);
  h *= 0xff51afd7ed558ccdull;
  return h ^ (h >> 33);
}

bool straight(std::uint8_t arms) { return arms == kUpright || arms == kLevel; }

}  // namespace

Board::Board(const Problem& problem, const Grid& grid, int mixed_side_price)
    : problem_(problem), grid_(grid), laid_(problem.edges.size()), head_(grid.nodes(), -1),
      standing_(grid.nodes()), fork_mates_(problem.edges.size()), join_mates_(problem.edges.size()),
      lines_{NodeBits(grid), NodeBits(grid), NodeBits(grid)},
      ends_(4 * problem.shapes.size()), mixed_side_price_(mixed_side_price), crossings_of_(problem.edges.size(), 0) {
  int lonely = static_cast<int>(problem.shapes.size());
  for (const Edge& e : problem.edges) {
    // Plain lines join nobody: what comes together there would read as one step.
    join_group_.push_back(e.kind == EdgeKind::joint ? lonely++ : e.target);
    const bool forks = e.kind == EdgeKind::flow && problem.shapes[e.source].kind != ShapeKind::diamond;
    fork_group_.push_back(forks ? e.source : -1);
  }
  for (int a = 0; a < nets(); ++a)
    for (int b = 0; b < nets(); ++b) {
      if (a != b && may_fork(a, b)) fork_mates_[a].push_back(b);
      if (a != b && may_join(a, b)) join_mates_[a].push_back(b);
    }
}

bool Board::same_decision(int a, int b) const {
  return problem_.edges[a].source == problem_.edges[b].source &&
         (problem_.edges[a].kind == EdgeKind::branch || problem_.edges[b].kind == EdgeKind::branch);
}

int Board::port_cost(int net, const Port& port, bool is_target) const {
  const Edge& e = problem_.edges[net];
  const std::uint8_t liked = is_target ? e.preferred_target_sides : e.preferred_source_sides;
  int cost = port.cost + grid_.way_cost(port.stub);
  if (liked != 0 && (liked & arm_of(port.out)) == 0) cost += price::kUnlikedSide;
  return cost;
}

int Board::first_bend_cost(int net, const Port& port) const {
  const std::optional<Size>& label = problem_.edges[net].label;
  if (!label) return price::kBend;
  const Length along = is_vertical(port.out) ? label->h : label->w;
  return price::kBend + (port.stub < along.units() ? price::kCrampedLabel : 0);
}

void Board::measure(int net) {
  Laid& laid = laid_[net];
  const Path& p = laid.path;
  const int n = static_cast<int>(p.nodes.size());
  laid.steps.resize(n);
  const Port &start = grid_.ports()[p.start_port], &end = grid_.ports()[p.end_port];
  Direction in = start.out;
  for (int k = 0; k < n; ++k) {
    Laid::Step& s = laid.steps[k];
    s.in = in;
    s.out = k + 1 == n ? opposite(end.out) : grid_.direction(p.nodes[k], p.nodes[k + 1]);
    s.arms = static_cast<std::uint8_t>(arm_of(opposite(s.in)) | arm_of(s.out));
    in = s.out;
  }
  const int first_bend = first_bend_cost(net, start), at_start = port_cost(net, start, false);
  // Forwards first, with the way to each node left in cost_after for the way back.
  int x = 0, y = 0, before = at_start;
  std::uint64_t h = mixed(2, static_cast<std::uint64_t>(p.start_port));
  for (int k = 0; k < n; ++k) {
    Laid::Step& s = laid.steps[k];
    s.begin = h = mixed(h, static_cast<std::uint64_t>(p.nodes[k]));
    const int row = grid_.row_of(p.nodes[k]), last_x = x, last_y = y;
    x = grid_.x_cost(p.nodes[k] - row * grid_.columns());
    y = grid_.y_cost(row);
    s.cost_after = k == 0 ? 0 : std::abs(x - last_x) + std::abs(y - last_y);
    if (k > 0) {
      before += s.cost_after;
      if (laid.steps[k - 1].in != s.in) before += k == 1 ? first_bend : price::kBend;
    }
    s.cost_before = before;
  }
  int cost = port_cost(net, end, true), bends = 0;
  h = mixed(1, static_cast<std::uint64_t>(p.end_port));
  for (int k = n - 1; k >= 0; --k) {
    Laid::Step& s = laid.steps[k];
    const int way = s.cost_after;
    s.rest = h = mixed(h, static_cast<std::uint64_t>(p.nodes[k]));
    s.cost_after = cost;
    s.bends_after = bends;
    if (s.in != s.out) {
      cost += k == 0 ? first_bend : price::kBend;
      ++bends;
      if (k == n - 1 && end.stub < kArrowLength.units()) cost += price::kShortArrow;
    }
    cost += way;
  }
  laid.own = cost + at_start;
}

void Board::count(int node, std::uint8_t arms, int by) {
  Standing& s = standing_[node];
  crossings_ -= s.crossed();
  std::int16_t& n = arms == kUpright ? s.upright : arms == kLevel ? s.level : s.bent;
  n = static_cast<std::int16_t>(n + by);
  crossings_ += s.crossed();
  if (n > 1 || (n == 1 && by < 0)) return;
  NodeBits& bits = arms == kUpright ? lines_.upright : arms == kLevel ? lines_.level : lines_.bent;
  bits.set(grid_.column_of(node), grid_.row_of(node), n > 0);
}

// After `by` more lines at the node, one of this net.
void Board::count_crossing(int node, int net, bool before, int by) {
  const bool after = standing_[node].crossed();
  if (before && after) crossings_of_[net] += by;
  if (before == after) return;
  for (int u = head_[node]; u >= 0; u = pool_[u].next) crossings_of_[pool_[u].net] += by;
}

void Board::count_ends(int net, int by) {
  const Path& p = path(net);
  const bool joint = problem_.edges[net].kind == EdgeKind::joint;
  for (const bool entering : {false, true}) {
    const Port& port = grid_.ports()[entering ? p.end_port : p.start_port];
    Ends& ends = ends_[4 * port.shape + port.out];
    mixed_sides_ -= ends.mixed();
    std::int16_t& n = entering && !joint ? ends.entering : ends.leaving;
    n = static_cast<std::int16_t>(n + by);
    mixed_sides_ += ends.mixed();
  }
}

int Board::mixed_side_cost_of(int net) const {
  const Path& p = path(net);
  int cost = 0;
  for (const int end : {p.start_port, p.end_port}) {
    const Port& port = grid_.ports()[end];
    if (ends_[4 * port.shape + port.out].mixed()) cost += mixed_side_price_;
  }
  return cost;
}

void Board::place(int net, Path path) {
  laid_[net].path = std::move(path);
  if (!placed(net)) return;
  measure(net);
  put_on(net);
}

void Board::put_back(int net, Laid laid) {
  laid_[net] = std::move(laid);
  if (placed(net)) put_on(net);
}

void Board::put_on(int net) {
  const Laid& laid = laid_[net];
  const int n = static_cast<int>(laid.steps.size());
  ++placed_nets_;
  nodes_placed_ += n;
  total_own_ += laid.own;
  count_ends(net, 1);
  for (int k = 0; k < n; ++k) {
    const int node = laid.path.nodes[k];
    int slot = free_use_;
    if (slot >= 0) {
      free_use_ = pool_[slot].next;
    } else {
      slot = static_cast<int>(pool_.size());
      pool_.emplace_back();
    }
    pool_[slot] = {net, k, laid.steps[k].arms, head_[node]};
    head_[node] = slot;
    const bool crossed = standing_[node].crossed();
    count(node, laid.steps[k].arms, 1);
    count_crossing(node, net, crossed, 1);
  }
}

Laid Board::lift(int net) {
  if (!placed(net)) return {};
  count_ends(net, -1);
  for (int node : laid_[net].path.nodes) {
    int* link = &head_[node];
    while (pool_[*link].net != net) link = &pool_[*link].next;
    const int slot = *link;
    const bool crossed = standing_[node].crossed();
    count(node, pool_[slot].arms, -1);
    count_crossing(node, net, crossed, -1);
    *link = pool_[slot].next;
    pool_[slot].next = free_use_;
    free_use_ = slot;
  }
  --placed_nets_;
  total_own_ -= laid_[net].own;
  return std::exchange(laid_[net], {});
}

bool Board::compatible(int net, int position, std::uint8_t arms, const Use& other) const {
  if ((arms & other.arms) == 0 && straight(arms) && straight(other.arms)) return true;
  if (may_join(net, other.net) && same_rest(net, position, other.net, other.position)) return true;
  return may_fork(net, other.net) && same_start(net, position, other.net, other.position);
}

std::vector<int> Board::conflicts(int net) const {
  std::vector<int> found;
  const Path& p = path(net);
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const std::uint8_t arms = step(net, k).arms;
    for (int u = head_[p.nodes[k]]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net && !compatible(net, k, arms, pool_[u])) found.push_back(pool_[u].net);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool Board::in_conflict(int net) const {
  const Path& p = path(net);
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const std::uint8_t arms = step(net, k).arms;
    for (int u = head_[p.nodes[k]]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net && !compatible(net, k, arms, pool_[u])) return true;
  }
  return false;
}

std::vector<int> Board::crossed_by(int net) const {
  std::vector<int> found;
  for (int node : path(net).nodes) {
    if (!standing_[node].crossed()) continue;
    for (int u = head_[node]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net) found.push_back(pool_[u].net);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace lembar::routing
