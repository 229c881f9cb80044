#include "routing/beautify.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "routing/tracks.h"

namespace lembar::routing {
namespace {

constexpr int kSweeps = 12;
constexpr Units kStill = mm(0.05).units();  // smaller moves are not worth another sweep

// Everything is done for one axis at a time: `at` is the coordinate that may move, `span` the reach along the other.
struct Piece {
  int edge = 0, index = 0;  // points[index] .. points[index + 1]
  bool upright = false;
  Units at = 0;
  Span span;
  bool fixed = false;
  int shape = -1;  // on whose side its end may move; -1: no end of it may
  int group = -1;
};

// A line's end on a side of a shape.
struct End {
  int shape = 0;
  Direction side = kNorth;
  Units at = 0;  // along the side
};

struct Group {  // pieces of lines that run as one
  std::vector<int> pieces;
  Span span;
  bool fixed = false;
};

struct Room {
  Units low, high;            // where the line may be
  Units low_wall, high_wall;  // what it sees to either side
};

Units along(Point p, bool upright) { return upright ? p.x.units() : p.y.units(); }

class Spreader {
 public:
  Spreader(const Problem& problem, std::vector<Route>& routes) : problem_(problem), routes_(routes) { find_shared_sides(); }

  void spread() {
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const Units x = sweep_axis(true), y = sweep_axis(false);
      if (std::max(x, y) < kStill) break;
    }
  }

 private:
  End end_of(int edge, bool at_target) const {
    const auto& points = routes_[edge].points;
    const Point tip = at_target ? points.back() : points.front(), next = at_target ? points[points.size() - 2] : points[1];
    const Direction side = tip.x == next.x ? (next.y < tip.y ? kNorth : kSouth) : (next.x < tip.x ? kWest : kEast);
    return {at_target ? problem_.edges[edge].target : problem_.edges[edge].source, side, along(tip, is_vertical(side))};
  }

  // The sides of boxes on which ends stand in several places. Long ones have room without.
  void find_shared_sides() {
    struct Side {
      bool used = false;
      Units first = 0;
    };
    std::vector<std::array<Side, 4>> sides(problem_.shapes.size());
    shared_.resize(problem_.shapes.size());
    for (std::size_t e = 0; e < routes_.size(); ++e) {
      if (routes_[e].points.size() < 2) continue;
      for (const bool at_target : {false, true}) {
        const End end = end_of(static_cast<int>(e), at_target);
        const Shape& shape = problem_.shapes[end.shape];
        const Length side = is_vertical(end.side) ? shape.box.w : shape.box.h;
        if (shape.kind != ShapeKind::box || side > kLongSide) continue;
        Side& known = sides[end.shape][end.side];
        if (known.used && known.first != end.at) shared_[end.shape][end.side] = true;
        known = {true, end.at};
      }
    }
  }

  // A line without a bend stays in the middle of its lane.
  int movable_end(int edge, int index) const {
    const auto& points = routes_[edge].points;
    if (points.size() < 3) return -1;
    const End end = end_of(edge, index > 0);
    return shared_[end.shape][end.side] ? end.shape : -1;
  }

  Units sweep_axis(bool upright) {
    upright_ = upright;
    collect();
    Units most = 0;
    for (const Group& g : groups_) {
      if (g.fixed) continue;
      const Units at = pieces_[g.pieces[0]].at;
      const Room room = room_of(g, at);
      if (room.low > room.high) continue;
      const Units to = beyond_arrows(g, at, std::clamp((room.low_wall + room.high_wall) / 2, room.low, room.high), room);
      if (to == at) continue;
      most = std::max(most, std::abs(to - at));
      move(g, to);
    }
    return most;
  }

