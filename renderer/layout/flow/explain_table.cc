#include "layout/flow/explain_table.h"

#include <cstdio>

namespace lembar::layout {

namespace {

constexpr std::size_t kManyBends = 4;
constexpr std::int64_t kDetourPercent = 160;  // of the straight way

std::string millimetres(Length l) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f mm", to_mm(l));
  return text;
}

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

void explain_rows(TableLayout& layout, const std::vector<Length>& extras) {
  for (const Unit& unit : layout.units) {
    const std::string row = "row " + std::to_string(unit.row + 1);
    if (unit.pieces > 1 && unit.piece == 0)
      layout.reasons.push_back(row + " is cut into " + std::to_string(unit.pieces) + " pieces: no page holds it whole beside its connectors");
    if (unit.piece == 0 && extras[unit.row] > Length())
      layout.reasons.push_back(row + " is " + millimetres(extras[unit.row]) + " higher than its words and symbols need: its connectors or their labels found no place");
  }
}

void explain_route(TableLayout& layout, const PageFlow& flow, std::size_t e) {
  const routing::Edge& edge = flow.problem.edges[e];
  const std::vector<Point>& points = flow.solution.routes[e].points;
  if (points.size() < 2) return;
  Length length;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) length += distance(points[i].x, points[i + 1].x) + distance(points[i].y, points[i + 1].y);
  const Length straight = distance(points.front().x, points.back().x) + distance(points.front().y, points.back().y);
  const std::size_t bends = points.size() - 2;
  const bool detour = length > scaled(straight, kDetourPercent, 100) + mm(20);
  if (bends < kManyBends && !detour) return;
  const auto name = [&](int shape) { return flow.problem.shapes[shape].id; };
  layout.reasons.push_back("the connector from " + name(edge.source) + " to " + name(edge.target) + " bends " + std::to_string(bends) + " times over " +
                           millimetres(length) + " (straight: " + millimetres(straight) + "): symbols and other connectors stand in the straight way");
}

}  // namespace

void explain_table(TableLayout& layout, const std::vector<Length>& row_extras, const std::vector<Length>& lane_extras) {
  explain_rows(layout, row_extras);
  for (std::size_t lane = 0; lane < lane_extras.size(); ++lane)
    if (lane_extras[lane] > Length())
      layout.reasons.push_back("lane " + std::to_string(lane + 1) + " is " + millimetres(lane_extras[lane]) + " wider than its symbols need: connectors or labels found no place");
  for (const TablePage& page : layout.pages)
    for (std::size_t e = 0; e < page.flow.solution.routes.size(); ++e) explain_route(layout, page.flow, e);
}

}  // namespace lembar::layout
