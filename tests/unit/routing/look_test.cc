// What is right but does not look right: lines hard by a rule, words nearer to another line than to their own.
#include <cmath>

#include "routing/label_lack.h"
#include "routing/labels.h"
#include "routing/tight_bands.h"
#include "support/catch.h"

using namespace lembar;
using namespace lembar::routing;

namespace {

Problem two_lanes() {
  Problem p;
  p.area = {mm(0), mm(0), mm(40), mm(40)};
  p.clearance = mm(1.2);
  p.lanes = {{mm(0), mm(20)}, {mm(20), mm(40)}};
  p.rows = {{mm(0), mm(40)}};
  p.edges.push_back({.id = "a"});
  return p;
}

Route line(std::vector<Point> points) { return {.points = std::move(points), .label_box = std::nullopt}; }

Length gap_to(const Rect& box, Length x) { return max(box.left() - x, x - box.right()); }

}  // namespace

TEST_CASE("a line along a rule and hard by it asks for a wider lane, half of it on either side") {
  const std::vector<Shortage> tight = find_tight_bands(two_lanes(), {line({{mm(20.5), mm(5)}, {mm(20.5), mm(30)}})});
  REQUIRE(tight.size() == 1);
  CHECK(tight[0].kind == Shortage::Kind::lane);
  CHECK(tight[0].index == 1);
  CHECK(tight[0].extra == (mm(1.1) - (mm(20.5) - mm(20))) * 2);
}

TEST_CASE("a line a good way off, one across the rule, and a short one ask for nothing") {
  CHECK(find_tight_bands(two_lanes(), {line({{mm(21), mm(5)}, {mm(21), mm(30)}})}).empty());
  CHECK(find_tight_bands(two_lanes(), {line({{mm(5), mm(20)}, {mm(35), mm(20)}})}).empty());
  CHECK(find_tight_bands(two_lanes(), {line({{mm(20.5), mm(5)}, {mm(20.5), mm(7)}})}).empty());
}

TEST_CASE("a line along the last rule of all belongs to the last row") {
  const std::vector<Shortage> tight = find_tight_bands(two_lanes(), {line({{mm(5), mm(39.6)}, {mm(35), mm(39.6)}})});
  REQUIRE(tight.size() == 1);
  CHECK(tight[0].kind == Shortage::Kind::row);
  CHECK(tight[0].index == 0);
}

TEST_CASE("words rather stand further along their line than nearer to another one") {
  Problem p = two_lanes();
  p.edges[0].label = Size{mm(7), mm(3)};
  p.edges.push_back({.id = "b"});
  // The room between the two lines holds the words, but hard by the other line; that one ends further down.
  std::vector<Route> routes = {line({{mm(10), mm(2)}, {mm(10), mm(38)}}), line({{mm(17.6), mm(2)}, {mm(17.6), mm(7)}})};
  p.obstacles.push_back({mm(0), mm(0), mm(9.5), mm(40)});  // nothing on the other side
  REQUIRE(place_labels(p, routes, false).empty());
  const Rect box = *routes[0].label_box;
  CHECK((box.top() > mm(7) || gap_to(box, mm(17.6)) > mm(0.4)));
  CHECK(gap_to(box, mm(10)) < mm(0.5));
}

TEST_CASE("words that stand nearer to another line than to their own are found") {
  std::vector<Route> routes = {line({{mm(10), mm(2)}, {mm(10), mm(38)}}), line({{mm(20), mm(2)}, {mm(20), mm(38)}}), line({})};
  routes[0].label_box = Rect{mm(10.4), mm(5), mm(9.2), mm(3)};
  CHECK(find_misleading_labels(routes).empty());  // as near to both
  routes[0].label_box = Rect{mm(10.4), mm(5), mm(9.5), mm(3)};
  CHECK(find_misleading_labels(routes) == std::vector<int>{0});
  routes[1].points = {{mm(20), mm(10)}, {mm(20), mm(38)}};  // it begins below the words
  CHECK(find_misleading_labels(routes).empty());
}

TEST_CASE("words without a place ask for what lacks least: of the lane where lines stand too close, of the row where it is low") {
  Problem p = two_lanes();
  p.rows = {{mm(0), mm(20)}, {mm(20), mm(40)}};
  p.shapes.push_back({"from", ShapeKind::box, {mm(4), mm(2), mm(12), mm(6)}});
  p.edges[0].label = Size{mm(9), mm(3)};
  p.edges.push_back({.id = "b"});
  SECTION("a lane") {
    const std::vector<Route> routes = {line({{mm(10), mm(8)}, {mm(10), mm(38)}}), line({{mm(18), mm(2)}, {mm(18), mm(38)}})};
    p.obstacles.push_back({mm(0), mm(8), mm(9.5), mm(30)});
    const std::vector<Shortage> lacks = label_lacks(p, routes, 0);
    REQUIRE(lacks.size() == 1);
    CHECK(lacks[0].kind == Shortage::Kind::lane);
    CHECK(lacks[0].index == 0);
    CHECK(lacks[0].edge == 0);
    CHECK((lacks[0].extra >= mm(1.5) && lacks[0].extra < mm(2.5)));  // 9 mm and its gaps, where 8 are free
  }
  SECTION("a row") {
    const std::vector<Route> routes = {line({{mm(16), mm(5)}, {mm(38), mm(5)}}), line({{mm(16.5), mm(3)}, {mm(38), mm(3)}})};
    p.obstacles.push_back({mm(16), mm(5.5), mm(24), mm(30)});
    const std::vector<Shortage> lacks = label_lacks(p, routes, 0);
    REQUIRE(lacks.size() == 1);
    CHECK(lacks[0].kind == Shortage::Kind::row);
    CHECK(lacks[0].index == 0);
    CHECK((lacks[0].extra >= mm(1.5) && lacks[0].extra < mm(2.5)));
  }
}

