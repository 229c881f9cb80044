#include "routing/labels.h"

#include <algorithm>
#include <array>

namespace lembar::routing {
namespace {

constexpr Length kStep = mm(0.8);

struct Line {
  int edge;
  Rect box;
};

// Does the box meet what is drawn of the shape? The corners beside a diamond and a circle are free.
bool meets(const Rect& box, const Shape& shape, Length gap) {
  const Rect r = shape.box.grown_by(gap);
  if (!box.overlaps(r)) return false;
  if (shape.kind != ShapeKind::diamond) return true;
  const Point c = shape.box.center();
  const Length nx = min(max(c.x, box.left()), box.right()), ny = min(max(c.y, box.top()), box.bottom());
  const std::int64_t dx = std::abs((nx - c.x).units()), dy = std::abs((ny - c.y).units());
  const std::int64_t hw = r.w.units() / 2, hh = r.h.units() / 2;
  return dx * hh + dy * hw < hw * hh;
}

std::vector<Rect> candidates(const Route& route, Size size) {
  std::vector<Rect> out;
  Length run{};
  const auto& p = route.points;
  for (std::size_t i = 0; i + 1 < p.size() && run <= kLabelReach; ++i) {
    const bool level = p[i].y == p[i + 1].y;
    const Length length = level ? (p[i + 1].x < p[i].x ? p[i].x - p[i + 1].x : p[i + 1].x - p[i].x)
                                : (p[i + 1].y < p[i].y ? p[i].y - p[i + 1].y : p[i + 1].y - p[i].y);
    const bool forward = level ? p[i + 1].x > p[i].x : p[i + 1].y > p[i].y;
    const Length along = level ? size.w : size.h;
    for (Length t = kLabelGap; t <= length && run + t <= kLabelReach; t += kStep) {
      if (t + along > length + along / 2) break;
      if (level) {
        const Length x = forward ? p[i].x + t : p[i].x - t - size.w;
        out.push_back({x, p[i].y - kLabelGap - size.h, size.w, size.h});
        out.push_back({x, p[i].y + kLabelGap, size.w, size.h});
      } else {
        const Length y = forward ? p[i].y + t : p[i].y - t - size.h;
        out.push_back({p[i].x + kLabelGap, y, size.w, size.h});
        out.push_back({p[i].x - kLabelGap - size.w, y, size.w, size.h});
      }
    }
    run += length;
  }
  return out;
}

}  // namespace

std::vector<int> place_labels(const Problem& problem, std::vector<Route>& routes) {
  std::vector<Rect> lines;
  for (const Route& r : routes)
    for (std::size_t i = 0; i + 1 < r.points.size(); ++i)
      lines.push_back(Rect::from_edges(min(r.points[i].x, r.points[i + 1].x), min(r.points[i].y, r.points[i + 1].y),
                                       max(r.points[i].x, r.points[i + 1].x), max(r.points[i].y, r.points[i + 1].y)));
  const Length gap = mm(0.2);
  struct Job {
    int edge;
    std::vector<Rect> free;
  };
  std::vector<Job> jobs;
  for (std::size_t e = 0; e < routes.size(); ++e) {
    routes[e].label_box.reset();
    if (!problem.edges[e].label || routes[e].points.empty()) continue;
    Job job{static_cast<int>(e), {}};
    for (const Rect& c : candidates(routes[e], *problem.edges[e].label)) {
      if (c.left() < problem.area.left() || c.top() < problem.area.top() || c.right() > problem.area.right() ||
          c.bottom() > problem.area.bottom())
        continue;
      const bool taken = std::any_of(problem.shapes.begin(), problem.shapes.end(), [&](const Shape& s) { return meets(c, s, gap); }) ||
                         std::any_of(lines.begin(), lines.end(), [&](const Rect& l) { return l.grown_by(gap).overlaps(c); }) ||
                         std::any_of(problem.obstacles.begin(), problem.obstacles.end(), [&](const Rect& o) { return o.grown_by(gap).overlaps(c); });
      if (!taken) job.free.push_back(c);
    }
    jobs.push_back(std::move(job));
  }
  std::stable_sort(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) { return a.free.size() < b.free.size(); });
  std::vector<Rect> chosen;
  std::vector<int> homeless;
  for (const Job& job : jobs) {
    for (const Rect& c : job.free) {
      if (std::any_of(chosen.begin(), chosen.end(), [&](const Rect& o) { return o.grown_by(gap).overlaps(c); })) continue;
      routes[job.edge].label_box = c;
      chosen.push_back(c);
      break;
    }
    if (!routes[job.edge].label_box) homeless.push_back(job.edge);
  }
  std::sort(homeless.begin(), homeless.end());
  return homeless;
}

}  // namespace lembar::routing
