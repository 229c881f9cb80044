#include "routing/invariants.h"

#include <algorithm>

#include "base/assert.h"

namespace lembar::routing {
namespace {

// What the eye cannot tell from the exact value.
constexpr Length kTolerance = mm(0.01);
constexpr Length kMiddleTolerance = mm(0.11);  // of an end from the middle of a side
constexpr Length kLineWidth = mm(0.25);        // nearer than this two lines are one
constexpr Length kLeastOverlap = mm(0.1);
constexpr Length kLeastCorner = mm(1.0);       // of an end from the corner of a box

using Points = std::vector<Point>;

struct Segment {
  bool level = false;
  Length at, from, to;  // at: the coordinate that stays; from..to: its reach along the other
  Rect box() const { return level ? Rect::from_edges(from, at, to, at) : Rect::from_edges(at, from, at, to); }
};

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

std::vector<Segment> segments_of(const Points& p) {
  std::vector<Segment> out;
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const bool level = p[i].y == p[i + 1].y;
    const Length a = level ? p[i].x : p[i].y, b = level ? p[i + 1].x : p[i + 1].y;
    out.push_back({level, level ? p[i].y : p[i].x, min(a, b), max(a, b)});
  }
  return out;
}

Rect bounds(const Points& p) {
  Length l = p[0].x, r = l, t = p[0].y, b = t;
  for (const Point& q : p) {
    l = min(l, q.x);
    r = max(r, q.x);
    t = min(t, q.y);
    b = max(b, q.y);
  }
  return Rect::from_edges(l, t, r, b);
}

// Is the segment nearer to the rectangle than `gap`? Measured along x and y, or across a corner.
bool nearer(const Segment& s, const Rect& r, Length gap) {
  const Rect b = s.box();
  const Length dx = max(max(b.left() - r.right(), r.left() - b.right()), Length());
  const Length dy = max(max(b.top() - r.bottom(), r.top() - b.bottom()), Length());
  const double x = to_mm(dx), y = to_mm(dy), g = to_mm(gap);
  return x * x + y * y < g * g;
}

// The common end (or, reversed, start) of two lines; what remains of each is left in a and b.
Points cut_common_end(Points& a, Points& b) {
  Points common;
  if (a.back() != b.back()) return common;
  common.push_back(a.back());
  while (a.size() > 1 && b.size() > 1) {
    const Point o = common.back(), p = a[a.size() - 2], q = b[b.size() - 2];
    const bool level = p.y == o.y;
    if (level != (q.y == o.y)) break;
    const Length dp = level ? p.x - o.x : p.y - o.y, dq = level ? q.x - o.x : q.y - o.y;
    if ((dp.units() > 0) != (dq.units() > 0)) break;
    const Length lp = distance(dp, Length()), lq = distance(dq, Length());
    if (lp == lq) {
      a.pop_back();
      b.pop_back();
      common.push_back(p);
      continue;
    }
    // The shorter one turns here: they part.
    const Point fork = lp < lq ? p : q;
    (lp < lq ? a : b).pop_back();
    (lp < lq ? b : a).back() = fork;
    common.push_back(fork);
    break;
  }
  return common;
}

class Examiner {
 public:
  Examiner(const Problem& problem, const std::vector<Route>& routes) : problem_(problem), routes_(routes) {}

  std::vector<RouteFault> examine() {
    LEMBAR_ASSERT(routes_.size() == problem_.edges.size(), "every edge has a route, if only an empty one");
    for (std::size_t e = 0; e < routes_.size(); ++e)
      if (whole(static_cast<int>(e))) drawn_.push_back(static_cast<int>(e));
    for (int e : drawn_) single(e);
    for (std::size_t i = 0; i < drawn_.size(); ++i)
      for (std::size_t k = i + 1; k < drawn_.size(); ++k) pair(drawn_[i], drawn_[k]);
    labels();
    return std::move(faults_);
  }

 private:
  void fault(char code, int edge, int other, std::string what) { faults_.push_back({code, edge, other, std::move(what)}); }

