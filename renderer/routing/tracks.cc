#include "routing/tracks.h"

#include <algorithm>

#include "base/assert.h"

namespace lembar::routing {
namespace {

constexpr int kMostInRowStrip = 7;  // more only makes the search slower
constexpr int kLocalReach = 5;      // how far a local track leads away from its shape, in clearances


Span across(const Rect& r, bool upright) {
  return upright ? Span{r.left().units(), r.right().units()} : Span{r.top().units(), r.bottom().units()};
}

AxisPlan plan_of(const Problem& p, bool upright) {
  AxisPlan plan;
  plan.area = across(p.area, upright);
  plan.clearance = p.clearance.units();
  plan.shape_gap = (p.clearance - kSlack).units();
  if (!upright) plan.most_in_strip = kMostInRowStrip;
  for (const Band& b : upright ? p.lanes : p.rows) plan.bands.push_back({b.from.units(), b.to.units()});
  for (const Shape& s : p.shapes) plan.spans.push_back(across(s.box, upright));
  plan.beside.resize(p.shapes.size());
  for (std::size_t i = 0; i < p.shapes.size(); ++i) {
    const Span along = plan.spans[i], side = across(p.shapes[i].box, !upright);
    for (std::size_t k = 0; k < p.shapes.size(); ++k) {
      const Span o = across(p.shapes[k].box, !upright);
      if (k != i && o.from < side.to && side.from < o.to && plan.spans[k].from >= along.to)
        plan.beside[i].push_back(static_cast<int>(k));
    }
  }
  return plan;
}

}  // namespace

Span port_span(const Shape& shape, Direction side) {
  const Span s = across(shape.box, is_vertical(side));
  const Units middle = (s.from + s.to) / 2;
  const Units corner = kCornerGap.units();
  const bool short_side = is_vertical(side) == (shape.box.h > shape.box.w);
  Span span{middle, middle};
  switch (shape.kind) {
    case ShapeKind::box: span = {s.from + corner, s.to - corner}; break;
    case ShapeKind::capsule:
      if (!short_side) {
        const Units round = std::min(shape.box.w, shape.box.h).units() / 2;
        span = {s.from + round, s.to - round};
      }
      break;
    case ShapeKind::pentagon_down:
      if (side == kNorth) span = {s.from + corner, s.to - corner};
      break;
    case ShapeKind::pentagon_up:
      if (side == kSouth) span = {s.from + corner, s.to - corner};
      break;
    case ShapeKind::diamond:
    case ShapeKind::circle: break;
  }
  if (span.to < span.from) span = {middle, middle};
  return span;
}

Grid::Grid(const Problem& problem, int way_price) : problem_(problem), way_price_(way_price) {
  const AxisTracks x_tracks = lay_tracks(plan_of(problem, true)), y_tracks = lay_tracks(plan_of(problem, false));
  xs_ = x_tracks.at;
  ys_ = y_tracks.at;
  x_kind_ = x_tracks.kind;
  y_kind_ = y_tracks.kind;
  for (Units u : xs_) x_cost_.push_back(way_cost(u));
  for (Units u : ys_) y_cost_.push_back(way_cost(u));
  if (nodes() > 0) row_factor_ = ((std::uint64_t{1} << kRowShift) - 1) / static_cast<std::uint64_t>(columns()) + 1;
  step_[kNorth] = -columns();
  step_[kEast] = 1;
  step_[kSouth] = columns();
  step_[kWest] = -1;
  open_.assign(nodes(), kAllSides);
  for (int i = 0; i < columns(); ++i) {
    open_[node(i, 0)] &= ~arm_of(kNorth);
    open_[node(i, rows() - 1)] &= ~arm_of(kSouth);
  }
  for (int j = 0; j < rows(); ++j) {
    open_[node(0, j)] &= ~arm_of(kWest);
    open_[node(columns() - 1, j)] &= ~arm_of(kEast);
  }
  for (const Shape& s : problem.shapes) close_around(s.box, problem.clearance - kSlack);
  for (const Rect& r : problem.obstacles) close_around(r, kObstacleGap);
  settle_local_tracks(true, x_tracks);
  settle_local_tracks(false, y_tracks);
  ports_of_.resize(problem.shapes.size());
  for (std::size_t s = 0; s < problem.shapes.size(); ++s) add_ports(static_cast<int>(s));
}

// Closes every arm that would come nearer than `gap` to the rectangle.
void Grid::close_around(const Rect& rect, Length gap) {
  const Rect r = rect.grown_by(gap);
  const Span sx = across(r, true), sy = across(r, false);
  auto first_after = [](const std::vector<Units>& v, Units u) {
    return static_cast<int>(std::upper_bound(v.begin(), v.end(), u) - v.begin());
  };
  auto first_from = [](const std::vector<Units>& v, Units u) {
    return static_cast<int>(std::lower_bound(v.begin(), v.end(), u) - v.begin());
  };
  const int i0 = first_after(xs_, sx.from), i1 = first_from(xs_, sx.to);
  const int j0 = first_after(ys_, sy.from), j1 = first_from(ys_, sy.to);
  for (int i = i0; i < i1; ++i) {
    for (int j = j0; j < j1; ++j) open_[node(i, j)] = 0;
    if (j0 > 0) open_[node(i, j0 - 1)] &= ~arm_of(kSouth);
    if (j1 < rows()) open_[node(i, j1)] &= ~arm_of(kNorth);
  }
  for (int j = j0; j < j1; ++j) {
    if (i0 > 0) open_[node(i0 - 1, j)] &= ~arm_of(kEast);
    if (i1 < columns()) open_[node(i1, j)] &= ~arm_of(kWest);
  }
}

void Grid::close_track(bool upright, int track, Span span) {
  const std::vector<Units>& along = upright ? ys_ : xs_;
  const std::uint8_t arms = upright ? kUpright : kLevel;
  for (std::size_t k = 0; k < along.size(); ++k) {
    if (along[k] < span.from || along[k] > span.to) continue;
    const int n = upright ? node(track, static_cast<int>(k)) : node(static_cast<int>(k), track);
    open_[n] &= ~arms;
    const Direction back = upright ? kNorth : kWest, ahead = upright ? kSouth : kEast;
    if (k > 0) open_[n + step(back)] &= ~arm_of(ahead);
    if (k + 1 < along.size()) open_[n + step(ahead)] &= ~arm_of(back);
  }
}

// Each local track keeps the stretches before the ports of the shapes whose middle it is; there its neighbours are
// closed. Everywhere else it is closed itself.
void Grid::settle_local_tracks(bool upright, const AxisTracks& tracks) {
  const Units reach = problem_.clearance.units() * kLocalReach, clear = problem_.clearance.units();
  const Span whole = across(problem_.area, !upright);
  for (std::size_t t = 0; t < tracks.at.size(); ++t) {
    if (tracks.kind[t] == TrackKind::through) continue;
    std::vector<Span> kept;
    for (const Shape& s : problem_.shapes) {
      if (tracks.kind[t] == TrackKind::narrow) break;
      const Span side = across(s.box, upright), along = across(s.box, !upright);
      if (std::abs((side.from + side.to) / 2 - tracks.at[t]) > mm(0.1).units()) continue;
      kept.push_back({along.from - reach, along.to + reach});
    }
    std::sort(kept.begin(), kept.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    Units from = whole.from;
    for (const Span& k : kept) {
      if (k.from > from) {
        close_track(upright, static_cast<int>(t), {from, k.from});
        barred_[upright].push_back({static_cast<int>(t), {from, k.from}});
      }
      from = std::max(from, k.to);
      for (std::size_t o = 0; o < tracks.at.size(); ++o) {
        if (o == t || std::abs(tracks.at[o] - tracks.at[t]) >= clear) continue;
        if (tracks.kind[o] == TrackKind::narrow) continue;
        if (tracks.kind[o] == TrackKind::local && o < t && barred(upright, static_cast<int>(t), k)) continue;
        const Span taken{k.from - clear, k.to + clear};
        close_track(upright, static_cast<int>(o), taken);
        barred_[upright].push_back({static_cast<int>(o), taken});
      }
    }
    if (from < whole.to) {
      close_track(upright, static_cast<int>(t), {from, whole.to});
      barred_[upright].push_back({static_cast<int>(t), {from, whole.to}});
    }
  }
}

bool Grid::barred(bool upright, int track, Span span) const {
  for (const Barred& b : barred_[upright])
    if (b.track == track && b.span.from < span.to && span.from < b.span.to) return true;
  return false;
}

void Grid::add_ports(int shape) {
  const Shape& s = problem_.shapes[shape];
  for (Direction out : {kNorth, kEast, kSouth, kWest}) {
    const bool upright = is_vertical(out);
    const std::vector<Units>& tracks = upright ? xs_ : ys_;
    const Span span = port_span(s, out), side = across(s.box, upright);
    const Units middle = (side.from + side.to) / 2, slack = mm(0.1).units();
    auto it = std::lower_bound(tracks.begin(), tracks.end(), std::min(span.from, middle - slack));
    for (; it != tracks.end() && *it <= std::max(span.to, middle + slack); ++it)
      if ((*it >= span.from && *it <= span.to) || std::abs(*it - middle) <= slack)
        add_port(shape, out, static_cast<int>(it - tracks.begin()), middle);
  }
}

void Grid::add_port(int shape, Direction out, int track, Units across_middle) {
  const Rect& box = problem_.shapes[shape].box;
  const bool upright = is_vertical(out), forward = out == kEast || out == kSouth;
  const Span along = across(box, !upright);
  const std::vector<Units>& steps = upright ? ys_ : xs_;
  const std::vector<TrackKind>& kinds = upright ? y_kind_ : x_kind_;
  const Units clear = (problem_.clearance - kSlack).units(), edge = forward ? along.to : along.from;
  const Units place = upright ? xs_[track] : ys_[track];
  const Length fixed = Length::from_units(place), end = Length::from_units(edge);
  Port p;
  p.shape = shape;
  p.out = out;
  p.at = upright ? Point{fixed, end} : Point{end, fixed};
  const Span side = across(box, upright);
  const bool long_side = side.to - side.from > kLongSide.units();
  const auto in_middle = [&](Units middle) { return std::abs(place - middle) <= mm(0.1).units(); };
  // The middles of the lanes that a long side passes are as good as its own.
  const std::vector<Band>& bands = upright ? problem_.lanes : problem_.rows;
  const bool centred = in_middle(across_middle) ||
                       (long_side && std::any_of(bands.begin(), bands.end(), [&](const Band& b) { return in_middle((b.from.units() + b.to.units()) / 2); }));
  if (!centred) p.cost = price::kOffCentre;
  if (long_side && std::min(place - side.from, side.to - place) < kNearCorner.units()) p.cost += price::kByCorner;
  for (const Band& b : bands)
    if (std::abs(b.from.units() - place) < kRuleGap.units() || std::abs(b.to.units() - place) < kRuleGap.units())
      p.cost += price::kOnRule;
  int k = forward ? static_cast<int>(std::upper_bound(steps.begin(), steps.end(), edge) - steps.begin())
                  : static_cast<int>(std::lower_bound(steps.begin(), steps.end(), edge) - steps.begin()) - 1;
  // Usually the first node that keeps the clearance; or, nearer, the middle of a narrow gap.
  for (; k >= 0 && k < static_cast<int>(steps.size()); k += forward ? 1 : -1) {
    const bool narrow = kinds[k] == TrackKind::narrow;
    p.stub = std::abs(steps[k] - edge);
    if (p.stub < clear && !narrow) continue;
    p.node = upright ? node(track, k) : node(k, track);
    if (barred(upright, track, {std::min(edge, steps[k]), std::max(edge, steps[k])})) return;
    if ((open_[p.node] != 0 || narrow) && stub_is_clear(shape, p, narrow)) {
      ports_of_[shape].push_back(static_cast<int>(ports_.size()));
      ports_.push_back(p);
    }
    if (p.stub >= clear) return;
  }
}

// In a narrow gap the shape on the other side is near by nature; the line can end nowhere else.
bool Grid::stub_is_clear(int shape, const Port& port, bool narrow) const {
  const Point a = port.at, b = point(port.node);
  const Rect stub = Rect::from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y));
  const Length gap = problem_.clearance - kSlack;
  for (std::size_t o = 0; o < problem_.shapes.size(); ++o) {
    if (static_cast<int>(o) == shape) continue;
    const Rect& box = problem_.shapes[o].box;
    const bool facing = narrow && (is_vertical(port.out) ? a.x >= box.left() && a.x <= box.right()
                                                         : a.y >= box.top() && a.y <= box.bottom());
    if (box.grown_by(facing ? Length() : gap).overlaps(stub)) return false;
  }
  return std::none_of(problem_.obstacles.begin(), problem_.obstacles.end(),
                      [&](const Rect& r) { return r.grown_by(kObstacleGap).overlaps(stub); });
}

}  // namespace lembar::routing