TEST_CASE("words between lines that run straight side by side get a place where one of these may take two bends") {
  Problem p;
  p.area = {mm(0), mm(0), mm(40), mm(60)};
  p.clearance = mm(1.2);
  p.lanes = {{mm(0), mm(40)}};
  p.rows = {{mm(0), mm(30)}, {mm(30), mm(60)}};
  p.shapes.push_back({"upper", ShapeKind::box, {mm(13.5), mm(8), mm(13), mm(8)}});
  p.shapes.push_back({"lower", ShapeKind::box, {mm(13.5), mm(44), mm(13), mm(8)}});
  for (int i = 0; i < 4; ++i) p.edges.push_back({.id = "e" + std::to_string(i), .source = i < 2 ? 0 : 1, .target = i < 2 ? 1 : 0});
  p.edges[3].label = Size{mm(10.2), mm(3.5)};
  CHECK(route(p, {.label_worth = 400}).clean());
}

TEST_CASE("an arrow keeps off the side that another line leaves by, for as much as that is worth") {
  Problem p;
  p.area = {mm(0), mm(0), mm(60), mm(40)};
  p.clearance = mm(1.2);
  p.lanes = {{mm(0), mm(20)}, {mm(20), mm(40)}, {mm(40), mm(60)}};
  p.rows = {{mm(0), mm(20)}, {mm(20), mm(40)}};
  const auto box = [](int lane, int row) { return Rect{mm(20 * lane + 4), mm(20 * row + 6), mm(12), mm(8)}; };
  p.shapes = {{"deals", ShapeKind::box, box(0, 1)}, {"gets", ShapeKind::box, box(2, 1)}, {"signs", ShapeKind::box, box(1, 0)}};
  p.edges = {{.id = "out", .source = 0, .target = 1}, {.id = "in", .source = 2, .target = 0, .source_sides = kBottom}};
  for (const int price : {0, 15000}) {  // in by the top takes one bend more
    const Solution solution = route(p, {.mixed_side_price = price});
    REQUIRE(solution.clean());
    CHECK(solution.routes[0].points.front().x == p.shapes[0].box.right());
    CHECK((solution.routes[1].points.back().x == p.shapes[0].box.right()) == (price == 0));
  }
}

TEST_CASE("a box over several lanes is left in the middle of a lane, not hard by its corner") {
  Problem p;
  p.area = {mm(0), mm(0), mm(80), mm(40)};
  p.clearance = mm(1.2);
  for (int i = 0; i < 4; ++i) p.lanes.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
  for (int i = 0; i < 2; ++i) p.rows.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
  p.shapes.push_back({"wide", ShapeKind::box, {mm(25), mm(6), mm(50), mm(8)}});
  p.shapes.push_back({"left", ShapeKind::box, {mm(5), mm(26), mm(10), mm(8)}});
  p.edges.push_back({.id = "e", .source = 0, .target = 1, .source_sides = kBottom});
  const Solution s = route(p, {.way_price = 100});
  REQUIRE(s.clean());
  CHECK(s.bends == 1);
  CHECK(s.routes[0].points[0].x >= p.shapes[0].box.left() + mm(4));
  CHECK(std::abs(to_mm(s.routes[0].points[0].x) - 30) < 0.2);  // the middle of its first lane
}

TEST_CASE("ends on one side of a box share its length, but a line without a bend stays in the middle") {
  Problem p;
  p.area = {mm(0), mm(0), mm(60), mm(60)};
  p.clearance = mm(1.2);
  for (int i = 0; i < 3; ++i) {
    p.lanes.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
    p.rows.push_back({mm(20.0 * i), mm(20.0 * (i + 1))});
  }
  const auto box = [](int lane, int row) { return Rect{mm(20.0 * lane + 4), mm(20.0 * row + 6), mm(12), mm(8)}; };
  p.shapes = {{"deals", ShapeKind::box, box(0, 1)}, {"up", ShapeKind::box, box(2, 0)}, {"down", ShapeKind::box, box(1, 2)}, {"beside", ShapeKind::box, box(2, 1)}};
  const auto out = [](int target, std::uint8_t into) { return Edge{.id = std::to_string(target), .source = 0, .target = target, .source_sides = kRight, .target_sides = into}; };
  p.edges = {out(1, kBottom), {.id = "in", .source = 2, .target = 0, .source_sides = kTop, .target_sides = kRight}};
  const Solution shared = route(p, {});
  REQUIRE(shared.clean());
  const double upper = to_mm(shared.routes[0].points.front().y - p.shapes[0].box.top()), lower = to_mm(shared.routes[1].points.back().y - p.shapes[0].box.top());
  CHECK(std::abs(upper - 8.0 / 3) < 0.2);
  CHECK(std::abs(lower - 16.0 / 3) < 0.2);
  p.edges = {out(3, kLeft), {.id = "in", .source = 2, .target = 0, .source_sides = kTop, .target_sides = kRight}};
  const Solution straight = route(p, {});
  REQUIRE(straight.clean());
  CHECK(straight.routes[0].points.front().y == straight.routes[0].points.back().y);
  CHECK(std::abs(to_mm(straight.routes[0].points.front().y - p.shapes[0].box.top()) - 4) < 0.01);
  CHECK(to_mm(straight.routes[1].points.back().y - p.shapes[0].box.top()) > 5.8);
}