  bool whole(int e) {
    const Points& p = routes_[e].points;
    if (p.size() < 2) {
      fault('m', e, -1, "no route");
      return false;
    }
    for (std::size_t i = 0; i + 1 < p.size(); ++i)
      if ((p[i].x == p[i + 1].x) == (p[i].y == p[i + 1].y)) {
        fault('b', e, -1, "segment " + std::to_string(i) + " is not orthogonal");
        return false;
      }
    return true;
  }

  void single(int e) {
    const Points& p = routes_[e].points;
    const Edge& edge = problem_.edges[e];
    const std::vector<Segment> segments = segments_of(p);
    end(e, p[0], p[1], edge.source, edge.source_sides, "start");
    end(e, p[p.size() - 1], p[p.size() - 2], edge.target, edge.target_sides, "end");
    for (const Point& q : p)
      if (!problem_.area.contains(q)) {
        fault('f', e, -1, "leaves the area");
        break;
      }
    for (std::size_t s = 0; s < problem_.shapes.size(); ++s) shape(e, segments, static_cast<int>(s));
    for (std::size_t o = 0; o < problem_.obstacles.size(); ++o)
      for (const Segment& s : segments)
        if (nearer(s, problem_.obstacles[o], kTolerance)) {
          fault('t', e, static_cast<int>(o), "over a text");
          break;
        }
    for (std::size_t i = 0; i < segments.size(); ++i)
      for (std::size_t k = i + 1; k < segments.size(); ++k)
        if (along(segments[i], segments[k]) > kLeastOverlap && distance(segments[i].at, segments[k].at) < kLineWidth)
          fault('c', e, e, "overlaps itself");
  }

  // How far two parallel segments run beside each other; negative: their distance along; very negative: not parallel.
  static Length along(const Segment& a, const Segment& b) {
    if (a.level != b.level) return mm(-1e6);
    return min(a.to, b.to) - max(a.from, b.from);
  }

  void shape(int e, const std::vector<Segment>& segments, int index) {
    const Rect& box = problem_.shapes[index].box;
    const Edge& edge = problem_.edges[e];
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const bool own = (i == 0 && index == edge.source) || (i + 1 == segments.size() && index == edge.target);
      if (own) {
        if (segments[i].box().overlaps(box)) return fault('a', e, index, "through its own shape");
      } else if (nearer(segments[i], box, kTolerance)) {
        return fault('a', e, index, "through a shape");
      } else if (nearer(segments[i], box, problem_.clearance - kTolerance)) {
        return fault('g', e, index, "too near to a shape");
      }
    }
  }

  void end(int e, Point p, Point next, int index, std::uint8_t sides, const char* which) {
    const Shape& s = problem_.shapes[index];
    const Rect& b = s.box;
    std::uint8_t side = 0;
    if (p.y == b.top() && next.y < p.y) side = kTop;
    if (p.y == b.bottom() && next.y > p.y) side = kBottom;
    if (p.x == b.left() && next.x < p.x) side = kLeft;
    if (p.x == b.right() && next.x > p.x) side = kRight;
    const std::string where = std::string(which) + " of the line ";
    if (side == 0 || !b.contains(p)) return fault('d', e, index, where + "not straight off the outline");
    if ((side & sides) == 0) return fault('d', e, index, where + "on a forbidden side");
    const bool flat = (side & (kTop | kBottom)) != 0;
    const Length from = flat ? p.x - b.left() : p.y - b.top(), whole = flat ? b.w : b.h;
    const Length off = distance(from * 2, whole) / 2, corner = min(from, whole - from);
    if (off <= kMiddleTolerance) return;
    bool wide = s.kind == ShapeKind::box;
    wide |= s.kind == ShapeKind::pentagon_down && side == kTop;
    wide |= s.kind == ShapeKind::pentagon_up && side == kBottom;
    if (s.kind == ShapeKind::capsule) {
      if (flat == (b.w >= b.h) && corner >= min(b.w, b.h) / 2 - kTolerance) return;
      return fault('d', e, index, where + "off the drawn capsule");
    }
    if (!wide) return fault('d', e, index, where + "off the middle of a side");
    if (corner < kLeastCorner - kTolerance) fault('e', e, index, where + "too near to a corner");
  }

