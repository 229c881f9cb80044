// Prints what the router makes of random problems: a table of quality and time, a row for each size of sheet.
//
// Times are given as multiples of a yardstick measured in the same run (a flood fill over a million cells), so that
// tables of different machines and days compare.
//
//   route_table [PROBLEMS_A_ROW]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "routing/invariants.h"
#include "routing/route.h"
#include "unit/routing/random_problem.h"

namespace lembar::bench {
namespace {

using namespace lembar::routing;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Breadth first from a corner over 1000 by 1000 cells with a wall every eighth column; the best of five.
double yardstick() {
  constexpr int kSide = 1000;
  double best = 1e9;
  for (int turn = 0; turn < 5; ++turn) {
    const double start = seconds();
    std::vector<int> far(kSide * kSide, -1), queue{0};
    for (int i = 4; i < kSide; i += 8)
      for (int j = (i / 8 % 2); j < kSide - 1 + (i / 8 % 2); ++j) far[j * kSide + i] = -2;
    far[0] = 0;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const int n = queue[at], x = n % kSide, y = n / kSide;
      const int near[] = {x > 0 ? n - 1 : n, x + 1 < kSide ? n + 1 : n, y > 0 ? n - kSide : n, y + 1 < kSide ? n + kSide : n};
      for (int m : near)
        if (far[m] == -1) {
          far[m] = far[n] + 1;
          queue.push_back(m);
        }
    }
    if (queue.size() < 2) std::abort();
    best = std::min(best, seconds() - start);
  }
  return best;
}

struct Row {
  int problems = 0, edges = 0, bends = 0, crossings = 0, labels = 0, homeless = 0, stubs = 0, undrawn = 0, faults = 0;
  std::vector<double> first, whole;

  void add(const Problem& p) {
    double start = seconds();
    route(p, {.improvement_tries = 0});
    first.push_back(seconds() - start);
    start = seconds();
    const Solution s = route(p, {});
    whole.push_back(seconds() - start);
    ++problems;
    edges += static_cast<int>(p.edges.size());
    bends += s.bends;
    crossings += s.crossings;
    for (std::size_t e = 0; e < p.edges.size(); ++e) {
      const std::vector<Point>& q = s.routes[e].points;
      if (q.empty()) {
        ++undrawn;
        continue;
      }
      labels += p.edges[e].label.has_value();
      homeless += p.edges[e].label && !s.routes[e].label_box;
      const Point a = q[q.size() - 2], b = q.back();
      const Length last = max(max(a.x - b.x, b.x - a.x), max(a.y - b.y, b.y - a.y));
      stubs += p.edges[e].kind != EdgeKind::joint && last < mm(1.98);
    }
    for (const RouteFault& f : find_route_faults(p, s.routes)) faults += f.code != 'm';
  }

  void print(const char* name, double unit) {
    std::sort(first.begin(), first.end());
    std::sort(whole.begin(), whole.end());
    const double n = std::max(1, edges);
    std::printf("%-12s %8d %7d %7d %8d %8.3f %9.4f %8.1f %9.1f %9.3f %9.3f %9.3f\n", name, problems, edges, faults, undrawn, bends / n,
                crossings / n, 100.0 * homeless / std::max(1, labels), 100 * stubs / n, first[first.size() / 2] / unit,
                whole[whole.size() / 2] / unit, whole.back() / unit);
  }
};

int run(int count) {
  const double unit = yardstick();
  std::printf("yardstick %.2f ms; times in yardsticks\n", 1000 * unit);
  std::printf("%-12s %8s %7s %7s %8s %8s %9s %8s %9s %9s %9s %9s\n", "edges", "problems", "edges", "faults", "undrawn", "bends/e",
              "cross/e", "label %", "stubs/100", "first", "final", "worst");
  Row rows[3];
  int left = 3 * count;
  for (std::uint64_t seed = 1; left > 0 && seed < 100000; ++seed) {
    const Problem p = test::random_problem(seed);
    const std::size_t n = p.edges.size();
    Row& row = rows[n <= 6 ? 0 : n <= 14 ? 1 : 2];
    if (n == 0 || row.problems == count) continue;
    row.add(p);
    --left;
  }
  const char* names[] = {"1 to 6", "7 to 14", "15 and more"};
  int faults = 0;
  for (int i = 0; i < 3; ++i) {
    if (rows[i].problems > 0) rows[i].print(names[i], unit);
    faults += rows[i].faults;
  }
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace lembar::bench

int main(int argc, char** argv) { return lembar::bench::run(argc > 1 ? std::max(1, std::atoi(argv[1])) : 100); }
