// Routes the instances named on the command line and writes one JSON line for each, with the CPU time it took.
//
//   route_bench [--tries N] [--rounds N] INSTANCE.json... > routes.jsonl
#include <cstdio>
#include <ctime>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "routing/invariants.h"
#include "routing/route.h"
#include "tiny_json.h"

namespace lembar::bench {
namespace {

using namespace lembar::routing;

std::uint8_t sides_of(const std::string& letters) {
  std::uint8_t sides = 0;
  for (char c : letters) sides |= c == 'T' ? kTop : c == 'R' ? kRight : c == 'B' ? kBottom : kLeft;
  return sides;
}

ShapeKind kind_of(const std::string& name) {
  static const std::map<std::string, ShapeKind> kinds{
      {"box", ShapeKind::box}, {"capsule", ShapeKind::capsule}, {"diamond", ShapeKind::diamond}, {"circle", ShapeKind::circle}};
  const auto it = kinds.find(name);
  if (it == kinds.end()) throw std::runtime_error("unknown kind of shape: " + name);
  return it->second;
}

Rect rect_of(const Json& j) {
  return Rect::from_edges(mm(j[0].number), mm(j[1].number), mm(j[2].number), mm(j[3].number));
}

Problem problem_of(const Json& j) {
  Problem p;
  p.area = rect_of(j["area"]);
  p.clearance = mm(j["clear"].number);
  for (const Json& b : j["lanes"].items) p.lanes.push_back({mm(b[0].number), mm(b[1].number)});
  for (const Json& b : j["rows"].items) p.rows.push_back({mm(b[0].number), mm(b[1].number)});
  std::map<std::string, int> index;
  for (const Json& s : j["sym"].items) {
    index[s["id"].text] = static_cast<int>(p.shapes.size());
    p.shapes.push_back({s["id"].text, kind_of(s["k"].text), rect_of(s["r"])});
  }
  for (const Json& e : j["edges"].items) {
    Edge edge;
    edge.id = e["id"].text;
    edge.source = index.at(e["s"].text);
    edge.target = index.at(e["t"].text);
    edge.source_sides = sides_of(e["sp"].text);
    edge.target_sides = sides_of(e["tp"].text);
    const std::string& k = e["k"].text;
    edge.kind = k == "joint" ? EdgeKind::joint : k == "yes" || k == "no" ? EdgeKind::branch : EdgeKind::flow;
    if (e.has("label")) edge.label = Size{mm(1.35 * static_cast<double>(e["label"].text.size()) + 0.3), mm(2.8)};
    p.edges.push_back(edge);
  }
  return p;
}

void write_line(const std::string& id, const Problem& p, const Solution& s, double ms) {
  std::printf("{\"instance\":\"%s\",\"router\":\"lembar\",\"ms\":%.3f,\"routes\":{", id.c_str(), ms);
  for (std::size_t e = 0; e < p.edges.size(); ++e) {
    std::printf("%s\"%s\":[", e ? "," : "", p.edges[e].id.c_str());
    for (std::size_t k = 0; k < s.routes[e].points.size(); ++k)
      std::printf("%s[%.4f,%.4f]", k ? "," : "", to_mm(s.routes[e].points[k].x), to_mm(s.routes[e].points[k].y));
    std::printf("]");
  }
  std::printf("},\"labels\":{");
  const char* comma = "";
  for (std::size_t e = 0; e < p.edges.size(); ++e) {
    if (!s.routes[e].label_box) continue;
    const Rect& b = *s.routes[e].label_box;
    std::printf("%s\"%s\":[%.4f,%.4f,%.4f,%.4f]", comma, p.edges[e].id.c_str(), to_mm(b.left()), to_mm(b.top()),
                to_mm(b.right()), to_mm(b.bottom()));
    comma = ",";
  }
  std::printf("}}\n");
}

int run(int argc, char** argv) {
  Budget budget;
  int unclean = 0, faults = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--tries") == 0 && i + 1 < argc) {
      budget.improvement_tries = std::atoi(argv[++i]);
      continue;
    }
    if (std::strcmp(argv[i], "--rounds") == 0 && i + 1 < argc) {
      budget.negotiation_rounds = std::atoi(argv[++i]);
      continue;
    }
    std::ifstream in(argv[i], std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error(std::string("cannot read ") + argv[i]);
    const Json j = parse_json(text.str());
    const Problem problem = problem_of(j);
    const std::clock_t start = std::clock();
    const Solution solution = route(problem, budget);
    const double ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    write_line(j["id"].text, problem, solution, ms);
    unclean += !solution.clean();
    for (const RouteFault& f : find_route_faults(problem, solution.routes)) {
      ++faults;
      std::fprintf(stderr, "%s: %c %s: %s\n", j["id"].text.c_str(), f.code, problem.edges[f.edge].id.c_str(), f.what.c_str());
    }
  }
  std::fprintf(stderr, "%d with a shortage, %d faults\n", unclean, faults);
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace lembar::bench

int main(int argc, char** argv) {
  try {
    return lembar::bench::run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "route_bench: " << e.what() << '\n';
    return 2;
  }
}
