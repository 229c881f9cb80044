#include "routing/board.h"

#include <algorithm>

namespace lembar::routing {
namespace {

constexpr std::uint64_t mixed(std::uint64_t h, std::uint64_t v) {
  h ^= v + 0x9e3779b97f4a7c15ull + (h << 6) + (h >> 2);
  h *= 0xff51afd7ed558ccdull;
  return h ^ (h >> 33);
}

bool straight(std::uint8_t arms) { return arms == kUpright || arms == kLevel; }

}  // namespace

Board::Board(const Problem& problem, const Grid& grid)
    : problem_(problem), grid_(grid), paths_(problem.edges.size()), detail_(problem.edges.size()), head_(grid.nodes(), -1),
      standing_(grid.nodes()), fork_mates_(problem.edges.size()), join_mates_(problem.edges.size()),
      lines_{NodeBits(grid), NodeBits(grid), NodeBits(grid)} {
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
  int cost = port.cost + static_cast<int>(port.stub * price::kPerMm / mm(1).units());
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
  const Path& p = paths_[net];
  Detail& d = detail_[net];
  const int n = static_cast<int>(p.nodes.size());
  d.cost_after.assign(n, 0);
  d.cost_before.assign(n, 0);
  d.bends_after.assign(n, 0);
  d.rest.assign(n, 0);
  d.begin.assign(n, 0);
  d.bends = 0;
  const Port& end = grid_.ports()[p.end_port];
  auto way = [&](int a, int b) {
    return std::abs(grid_.x_cost(grid_.column_of(a)) - grid_.x_cost(grid_.column_of(b))) +
           std::abs(grid_.y_cost(grid_.row_of(a)) - grid_.y_cost(grid_.row_of(b)));
  };
  int cost = port_cost(net, end, true);
  std::uint64_t h = mixed(1, static_cast<std::uint64_t>(p.end_port));
  for (int k = n - 1; k >= 0; --k) {
    d.rest[k] = h = mixed(h, static_cast<std::uint64_t>(p.nodes[k]));
    d.cost_after[k] = cost;
    d.bends_after[k] = d.bends;
    if (way_in(net, k) != way_out(net, k)) {
      cost += k == 0 ? first_bend_cost(net, grid_.ports()[p.start_port]) : price::kBend;
      ++d.bends;
      if (k == n - 1 && end.stub < kArrowLength.units()) cost += price::kShortArrow;
    }
    if (k > 0) cost += way(p.nodes[k], p.nodes[k - 1]);
  }
  h = mixed(2, static_cast<std::uint64_t>(p.start_port));
  int before = port_cost(net, grid_.ports()[p.start_port], false);
  for (int k = 0; k < n; ++k) {
    d.begin[k] = h = mixed(h, static_cast<std::uint64_t>(p.nodes[k]));
    if (k > 0) {
      before += way(p.nodes[k], p.nodes[k - 1]);
      if (way_in(net, k - 1) != way_in(net, k))
        before += k == 1 ? first_bend_cost(net, grid_.ports()[p.start_port]) : price::kBend;
    }
    d.cost_before[k] = before;
  }
  d.own = cost + port_cost(net, grid_.ports()[p.start_port], false);
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

void Board::place(int net, Path path) {
  paths_[net] = std::move(path);
  const Path& p = paths_[net];
  if (p.empty()) return;
  nodes_placed_ += static_cast<std::int64_t>(p.nodes.size());
  measure(net);
  total_own_ += detail_[net].own;
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const int node = p.nodes[k];
    int slot = free_use_;
    if (slot >= 0) {
      free_use_ = pool_[slot].next;
    } else {
      slot = static_cast<int>(pool_.size());
      pool_.emplace_back();
    }
    const auto arms = static_cast<std::uint8_t>(arm_of(opposite(way_in(net, k))) | arm_of(way_out(net, k)));
    pool_[slot] = {net, k, arms, head_[node]};
    head_[node] = slot;
    count(node, arms, 1);
  }
}

void Board::lift(int net) {
  for (int node : paths_[net].nodes) {
    int* link = &head_[node];
    while (pool_[*link].net != net) link = &pool_[*link].next;
    const int slot = *link;
    count(node, pool_[slot].arms, -1);
    *link = pool_[slot].next;
    pool_[slot].next = free_use_;
    free_use_ = slot;
  }
  if (placed(net)) total_own_ -= detail_[net].own;
  paths_[net] = {};
  detail_[net].own = detail_[net].bends = 0;
}

bool Board::compatible(int net, int position, std::uint8_t arms, const Use& other) const {
  if ((arms & other.arms) == 0 && straight(arms) && straight(other.arms)) return true;
  if (may_join(net, other.net) && same_rest(net, position, other.net, other.position)) return true;
  return may_fork(net, other.net) && same_start(net, position, other.net, other.position);
}

std::vector<int> Board::conflicts(int net) const {
  std::vector<int> found;
  const Path& p = paths_[net];
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const auto arms = static_cast<std::uint8_t>(arm_of(opposite(way_in(net, k))) | arm_of(way_out(net, k)));
    for (int u = head_[p.nodes[k]]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net && !compatible(net, k, arms, pool_[u])) found.push_back(pool_[u].net);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool Board::in_conflict(int net) const {
  const Path& p = paths_[net];
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const auto arms = static_cast<std::uint8_t>(arm_of(opposite(way_in(net, k))) | arm_of(way_out(net, k)));
    for (int u = head_[p.nodes[k]]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net && !compatible(net, k, arms, pool_[u])) return true;
  }
  return false;
}

std::vector<int> Board::crossed_by(int net) const {
  std::vector<int> found;
  for (int node : paths_[net].nodes) {
    if (!standing_[node].crossed()) continue;
    for (int u = head_[node]; u >= 0; u = pool_[u].next)
      if (pool_[u].net != net) found.push_back(pool_[u].net);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

int Board::crossings_of(int net) const {
  int n = 0;
  for (int node : paths_[net].nodes) n += standing_[node].crossed();
  return n;
}

}  // namespace lembar::routing