  void pair(int a, int b) {
    Points pa = routes_[a].points, pb = routes_[b].points;
    if (!bounds(pa).grown_by(problem_.clearance).overlaps(bounds(pb).grown_by(Length::from_units(1)))) return;
    const Edge &ea = problem_.edges[a], &eb = problem_.edges[b];
    std::vector<Segment> common;
    auto keep = [&common](const Points& p) {
      for (const Segment& s : segments_of(p)) common.push_back(s);
    };
    bool touch = false;
    if (ea.target == eb.target) {
      touch |= pa.back() == pb.back();
      keep(cut_common_end(pa, pb));
    }
    const bool decision = problem_.shapes[ea.source].kind == ShapeKind::diamond || ea.kind == EdgeKind::branch ||
                          eb.kind == EdgeKind::branch;
    if (ea.source == eb.source && !decision) {
      touch |= pa.front() == pb.front();
      std::reverse(pa.begin(), pa.end());
      std::reverse(pb.begin(), pb.end());
      keep(cut_common_end(pa, pb));
    }
    const std::vector<Segment> sa = segments_of(pa), sb = segments_of(pb);
    const bool merged = touch || !common.empty();
    char worst = compare(sa, sb, merged);
    if (worst != 'c') worst = std::max(worst, compare(sa, common, true), later);
    if (worst != 'c') worst = std::max(worst, compare(sb, common, true), later);
    if (worst == 'c') fault('c', a, b, "two lines on one");
    if (worst == 'g') fault('g', a, b, "two lines too near");
  }

  static bool later(char x, char y) { return (x == 'c' ? 2 : x == 'g' ? 1 : 0) < (y == 'c' ? 2 : y == 'g' ? 1 : 0); }

  char compare(const std::vector<Segment>& a, const std::vector<Segment>& b, bool merged) const {
    char worst = ' ';
    for (const Segment& s : a)
      for (const Segment& t : b) {
        const Length d = distance(s.at, t.at), l = along(s, t);
        if (s.level != t.level || d >= problem_.clearance - kTolerance) continue;
        if (l > kLeastOverlap) {
          if (d < kLineWidth) return 'c';
          worst = 'g';
        } else if (d < kLineWidth && l > -(problem_.clearance - kTolerance) && !merged) {
          worst = 'g';
        }
      }
    return worst;
  }

  void labels() {
    for (std::size_t e = 0; e < routes_.size(); ++e) {
      if (!routes_[e].label_box) continue;
      const Rect box = *routes_[e].label_box;
      const int edge = static_cast<int>(e);
      const Rect& area = problem_.area;
      if (box.left() < area.left() || box.right() > area.right() || box.top() < area.top() || box.bottom() > area.bottom())
        fault('l', edge, -1, "a label outside the area");
      for (std::size_t s = 0; s < problem_.shapes.size(); ++s)
        if (on_shape(box, problem_.shapes[s])) fault('l', edge, static_cast<int>(s), "a label on a shape");
      for (const Rect& o : problem_.obstacles)
        if (box.overlaps(o)) fault('l', edge, -1, "a label on a text");
      for (int r : drawn_)
        for (const Segment& s : segments_of(routes_[r].points))
          if (box.overlaps(s.box())) fault('l', edge, r, "a label on a line");
      for (std::size_t o = e + 1; o < routes_.size(); ++o)
        if (routes_[o].label_box && routes_[o].label_box->overlaps(box))
          fault('l', edge, static_cast<int>(o), "two labels on each other");
    }
  }

  static bool on_shape(const Rect& box, const Shape& s) {
    if (!box.overlaps(s.box)) return false;
    if (s.kind != ShapeKind::diamond) return true;
    const Point c = s.box.center(), n{min(max(c.x, box.left()), box.right()), min(max(c.y, box.top()), box.bottom())};
    const double dx = to_mm(distance(n.x, c.x)) * 2 / to_mm(s.box.w), dy = to_mm(distance(n.y, c.y)) * 2 / to_mm(s.box.h);
    return dx + dy < 1.0;
  }

  const Problem& problem_;
  const std::vector<Route>& routes_;
  std::vector<int> drawn_;
  std::vector<RouteFault> faults_;
};

}  // namespace

std::vector<RouteFault> find_route_faults(const Problem& problem, const std::vector<Route>& routes) {
  return Examiner(problem, routes).examine();
}

}  // namespace lembar::routing
