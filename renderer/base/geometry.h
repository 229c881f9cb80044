// Points and rectangles on a page. The origin is the page's top left corner, y grows downwards.
#pragma once

#include "base/length.h"

namespace lembar {

struct Point {
  Length x, y;
  auto operator<=>(const Point&) const = default;
};

struct Size {
  Length w, h;
  auto operator<=>(const Size&) const = default;
};

struct Rect {
  Length x, y, w, h;

  static constexpr Rect from_edges(Length left, Length top, Length right, Length bottom) {
    return {left, top, right - left, bottom - top};
  }
  constexpr Length left() const { return x; }
  constexpr Length top() const { return y; }
  constexpr Length right() const { return x + w; }
  constexpr Length bottom() const { return y + h; }
  constexpr Point center() const { return {x + w / 2, y + h / 2}; }

  constexpr Rect grown_by(Length d) const { return {x - d, y - d, w + d * 2, h + d * 2}; }
  constexpr Rect moved_by(Length dx, Length dy) const { return {x + dx, y + dy, w, h}; }
  constexpr bool contains(Point p) const {
    return p.x >= left() && p.x <= right() && p.y >= top() && p.y <= bottom();
  }
  // Do the two share more than an edge?
  constexpr bool overlaps(const Rect& o) const {
    return left() < o.right() && o.left() < right() && top() < o.bottom() && o.top() < bottom();
  }
  auto operator<=>(const Rect&) const = default;
};

struct Margins {
  Length left, top, right, bottom;
};

}  // namespace lembar
