#include "unit/routing/random_problem.h"

#include <algorithm>
#include <sstream>

#include "random/random_source.h"

namespace lembar::test {
namespace {

using namespace lembar::routing;

ShapeKind random_kind(RandomSource& r) {
  static const std::vector<ShapeKind> kinds{ShapeKind::box,     ShapeKind::box,    ShapeKind::box,           ShapeKind::capsule,
                                            ShapeKind::diamond, ShapeKind::circle, ShapeKind::pentagon_down, ShapeKind::pentagon_up};
  return r.pick(kinds);
}

std::vector<Band> bands(RandomSource& r, int count, int least, int most) {
  std::vector<Band> out;
  Length at;
  for (int i = 0; i < count; ++i) {
    const Length to = at + mm(0.1 * r.between(10 * least, 10 * most));
    out.push_back({at, to});
    at = to;
  }
  return out;
}

// In the middle of its cell, as layout puts them, with 1.5 mm beside it at least.
Rect in_cell(RandomSource& r, ShapeKind kind, const Band& lane, const Band& row) {
  Length w = (lane.to - lane.from) * r.between(40, 75) / 100, h = (row.to - row.from) * r.between(40, 65) / 100;
  w = min(w, lane.to - lane.from - mm(3.4));
  h = min(h, row.to - row.from - mm(3.0));
  if (kind == ShapeKind::circle) w = h = min(w, h);
  return {(lane.from + lane.to - w) / 2, (row.from + row.to - h) / 2, w, h};
}

}  // namespace

Problem random_problem(std::uint64_t seed) {
  RandomSource r(seed);
  Problem p;
  p.clearance = mm(1.2);
  p.lanes = bands(r, r.between(1, 7), 12, 28);
  p.rows = bands(r, r.between(2, 14), 10, 24);
  p.area = Rect::from_edges(mm(0), mm(0), p.lanes.back().to, p.rows.back().to);
  for (std::size_t row = 0; row < p.rows.size(); ++row) {
    std::vector<int> before;
    for (std::size_t lane = 0; lane < p.lanes.size(); ++lane) {
      if (!before.empty() ? !r.chance(12) : !r.chance(static_cast<int>(160 / p.lanes.size()))) continue;
      const ShapeKind kind = random_kind(r);
      before.push_back(static_cast<int>(p.shapes.size()));
      p.shapes.push_back({"s" + std::to_string(p.shapes.size()), kind, in_cell(r, kind, p.lanes[lane], p.rows[row])});
    }
    for (std::size_t i = 0; i + 1 < before.size(); ++i)
      if (r.chance(50))
        p.edges.push_back({.id = "j" + std::to_string(p.edges.size()), .source = before[i], .target = before[i + 1], .kind = EdgeKind::joint});
  }
  const int last = static_cast<int>(p.shapes.size()) - 1;
  std::vector<int> leaving(p.shapes.size(), 0);
  if (last < 1) return p;
  for (int n = r.between(1, last + 1 + last / 3); n > 0; --n) {
    const int from = r.between(0, last), near = std::min(last, from + 1), to = r.chance(60) ? near : r.between(0, last);
    if (from == to) continue;
    const bool decision = p.shapes[from].kind == ShapeKind::diamond;
    if (leaving[from] >= (decision ? 2 : 3)) continue;
    ++leaving[from];
    Edge e{.id = "e" + std::to_string(p.edges.size()), .source = from, .target = to};
    e.kind = decision ? EdgeKind::branch : EdgeKind::flow;
    if (decision && r.chance(30)) e.source_sides = kRight | kBottom | kLeft;
    if (r.chance(20)) e.preferred_target_sides = kTop | kLeft | kRight;
    if (decision || r.chance(10)) e.label = Size{mm(r.chance(50) ? 3.0 : 7.05), mm(2.8)};
    p.edges.push_back(e);
  }
  return p;
}

Problem shrunk(Problem p, const std::function<bool(const Problem&)>& fails) {
  bool smaller = true;
  while (smaller) {
    smaller = false;
    for (std::size_t i = p.edges.size(); i-- > 0;) {
      Problem q = p;
      q.edges.erase(q.edges.begin() + static_cast<std::ptrdiff_t>(i));
      if (!fails(q)) continue;
      p = std::move(q);
      smaller = true;
    }
    for (std::size_t i = p.shapes.size(); i-- > 0;) {
      const int n = static_cast<int>(i);
      if (std::any_of(p.edges.begin(), p.edges.end(), [n](const Edge& e) { return e.source == n || e.target == n; })) continue;
      Problem q = p;
      q.shapes.erase(q.shapes.begin() + n);
      for (Edge& e : q.edges) {
        e.source -= e.source > n;
        e.target -= e.target > n;
      }
      if (!fails(q)) continue;
      p = std::move(q);
      smaller = true;
    }
    for (std::size_t i = p.obstacles.size(); i-- > 0;) {
      Problem q = p;
      q.obstacles.erase(q.obstacles.begin() + static_cast<std::ptrdiff_t>(i));
      if (!fails(q)) continue;
      p = std::move(q);
      smaller = true;
    }
  }
  return p;
}

std::string written(const Problem& p) {
  std::ostringstream out;
  auto u = [&out](Length l) -> std::ostream& { return out << "Length::from_units(" << l.units() << ")"; };
  auto rect = [&](const Rect& r) {
    out << "{";
    u(r.x) << ", ", u(r.y) << ", ", u(r.w) << ", ", u(r.h) << "}";
  };
  out << "Problem p;\np.clearance = ";
  u(p.clearance) << ";\np.area = ";
  rect(p.area);
  out << ";\n";
  for (const Band& b : p.lanes) out << "p.lanes.push_back({", u(b.from) << ", ", u(b.to) << "});\n";
  for (const Band& b : p.rows) out << "p.rows.push_back({", u(b.from) << ", ", u(b.to) << "});\n";
  for (const Shape& s : p.shapes) {
    out << "p.shapes.push_back({\"" << s.id << "\", static_cast<ShapeKind>(" << static_cast<int>(s.kind) << "), ";
    rect(s.box);
    out << "});\n";
  }
  for (const Edge& e : p.edges) {
    out << "p.edges.push_back({.id = \"" << e.id << "\", .source = " << e.source << ", .target = " << e.target
        << ", .kind = static_cast<EdgeKind>(" << static_cast<int>(e.kind) << "), .source_sides = " << int{e.source_sides}
        << ", .target_sides = " << int{e.target_sides};
    if (e.label) out << ", .label = Size{", u(e.label->w) << ", ", u(e.label->h) << "}";
    out << "});\n";
  }
  return out.str();
}

}  // namespace lembar::test
