#include "routing/labels.h"

#include <algorithm>

namespace lembar::routing {
namespace {

constexpr Length kStep = mm(0.4);
// Nearer to another line than this, words may be taken for that line's: rather further along their own, hard by the
// other one by all of the detour, at the distance by nothing.
constexpr Length kBesideOther = mm(3.0), kDetourFromOther = mm(12.0);

constexpr Length kHalfALine = mm(0.1);

struct Place {
  Rect box;
  std::int64_t cost = 0;
};

struct Line {
  int edge = 0;
  Rect rect;
};

struct Job {
  int edge = 0;
  std::vector<Place> places;  // free but for other labels, best first
  int chosen = -1;
};

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

// Does the box meet what is drawn of the shape? The corners beside a diamond are free.
bool meets(const Rect& box, const Shape& shape) {
  if (!box.overlaps(shape.box.grown_by(kLabelGap))) return false;
  if (shape.kind != ShapeKind::diamond) return true;
  const Rect r = box.grown_by(kLabelGap);
  const Point c = shape.box.center();
  const std::int64_t dx = distance(min(max(c.x, r.left()), r.right()), c.x).units();
  const std::int64_t dy = distance(min(max(c.y, r.top()), r.bottom()), c.y).units();
  const std::int64_t hw = shape.box.w.units() / 2, hh = shape.box.h.units() / 2;
  return dx * hh + dy * hw < hw * hh;
}

Rect segment(Point a, Point b) { return Rect::from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)); }

// Along x or y, whichever is more; 0 where they touch.
Length gap_between(const Rect& a, const Rect& b) {
  const Length dx = max(a.left() - b.right(), b.left() - a.right()), dy = max(a.top() - b.bottom(), b.top() - a.bottom());
  return max(Length(), max(dx, dy));
}

// To the line's nearest segment; huge for a line without points.
Length gap_to_line(const Rect& box, const Route& route) {
  Length gap = mm(10000);
  for (std::size_t i = 0; i + 1 < route.points.size(); ++i) gap = min(gap, gap_between(box, segment(route.points[i], route.points[i + 1])));
  return gap;
}

class Labeller {
 public:
  Labeller(const Problem& problem, std::vector<Route>& routes) : problem_(problem), routes_(routes) {
    for (std::size_t e = 0; e < routes.size(); ++e)
      for (std::size_t i = 0; i + 1 < routes[e].points.size(); ++i)
        lines_.push_back({static_cast<int>(e), segment(routes[e].points[i], routes[e].points[i + 1])});
  }

