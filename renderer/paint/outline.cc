#include "paint/outline.h"

#include <cmath>

#include "layout/flow/bands.h"

namespace lembar::paint {

namespace {

using Kind = scene::PathStep::Kind;

// Control points of a quarter circle stand at 0.5523 of its radius (the cubic nearest to the arc).
constexpr std::int64_t kArc = 5523, kArcOf = 10000;

void move(scene::Path& path, Length x, Length y) { path.push_back({Kind::move, {x, y}, {}, {}}); }
void line(scene::Path& path, Length x, Length y) { path.push_back({Kind::line, {x, y}, {}, {}}); }
void close(scene::Path& path) { path.push_back({Kind::close, {}, {}, {}}); }
void curve(scene::Path& path, Point c1, Point c2, Point p) { path.push_back({Kind::curve, p, c1, c2}); }

scene::Path rounded(const Rect& b, Length radius) {
  const Length rest = radius - scaled(radius, kArc, kArcOf);  // from the corner to a control point
  scene::Path path;
  move(path, b.left() + radius, b.top());
  if (b.w > radius * 2) line(path, b.right() - radius, b.top());
  curve(path, {b.right() - rest, b.top()}, {b.right(), b.top() + rest}, {b.right(), b.top() + radius});
  if (b.h > radius * 2) line(path, b.right(), b.bottom() - radius);
  curve(path, {b.right(), b.bottom() - rest}, {b.right() - rest, b.bottom()}, {b.right() - radius, b.bottom()});
  if (b.w > radius * 2) line(path, b.left() + radius, b.bottom());
  curve(path, {b.left() + rest, b.bottom()}, {b.left(), b.bottom() - rest}, {b.left(), b.bottom() - radius});
  if (b.h > radius * 2) line(path, b.left(), b.top() + radius);
  curve(path, {b.left(), b.top() + rest}, {b.left() + rest, b.top()}, {b.left() + radius, b.top()});
  close(path);
  return path;
}

scene::Path diamond(const Rect& b) {
  const Point c = b.center();
  scene::Path path;
  move(path, c.x, b.top());
  line(path, b.right(), c.y);
  line(path, c.x, b.bottom());
  line(path, b.left(), c.y);
  close(path);
  return path;
}

scene::Path pentagon(const Rect& b, layout::Pointing pointing) {
  const Length straight = scaled(b.h, layout::kPentagonStraightPercent, 100);
  const bool up = pointing == layout::Pointing::up;
  const Length flat = up ? b.bottom() : b.top(), tip = up ? b.top() : b.bottom();
  const Length shoulder = up ? b.bottom() - straight : b.top() + straight;
  scene::Path path;
  move(path, b.left(), flat);
  line(path, b.right(), flat);
  line(path, b.right(), shoulder);
  line(path, b.center().x, tip);
  line(path, b.left(), shoulder);
  close(path);
  return path;
}

}  // namespace

void add_line(scene::Path& path, Point from, Point to) {
  move(path, from.x, from.y);
  line(path, to.x, to.y);
}

void add_rectangle(scene::Path& path, const Rect& box) {
  move(path, box.left(), box.top());
  line(path, box.right(), box.top());
  line(path, box.right(), box.bottom());
  line(path, box.left(), box.bottom());
  close(path);
}

scene::Path outline(const layout::PlacedSymbol& symbol) {
  const Rect& box = symbol.box;
  switch (symbol.kind) {
    case layout::PlacedKind::start:
    case layout::PlacedKind::end:
    case layout::PlacedKind::circle: return rounded(box, half(min(box.w, box.h)));
    case layout::PlacedKind::decision: return diamond(box);
    case layout::PlacedKind::offpage: return pentagon(box, symbol.pointing);
    case layout::PlacedKind::process: break;
  }
  scene::Path path;
  add_rectangle(path, box);
  return path;
}

Point drawn_back(Point before, Point tip, Length by) {
  const auto step = [by](Length from, Length to) {
    const Length span = to - from;
    if (span == Length()) return to;
    return span > Length() ? max(from, to - by) : min(from, to + by);
  };
  return {step(before.x, tip.x), step(before.y, tip.y)};
}

void add_arrow_head(scene::Path& path, Point from, Point tip, Length length, Length width) {
  const double dx = to_pt(tip.x - from.x), dy = to_pt(tip.y - from.y), distance = std::hypot(dx, dy);
  if (distance == 0) return;
  const double ux = dx / distance, uy = dy / distance, l = to_pt(length), w = to_pt(width) / 2;
  const double back_x = to_pt(tip.x) - ux * l, back_y = to_pt(tip.y) - uy * l;
  move(path, tip.x, tip.y);
  line(path, pt(back_x - uy * w), pt(back_y + ux * w));
  line(path, pt(back_x + uy * w), pt(back_y - ux * w));
  close(path);
}

}  // namespace lembar::paint
