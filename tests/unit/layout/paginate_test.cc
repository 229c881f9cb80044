#include "layout/paginate.h"

#include "support/catch.h"

using namespace lembar;
using namespace lembar::layout;

namespace {

// A graph of one symbol a row in one lane, each row 9.9 mm high.
struct Rows {
  FlowGraph graph;
  std::vector<Unit> units;
  style::SheetStyle style;
  std::vector<Length> lanes{mm(20)};
  BandExtras extras;

  explicit Rows(int count) {
    graph.lane_count = 1;
    graph.symbols_of_row.resize(count);
    graph.edges_of_row.resize(count);
    for (int r = 0; r < count; ++r) {
      graph.symbols.push_back({.id = "s" + std::to_string(r), .row = r});
      graph.symbols_of_row[r].push_back(r);
      units.push_back({r, 0, 1, mm(9.9)});
    }
    style.symbols.offpage_width = mm(6);
    style.symbols.offpage_height = mm(6);
    style.symbols.cell_gap = mm(2);
    style.symbols.clearance = mm(1.2);
  }
  void join(int from, int to, bool branch = false) {
    graph.edges_of_row[from].push_back(static_cast<int>(graph.edges.size()));
    graph.edges_of_row[to].push_back(static_cast<int>(graph.edges.size()));
    graph.edges.push_back({.from = from, .to = to, .branch = branch});
  }
  Pagination run(Length room, Length tail = {}, Length first_room = {}) {
    // A pentagon of 6 mm with 2 mm above and below: a band is 10 mm high.
    const BandPlanner planner(graph, units, style, lanes, {mm(6), std::vector<Length>(lanes.size(), mm(6))}, extras);
    return paginate({graph, units, planner, {}, first_room > Length() ? first_room : room, room, room, tail, false});
  }
};

std::vector<int> lasts(const Pagination& p) {
  std::vector<int> out;
  for (const PageRange& range : p.pages) out.push_back(range.last);
  return out;
}

}  // namespace

TEST_CASE("everything stands on one page when it fits") { CHECK(lasts(Rows(10).run(mm(100))) == std::vector<int>{9}); }

TEST_CASE("a break falls where no connector is cut") {
  Rows rows(12);
  for (int r = 0; r + 1 < 12; ++r)
    if (r != 6) rows.join(r, r + 1);
  // Ten rows fit, but only the break after the seventh is free.
  CHECK(lasts(rows.run(mm(100))) == std::vector<int>{6, 11});
}

TEST_CASE("a cut connector costs a band on both pages") {
  Rows rows(10);
  rows.join(4, 5);
  for (int r = 0; r + 1 < 10; ++r)
    if (r != 4) rows.join(r, r + 1);
  // Five rows are 49.5 mm; a band is 6 + 2 * 2 = 10 mm: at 60 mm five rows and the band fill the page.
  const Pagination p = rows.run(mm(60));
  CHECK(lasts(p) == std::vector<int>{4, 9});
}

TEST_CASE("the signing block takes a row with it") {
  Rows rows(10);
  const Pagination p = rows.run(mm(100), mm(30));
  REQUIRE(p.pages.size() == 2);
  CHECK(p.tail_fits);
  CHECK(p.pages.back().last == 9);
}

TEST_CASE("a row higher than the page is reported") {
  Rows rows(3);
  rows.units[1].height = mm(150);
  CHECK(rows.run(mm(100)).overfull_unit == 1);
}
