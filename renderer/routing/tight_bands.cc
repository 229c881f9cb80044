#include "routing/tight_bands.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lembar::routing {
namespace {

constexpr Length kShortRun = mm(3.0);     // shorter ones are no matter
constexpr Length kGoodDistance = mm(1.1);  // from a rule

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

}  // namespace

std::vector<Shortage> find_tight_bands(const Problem& problem, const std::vector<Route>& routes) {
  std::map<std::pair<Shortage::Kind, int>, Length> lacks;
  for (const Route& route : routes) {
    for (std::size_t k = 0; k + 1 < route.points.size(); ++k) {
      const Point a = route.points[k], b = route.points[k + 1];
      const bool upright = a.x == b.x;
      if ((upright ? distance(a.y, b.y) : distance(a.x, b.x)) < kShortRun) continue;
      const Length at = upright ? a.x : a.y;
      const std::vector<Band>& bands = upright ? problem.lanes : problem.rows;
      // Bands adjoin, in order: the first that ends beyond the line holds it.
      const auto band = std::partition_point(bands.begin(), bands.end(), [at](const Band& band) { return band.to < at; });
      if (band == bands.end()) continue;
      const Length gap = min(distance(at, band->from), distance(at, band->to));
      if (gap >= kSeemsOnRule) continue;
      Length& lack = lacks[{upright ? Shortage::Kind::lane : Shortage::Kind::row, static_cast<int>(band - bands.begin())}];
      lack = max(lack, (kGoodDistance - gap) * 2);
    }
  }
  std::vector<Shortage> tight;
  for (const auto& [band, lack] : lacks) tight.push_back({band.first, band.second, lack});
  return tight;
}

}  // namespace lembar::routing
