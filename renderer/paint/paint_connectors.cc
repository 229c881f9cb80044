#include "paint/paint_connectors.h"

#include "paint/outline.h"

namespace lembar::paint {

namespace {

std::vector<Point> without_repeats(const std::vector<Point>& points) {
  std::vector<Point> out;
  for (const Point& p : points) {
    if (out.empty() || out.back() != p) out.push_back(p);
  }
  return out;
}

}  // namespace

void paint_connectors(const layout::PlacedSheet& sheet, const layout::PlacedPage& page,
                      scene::Items& items) {
  scene::StrokePath lines;
  lines.weight = sheet.symbol_stroke;
  scene::FillPath heads;
  for (const layout::PlacedConnector& connector : page.connectors) {
    std::vector<Point> points = without_repeats(connector.points);
    if (points.size() < 2) continue;
    const Point tip = points.back(), before = points[points.size() - 2];
    if (connector.arrow) {
      add_arrow_head(heads.path, before, tip, sheet.arrow_length, sheet.arrow_width);
      points.back() = drawn_back(before, tip, half(sheet.arrow_length));
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto kind = i == 0 ? scene::PathStep::Kind::move : scene::PathStep::Kind::line;
      lines.path.push_back({kind, points[i], {}, {}});
    }
  }
  if (!lines.path.empty()) items.emplace_back(std::move(lines));
  if (!heads.path.empty()) items.emplace_back(std::move(heads));
}

}  // namespace lembar::paint