  void collect() {
    pieces_.clear();
    groups_.clear();
    for (std::size_t e = 0; e < routes_.size(); ++e) {
      const auto& p = routes_[e].points;
      for (std::size_t k = 0; k + 1 < p.size(); ++k) {
        Piece piece{static_cast<int>(e), static_cast<int>(k)};
        piece.upright = p[k].x == p[k + 1].x;
        piece.at = along(p[k], piece.upright);
        const Units a = along(p[k], !piece.upright), b = along(p[k + 1], !piece.upright);
        piece.span = {std::min(a, b), std::max(a, b)};
        if (k == 0 || k + 2 == p.size()) {
          piece.shape = movable_end(piece.edge, piece.index);
          piece.fixed = piece.shape < 0;
        }
        pieces_.push_back(piece);
      }
    }
    std::vector<int> order;
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (pieces_[i].upright == upright_) order.push_back(static_cast<int>(i));
    std::sort(order.begin(), order.end(), [this](int a, int b) {
      const Piece &p = pieces_[a], &q = pieces_[b];
      return std::tuple(p.at, p.span.from, a) < std::tuple(q.at, q.span.from, b);
    });
    for (int i : order) {
      Piece& p = pieces_[i];
      Group* last = groups_.empty() ? nullptr : &groups_.back();
      if (last == nullptr || pieces_[last->pieces[0]].at != p.at || last->span.to <= p.span.from) {
        groups_.push_back({{}, p.span, false});
        last = &groups_.back();
      }
      last->pieces.push_back(i);
      last->span.to = std::max(last->span.to, p.span.to);
      last->fixed |= p.fixed;
      p.group = static_cast<int>(groups_.size()) - 1;
    }
    across_.clear();
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (pieces_[i].upright != upright_) across_.push_back(static_cast<int>(i));
  }

  Room room_of(const Group& g, Units at) const {
    const Units clear = problem_.clearance.units();
    Room room{along({problem_.area.x, problem_.area.y}, upright_), 0, 0, 0};
    room.high = room.low + (upright_ ? problem_.area.w : problem_.area.h).units();
    room.low_wall = room.low;
    room.high_wall = room.high;
    room.low += kRuleGap.units();
    room.high -= kRuleGap.units();
    auto wall = [&room, at](Span w, Units gap) {
      if (w.to <= at) {
        room.low = std::max(room.low, w.to + gap);
        room.low_wall = std::max(room.low_wall, w.to);
      } else if (w.from >= at) {
        room.high = std::min(room.high, w.from - gap);
        room.high_wall = std::min(room.high_wall, w.from);
      } else {
        room.high = room.low - 1;  // it stands on it already: leave it alone
      }
    };
    for (const Band& b : upright_ ? problem_.lanes : problem_.rows)
      for (Units rule : {b.from.units(), b.to.units()})
        if (rule > room.low_wall || rule < room.high_wall) wall({rule, rule}, kRuleGap.units());
    auto box = [&](const Rect& r, Units gap) {
      const Units from = along({r.left(), r.top()}, !upright_), to = along({r.right(), r.bottom()}, !upright_);
      if (from < g.span.to + gap && g.span.from - gap < to)
        wall({along({r.left(), r.top()}, upright_), along({r.right(), r.bottom()}, upright_)}, gap);
    };
    for (std::size_t s = 0; s < problem_.shapes.size(); ++s)
      if (!keep_on_side(g, static_cast<int>(s), room)) box(problem_.shapes[s].box, clear - kSlack.units());
    for (const Rect& r : problem_.obstacles) box(r, kObstacleGap.units());
    const int mine = pieces_[g.pieces[0]].group;
    for (const Group& o : groups_) {
      if (pieces_[o.pieces[0]].group == mine) continue;
      if (o.span.from < g.span.to + clear && g.span.from - clear < o.span.to) {
        const Units u = pieces_[o.pieces[0]].at;
        if (u == at) room.high = room.low - 1;
        wall({u, u}, clear);
      }
    }
    keep_arms_clear(g, at, wall);
    keep_arrows_long(g, at, room);
    return room;
  }

