#include "routing/beautify.h"

namespace lembar::routing {

std::vector<Point> corners(const Grid& grid, const Path& path) {
  std::vector<Point> out;
  if (path.empty()) return out;
  out.push_back(grid.ports()[path.start_port].at);
  auto add = [&out](Point p) {
    const std::size_t n = out.size();
    if (n >= 2 && ((out[n - 1].x == p.x && out[n - 2].x == p.x) || (out[n - 1].y == p.y && out[n - 2].y == p.y)))
      out[n - 1] = p;
    else
      out.push_back(p);
  };
  for (int node : path.nodes) add(grid.point(node));
  add(grid.ports()[path.end_port].at);
  return out;
}

void beautify(const Problem&, std::vector<Route>&) {}

}  // namespace lembar::routing
