#include "routing/route.h"

#include "routing/invariants.h"
#include "support/catch.h"

using namespace lembar;
using namespace lembar::routing;

namespace {

// Cells of 20 by 20 mm; shapes of 10 by 8 mm in their middles.
struct Table {
  Problem p;

  Table(int lanes, int rows) {
    p.area = {mm(0), mm(0), mm(20.0 * lanes), mm(20.0 * rows)};
    p.clearance = mm(1.2);
    for (int i = 0; i < lanes; ++i) p.lanes.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
    for (int i = 0; i < rows; ++i) p.rows.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
  }
  int shape(int lane, int row, ShapeKind kind = ShapeKind::box) {
    p.shapes.push_back({"s" + std::to_string(p.shapes.size()), kind, {mm(20.0 * lane + 5), mm(20.0 * row + 6), mm(10), mm(8)}});
    return static_cast<int>(p.shapes.size()) - 1;
  }
  Edge& edge(int from, int to, EdgeKind kind = EdgeKind::flow) {
    p.edges.push_back({.id = "e" + std::to_string(p.edges.size()), .source = from, .target = to, .kind = kind});
    return p.edges.back();
  }
  Solution routed() const {
    Solution s = route(p, {});
    CHECK(find_route_faults(p, s.routes).empty());
    return s;
  }
};

}  // namespace

TEST_CASE("a shape above another is joined by one straight line") {
  Table t(1, 2);
  const int upper = t.shape(0, 0), lower = t.shape(0, 1);
  t.edge(upper, lower);
  const Solution s = t.routed();
  CHECK(s.clean());
  CHECK(s.bends == 0);
  REQUIRE(s.routes[0].points.size() == 2);
  const Point from = s.routes[0].points[0], to = s.routes[0].points[1];
  CHECK(from.x == to.x);
  CHECK(from.x > mm(9.99));
  CHECK(from.x < mm(10.01));
  CHECK(from.y == t.p.shapes[upper].box.bottom());
  CHECK(to.y == t.p.shapes[lower].box.top());
}

TEST_CASE("the next lane in the next row takes one bend, from the side into the top") {
  Table t(2, 2);
  t.edge(t.shape(0, 0), t.shape(1, 1));
  const Solution s = t.routed();
  CHECK(s.bends == 1);
  CHECK(s.routes[0].points.size() == 3);
}

TEST_CASE("a shape in the way costs two bends, and the clearance is kept") {
  Table t(1, 3);
  const int a = t.shape(0, 0);
  t.shape(0, 1);
  t.edge(a, t.shape(0, 2));
  CHECK(t.routed().bends == 2);
}

TEST_CASE("four circles in a square, joined across: two bends each and one more for keeping apart") {
  Table t(2, 2);
  const int a = t.shape(0, 0, ShapeKind::circle), b = t.shape(1, 1, ShapeKind::circle);
  const int c = t.shape(1, 0, ShapeKind::circle), d = t.shape(0, 1, ShapeKind::circle);
  t.edge(a, b);
  t.edge(c, d);
  const Solution s = t.routed();
  CHECK(s.clean());
  // Two bends each would lie on each other where both take the same strip; one by the lane's strip and one by the
  // row's cross once, and a fifth bend round the corner is as good.
  CHECK(s.bends + s.crossings == 5);
}

TEST_CASE("lines with one target end as one") {
  Table t(3, 2);
  const int target = t.shape(1, 1);
  t.edge(t.shape(0, 0), target).target_sides = kTop;
  t.edge(t.shape(2, 0), target).target_sides = kTop;
  const Solution s = t.routed();
  CHECK(s.clean());
  CHECK(s.bends == 2);
}

TEST_CASE("branches of one decision leave by different sides") {
  Table t(3, 2);
  const int decision = t.shape(1, 0, ShapeKind::diamond);
  t.edge(decision, t.shape(0, 1), EdgeKind::branch).label = Size{mm(3), mm(2.8)};
  t.edge(decision, t.shape(2, 1), EdgeKind::branch).label = Size{mm(7), mm(2.8)};
  const Solution s = t.routed();
  CHECK(s.clean());
  CHECK(s.routes[0].points.front() != s.routes[1].points.front());
  REQUIRE(s.routes[0].label_box);
  REQUIRE(s.routes[1].label_box);
  CHECK_FALSE(s.routes[0].label_box->overlaps(*s.routes[1].label_box));
}

TEST_CASE("only the sides that an edge allows are used") {
  Table t(1, 2);
  Edge& e = t.edge(t.shape(0, 0), t.shape(0, 1));
  e.source_sides = kLeft;
  e.target_sides = kRight;
  const Solution s = t.routed();
  CHECK(s.routes[0].points.front().x == mm(5));
  CHECK(s.routes[0].points.back().x == mm(15));
}

TEST_CASE("a lone line stands in the middle of the room it has") {
  Table t(2, 1);
  Edge& e = t.edge(t.shape(0, 0), t.shape(1, 0));
  e.source_sides = kTop;
  e.target_sides = kTop;
  const Solution s = t.routed();
  REQUIRE(s.routes[0].points.size() == 4);
  CHECK(s.bends == 2);
  // Six millimetres between the shapes and the edge of the table.
  CHECK(s.routes[0].points[1].y > mm(2));
  CHECK(s.routes[0].points[1].y < mm(4));
}

TEST_CASE("where nothing fits, no line is drawn and room is asked for") {
  Table t(1, 2);
  t.p.shapes.push_back({"a", ShapeKind::box, {mm(0.5), mm(2), mm(19), mm(10)}});
  t.p.shapes.push_back({"b", ShapeKind::box, {mm(0.5), mm(22), mm(19), mm(10)}});
  Edge& e = t.edge(0, 1);
  e.source_sides = kLeft;
  e.target_sides = kLeft;
  const Solution s = route(t.p, {});
  CHECK(s.routes[0].points.empty());
  CHECK_FALSE(s.clean());
}

TEST_CASE("no edges, no shapes: nothing to do") {
  Table t(2, 2);
  CHECK(t.routed().clean());
}