  // False where no end of the group stands on the shape.
  bool keep_on_side(const Group& g, int shape, Room& room) const {
    const bool stands = std::any_of(g.pieces.begin(), g.pieces.end(), [&](int m) { return pieces_[m].shape == shape; });
    if (!stands) return false;
    const Shape& s = problem_.shapes[shape];
    const Span span = port_span(s, upright_ ? kNorth : kEast);  // of a box: the opposite side has the same
    room.low = std::max(room.low, span.from);
    room.high = std::min(room.high, span.to);
    room.low_wall = std::max(room.low_wall, along({s.box.left(), s.box.top()}, upright_));
    room.high_wall = std::min(room.high_wall, along({s.box.right(), s.box.bottom()}, upright_));
    return true;
  }

  // The segments at its ends grow as it moves: they must not come onto or near to a line beside them.
  template <class Wall>
  void keep_arms_clear(const Group& g, Units at, Wall wall) const {
    const Units clear = problem_.clearance.units();
    for (int i : across_) {
      const Piece& o = pieces_[i];
      if (o.span.from <= at && at <= o.span.to) continue;  // crosses, or is its own arm
      if (o.at < g.span.from - clear || o.at > g.span.to + clear) continue;
      for (int m : g.pieces) {
        const Piece& p = pieces_[m];
        if (std::abs(o.at - p.span.from) < clear || std::abs(o.at - p.span.to) < clear) {
          wall(o.span, clear);
          break;
        }
      }
    }
  }

  // The last segment holds the arrow head.
  void keep_arrows_long(const Group& g, Units at, Room& room) const {
    for (int m : g.pieces) {
      const Piece& p = pieces_[m];
      const auto& points = routes_[p.edge].points;
      if (p.index + 3 != static_cast<int>(points.size())) continue;
      const Units tip = along(points.back(), upright_), length = kArrowLength.units();
      if (std::abs(at - tip) < length) continue;
      if (tip < at)
        room.low = std::max(room.low, tip + length);
      else
        room.high = std::min(room.high, tip - length);
    }
  }

  // Rather off the middle than too near to a shape for an arrow head.
  Units beyond_arrows(const Group& g, Units at, Units to, const Room& room) const {
    for (int m : g.pieces) {
      const auto& points = routes_[pieces_[m].edge].points;
      if (pieces_[m].index + 3 != static_cast<int>(points.size())) continue;
      const Units tip = along(points.back(), upright_), length = kArrowLength.units();
      if (std::abs(to - tip) < length) to = std::clamp(tip < at ? tip + length : tip - length, room.low, room.high);
    }
    return to;
  }

  void move(const Group& g, Units to) {
    const Length u = Length::from_units(to);
    for (int m : g.pieces) {
      Piece& p = pieces_[m];
      p.at = to;
      auto& points = routes_[p.edge].points;
      for (int k : {p.index, p.index + 1}) (upright_ ? points[k].x : points[k].y) = u;
      for (int k : {m - 1, m + 1}) {
        if (k < 0 || k == static_cast<int>(pieces_.size()) || pieces_[k].edge != p.edge) continue;
        Piece& arm = pieces_[k];
        const auto& q = routes_[arm.edge].points;
        const Units a = along(q[arm.index], upright_), b = along(q[arm.index + 1], upright_);
        arm.span = {std::min(a, b), std::max(a, b)};
      }
    }
  }

  const Problem& problem_;
  std::vector<Route>& routes_;
  std::vector<std::array<bool, 4>> shared_;  // by shape and side
  bool upright_ = true;
  std::vector<Piece> pieces_;
  std::vector<Group> groups_;
  std::vector<int> across_;
};

}  // namespace

std::vector<Point> corners(const Grid& grid, const Path& path) {
  std::vector<Point> out;
  if (path.empty()) return out;
  auto add = [&out](Point p) {
    const std::size_t n = out.size();
    if (n >= 2 && ((out[n - 1].x == p.x && out[n - 2].x == p.x) || (out[n - 1].y == p.y && out[n - 2].y == p.y)))
      out[n - 1] = p;
    else
      out.push_back(p);
  };
  add(grid.ports()[path.start_port].at);
  for (int node : path.nodes) add(grid.point(node));
  add(grid.ports()[path.end_port].at);
  return out;
}

void beautify(const Problem& problem, std::vector<Route>& routes) { Spreader(problem, routes).spread(); }

}  // namespace lembar::routing
