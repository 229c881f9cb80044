#include "routing/label_lack.h"

#include <algorithm>

#include "routing/labels.h"

namespace lembar::routing {
namespace {

constexpr Length kStep = mm(1.0);       // from place to place
constexpr Length kSlack = mm(0.3);      // asked for besides, so that the place is found
constexpr std::int64_t kLaneIsDearer = 2;

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

int band_at(const std::vector<Band>& bands, Length at) {
  const auto band = std::partition_point(bands.begin(), bands.end(), [at](const Band& b) { return b.to < at; });
  return static_cast<int>(std::min<std::ptrdiff_t>(band - bands.begin(), static_cast<std::ptrdiff_t>(bands.size()) - 1));
}

class Measurer {
 public:
  Measurer(const Problem& problem, const std::vector<Route>& routes, int edge)
      : problem_(problem), edge_(edge), label_(*problem.edges[edge].label), points_(routes[edge].points),
        best_{Length(), problem.edges[edge].label->h, problem.shapes[problem.edges[edge].source].box.center()} {
    for (const Shape& shape : problem.shapes) blockers_.push_back(shape.box);
    for (const Rect& text : problem.obstacles) blockers_.push_back(text);
    for (const Route& route : routes) {
      if (route.label_box) blockers_.push_back(*route.label_box);
      for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
        const Point a = route.points[i], b = route.points[i + 1];
        blockers_.push_back(Rect::from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)));
      }
    }
  }

  std::vector<Shortage> find() {
    Length run;
    for (std::size_t i = 0; i + 1 < points_.size() && run <= kLabelReach; ++i) {
      const Point a = points_[i], b = points_[i + 1];
      const bool level = a.y == b.y;
      const Length length = level ? distance(a.x, b.x) : distance(a.y, b.y);
      for (Length t = kLabelGap; t <= length && run + t <= kLabelReach; t += kStep)
        for (const bool after : {false, true}) measure(a, b, t, length, after);
      run += length;
    }
    std::vector<Shortage> lacks;
    if (best_.row_lack > Length() || best_.lane_lack == Length())
      lacks.push_back({Shortage::Kind::row, band_at(problem_.rows, best_.middle.y), best_.row_lack + kSlack, edge_});
    if (best_.lane_lack > Length()) lacks.push_back({Shortage::Kind::lane, band_at(problem_.lanes, best_.middle.x), best_.lane_lack + kSlack, edge_});
    std::erase_if(lacks, [&](const Shortage& lack) { return lack.index < 0; });
    return lacks;
  }

 private:
  struct Place {
    Length lane_lack, row_lack;
    Point middle;  // of the room that there is
    Length price() const { return lane_lack * kLaneIsDearer + row_lack; }
  };

  // The place that begins `t` after `a` on the segment from a to b; `after`: below or right of it.
  void measure(Point a, Point b, Length t, Length length, bool after) {
    const bool level = a.y == b.y;
    const Length along = level ? label_.w : label_.h, across = level ? label_.h : label_.w;
    const Length from = level ? a.x : a.y, to = level ? b.x : b.y, at = level ? a.y : a.x;
    const Length start = to > from ? from + t : from - t - along;
    const Length needed = across + kLabelBesideLine + kLabelGap;
    const Length free = free_beside(level, at, after, start, start + along, needed);
    const Length lack_across = max(Length(), needed - free), lack_along = max(Length(), half(along) - (length - t));
    const Length middle = after ? at + half(free) : at - half(free);
    Place place{level ? lack_along : lack_across, level ? lack_across : lack_along,
                level ? Point{start + half(along), middle} : Point{middle, start + half(along)}};
    if (known_ && best_.price() <= place.price()) return;
    best_ = place;
    known_ = true;
  }

  // From the line at `at` to what stands next beside it between `lo` and `hi`; not more than `most`.
  Length free_beside(bool level, Length at, bool after, Length lo, Length hi, Length most) const {
    const Rect& area = problem_.area;
    const Length end = level ? (after ? area.bottom() : area.top()) : (after ? area.right() : area.left());
    Length free = min(most, distance(at, end) + kLabelGap);
    for (const Rect& b : blockers_) {
      const Length b_lo = level ? b.left() : b.top(), b_hi = level ? b.right() : b.bottom();
      if (b_hi + kLabelGap <= lo || b_lo - kLabelGap >= hi) continue;
      const Length near = level ? (after ? b.top() : b.bottom()) : (after ? b.left() : b.right());
      const Length far = level ? (after ? b.bottom() : b.top()) : (after ? b.right() : b.left());
      const bool beyond = after ? far > at : far < at;
      if (!beyond) continue;  // behind the line, or the line itself
      free = (after ? near > at : near < at) ? min(free, distance(near, at)) : Length();
    }
    return free;
  }

  const Problem& problem_;
  int edge_;
  Size label_;
  const std::vector<Point>& points_;
  std::vector<Rect> blockers_;
  Place best_;
  bool known_ = false;
};

}  // namespace

std::vector<Shortage> label_lacks(const Problem& problem, const std::vector<Route>& routes, int edge) {
  return Measurer(problem, routes, edge).find();
}

}  // namespace lembar::routing