  std::vector<int> place(bool far) {
    std::vector<Job> jobs;
    for (std::size_t e = 0; e < routes_.size(); ++e) {
      routes_[e].label_box.reset();
      if (!problem_.edges[e].label || routes_[e].points.empty()) continue;
      std::vector<Place> found = places(static_cast<int>(e), *problem_.edges[e].label, kLabelReach);
      for (int reach : {2, 4, 16})
        if (far && found.empty()) found = places(static_cast<int>(e), *problem_.edges[e].label, kLabelReach * reach);
      jobs.push_back({static_cast<int>(e), std::move(found)});
    }
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const Job& a, const Job& b) { return a.places.size() < b.places.size(); });
    std::vector<int> homeless;
    for (Job& j : jobs)
      if (!settle(jobs, j) && !settle_by_pushing(jobs, j)) homeless.push_back(j.edge);
    for (const Job& j : jobs)
      if (j.chosen >= 0) routes_[j.edge].label_box = j.places[j.chosen].box;
    std::sort(homeless.begin(), homeless.end());
    return homeless;
  }

 private:
  static bool apart(const Rect& a, const Rect& b) { return !a.grown_by(kLabelGap).overlaps(b); }

  static bool settle(std::vector<Job>& jobs, Job& job) {
    for (std::size_t k = 0; k < job.places.size(); ++k) {
      const bool free = std::all_of(jobs.begin(), jobs.end(), [&](const Job& o) {
        return &o == &job || o.chosen < 0 || apart(job.places[k].box, o.places[o.chosen].box);
      });
      if (!free) continue;
      job.chosen = static_cast<int>(k);
      return true;
    }
    return false;
  }

  // Takes a place from the one label that holds it, if that one finds another.
  static bool settle_by_pushing(std::vector<Job>& jobs, Job& job) {
    for (std::size_t k = 0; k < job.places.size(); ++k) {
      std::vector<Job*> holders;
      for (Job& o : jobs)
        if (&o != &job && o.chosen >= 0 && !apart(job.places[k].box, o.places[o.chosen].box)) holders.push_back(&o);
      if (holders.size() != 1) continue;
      const int before = holders[0]->chosen;
      job.chosen = static_cast<int>(k);
      holders[0]->chosen = -1;
      if (settle(jobs, *holders[0])) return true;
      holders[0]->chosen = before;
      job.chosen = -1;
    }
    return false;
  }

  // All that a label of this size could meet within reach of its line's start.
  void look_around(int edge, Size size, Length reach) {
    const auto& p = routes_[edge].points;
    Length left = p[0].x, right = p[0].x, top = p[0].y, bottom = p[0].y, run{};
    for (std::size_t i = 1; i < p.size() && run <= reach; ++i) {
      left = min(left, p[i].x);
      right = max(right, p[i].x);
      top = min(top, p[i].y);
      bottom = max(bottom, p[i].y);
      run += distance(p[i - 1].x, p[i].x) + distance(p[i - 1].y, p[i].y);
    }
    left = max(left, p[0].x - reach);
    right = min(right, p[0].x + reach);
    top = max(top, p[0].y - reach);
    bottom = min(bottom, p[0].y + reach);
    const Length x = size.w + kLabelBesideLine, y = size.h + kLabelBesideLine;
    const Rect around = Rect::from_edges(left - x, top - y, right + x, bottom + y);
    near_lines_.clear();
    near_shapes_.clear();
    near_obstacles_.clear();
    for (const Line& l : lines_)
      if (l.rect.grown_by(kBesideOther).overlaps(around)) near_lines_.push_back(&l);
    for (const Shape& s : problem_.shapes)
      if (s.box.grown_by(kLabelGap).overlaps(around)) near_shapes_.push_back(&s);
    for (const Rect& o : problem_.obstacles)
      if (o.grown_by(kLabelGap).overlaps(around)) near_obstacles_.push_back(&o);
  }

  std::vector<Place> places(int edge, Size size, Length reach) {
    std::vector<Place> out;
    Length run{};
    const auto& p = routes_[edge].points;
    look_around(edge, size, reach);
    for (std::size_t i = 0; i + 1 < p.size() && run <= reach; ++i) {
      const bool level = p[i].y == p[i + 1].y;
      const Length length = level ? distance(p[i].x, p[i + 1].x) : distance(p[i].y, p[i + 1].y);
      const bool forward = level ? p[i + 1].x > p[i].x : p[i + 1].y > p[i].y;
      const Length along = level ? size.w : size.h;
      for (Length t = kLabelGap; t <= length && run + t <= reach && t + along / 2 <= length; t += kStep) {
        const Length x = level ? (forward ? p[i].x + t : p[i].x - t - size.w) : p[i].x + kLabelBesideLine;
        const Length y = level ? p[i].y - kLabelBesideLine - size.h : (forward ? p[i].y + t : p[i].y - t - size.h);
        const Length other = level ? p[i].y + kLabelBesideLine : p[i].x - kLabelBesideLine - size.w;
        consider(edge, {x, y, size.w, size.h}, run + t, out);
        consider(edge, level ? Rect{x, other, size.w, size.h} : Rect{other, y, size.w, size.h}, run + t + kStep, out);
      }
      run += length;
    }
    std::stable_sort(out.begin(), out.end(), [](const Place& a, const Place& b) { return a.cost < b.cost; });
    return out;
  }

  void consider(int edge, const Rect& box, Length way, std::vector<Place>& out) const {
    const Rect& a = problem_.area;
    if (box.left() < a.left() || box.top() < a.top() || box.right() > a.right() || box.bottom() > a.bottom()) return;
    Length to_other = kBesideOther;
    for (const Line* l : near_lines_) {
      if (l->rect.grown_by(kLabelGap).overlaps(box)) return;
      if (l->edge != edge && l->rect.grown_by(to_other).overlaps(box)) to_other = min(to_other, gap_between(box, l->rect));
    }
    for (const Shape* s : near_shapes_)
      if (meets(box, *s)) return;
    for (const Rect* o : near_obstacles_)
      if (o->grown_by(kLabelGap).overlaps(box)) return;
    std::int64_t cost = way.units() + (kBesideOther - to_other).units() * kDetourFromOther.units() / kBesideOther.units();
    for (const Band& b : problem_.lanes)
      if (b.to > box.left() && b.to < box.right()) cost += mm(4.0).units();
    for (const Band& b : problem_.rows)
      if (b.to > box.top() && b.to < box.bottom()) cost += mm(4.0).units();
    out.push_back({box, cost});
  }

  const Problem& problem_;
  std::vector<Route>& routes_;
  std::vector<Line> lines_;
  std::vector<const Line*> near_lines_;  // to the label at hand, as are the others
  std::vector<const Shape*> near_shapes_;
  std::vector<const Rect*> near_obstacles_;
};

}  // namespace

std::vector<int> find_misleading_labels(const std::vector<Route>& routes) {
  std::vector<int> misleading;
  for (std::size_t e = 0; e < routes.size(); ++e) {
    if (!routes[e].label_box) continue;
    const Rect& box = *routes[e].label_box;
    const Length own = gap_to_line(box, routes[e]);
    // Half the width of a line more or less is not seen.
    const auto nearer = [&](const Route& other) { return &other != &routes[e] && gap_to_line(box, other) + kHalfALine < own; };
    if (std::any_of(routes.begin(), routes.end(), nearer)) misleading.push_back(static_cast<int>(e));
  }
  return misleading;
}

std::vector<int> place_labels(const Problem& problem, std::vector<Route>& routes, bool far) {
  return Labeller(problem, routes).place(far);
}

}  // namespace lembar::routing
