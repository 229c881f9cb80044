#include "layout/flow/page_flow.h"

#include <map>

namespace lembar::layout {

namespace {

routing::ShapeKind shape_kind(model::SymbolKind kind) {
  switch (kind) {
    case model::SymbolKind::start:
    case model::SymbolKind::end: return routing::ShapeKind::capsule;
    case model::SymbolKind::decision: return routing::ShapeKind::diamond;
    case model::SymbolKind::circle: return routing::ShapeKind::circle;
    case model::SymbolKind::process: break;
  }
  return routing::ShapeKind::box;
}

// Of a pentagon's middle from its lane's, so that each has a straight way to its symbol: the first stays in the middle
// and the second goes beside it where the lane is wide enough for that, else both move apart; two levels only where the
// first does not serve the corner of a diamond (`in_middle`), to which it would have no straight way then. `count` stand
// side by side on its level, in `levels` levels.
Length pentagon_shift(const Pentagon& p, int count, int levels, bool in_middle, Length lane, Length width, Length clearance) {
  const Length farthest = half(lane - width) - half(clearance);
  if (count == 1 && levels == 1) return Length();
  if (count == 1 || (count == 2 && levels == 1)) {
    const Length apart = count == 2 ? width + clearance : half(width) + clearance;
    const bool second = count == 2 ? p.slot == 1 : p.level % 2 == 1;
    if (apart <= farthest) return second ? apart : Length();
    if (half(apart) <= farthest && !(count == 1 && in_middle)) return second ? half(apart) : Length() - half(apart);
    if (count == 1) return Length();
  }
  const Length pitch = (lane - clearance) / count;
  return pitch * p.slot + half(pitch) - half(lane - clearance);
}

class Poser {
 public:
  Poser(const PageFlowInput& in, const PageRows& rows) : in_(in), rows_(rows) {}

  PageFlow run() {
    flow_.problem.clearance = in_.style.symbols.clearance;
    flow_.problem.obstacles = in_.obstacles;
    pose_bands_of_table();
    pose_symbols();
    pose_pentagons();
    pose_edges();
    relax_crowded_joints();
    return std::move(flow_);
  }

 private:
  void pose_bands_of_table() {
    const auto& edges = in_.lane_edges;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) flow_.problem.lanes.push_back({edges[i], edges[i + 1]});
    if (rows_.bands.top > Length()) flow_.problem.rows.push_back({Length(), rows_.bands.top});
    for (int u = rows_.range.first; u <= rows_.range.last; ++u) {
      const Length top = rows_.unit_tops[u - rows_.range.first];
      flow_.problem.rows.push_back({top, top + in_.units[u].height});
    }
    if (rows_.bands.bottom > Length()) flow_.problem.rows.push_back({rows_.height - rows_.bands.bottom, rows_.height});
    flow_.problem.area = Rect::from_edges(edges.front(), Length(), edges.back(), rows_.height);
  }

  void pose_symbols() {
    for (int u = rows_.range.first; u <= rows_.range.last; ++u) {
      if (in_.units[u].piece != 0) continue;
      const Length top = rows_.unit_tops[u - rows_.range.first];
      for (const int s : in_.graph.symbols_of_row[in_.units[u].row]) {
        const FlowSymbol& symbol = in_.graph.symbols[s];
        Length height = in_.units[u].height;
        for (int k = 1; k < symbol.row_span && u + k <= rows_.range.last && in_.units[u].pieces == 1; ++k) height += in_.units[u + k].height;
        const Length left = in_.lane_edges[symbol.first_lane], right = in_.lane_edges[symbol.last_lane + 1];
        const Size size = size_in_rows(symbol, in_.style, height);
        add_shape({symbol.id, shape_kind(symbol.source->kind),
                   {left + half(right - left - size.w), top + symbol_top(in_.graph, symbol, in_.style, height), size.w, size.h}}, s, -1);
        shape_of_symbol_[s] = static_cast<int>(flow_.problem.shapes.size()) - 1;
      }
    }
  }

  void pose_pentagons() {
    const style::SymbolStyle& style = in_.style.symbols;
    std::map<std::tuple<bool, int, int>, int> slots;  // (top, lane, level) -> pentagons side by side
    std::map<std::pair<bool, int>, int> levels;       // (top, lane) -> pentagons one above the other
    std::map<std::pair<bool, int>, bool> in_middle;   // (top, lane) -> the first serves a symbol that lines meet in its middle only
    for (const Pentagon& p : rows_.bands.pentagons) {
      ++slots[{p.top, p.lane, p.level}];
      levels[{p.top, p.lane}] = std::max(levels[{p.top, p.lane}], p.level + 1);
      if (p.level > 0) continue;
      const model::SymbolKind served = in_.graph.symbols[p.out ? in_.graph.edges[p.edges.front()].from : p.target].source->kind;
      in_middle[{p.top, p.lane}] = served == model::SymbolKind::decision || served == model::SymbolKind::circle;
    }
    for (std::size_t i = 0; i < rows_.bands.pentagons.size(); ++i) {
      const Pentagon& p = rows_.bands.pentagons[i];
      const Length left = in_.lane_edges[p.lane], width = in_.lane_edges[p.lane + 1] - left;
      const Size size = in_.planner.pentagon(p.lane);
      const Length center = left + half(width) + pentagon_shift(p, slots[{p.top, p.lane, p.level}], levels[{p.top, p.lane}], in_middle[{p.top, p.lane}], width, size.w, style.clearance);
      const Length level = rows_.bands.level_height(p.top);
      const Length band_top = p.top ? Length() : rows_.height - rows_.bands.bottom;
      const int from_top = p.top ? rows_.bands.top_levels - 1 - p.level : p.level;
      const Rect box{center - half(size.w), band_top + level * from_top + half(level - size.h), size.w, size.h};
      // Forward: down out of the page and down into the next. Back: up.
      const bool down = p.out != p.top;
      add_shape({"hal-" + std::to_string(i), down ? routing::ShapeKind::pentagon_down : routing::ShapeKind::pentagon_up, box}, -1, static_cast<int>(i));
      shape_of_pentagon_.push_back(static_cast<int>(flow_.problem.shapes.size()) - 1);
    }
  }

  void pose_edges() {
    std::map<int, int> out_of_edge;  // edge -> pentagon that it ends in
    for (std::size_t i = 0; i < rows_.bands.pentagons.size(); ++i)
      if (rows_.bands.pentagons[i].out)
        for (const int e : rows_.bands.pentagons[i].edges) out_of_edge[e] = static_cast<int>(i);
    for (int u = rows_.range.first; u <= rows_.range.last; ++u) {
      if (in_.units[u].piece != 0) continue;
      for (const int e : in_.graph.edges_of_row[in_.units[u].row]) {
        const FlowEdge& edge = in_.graph.edges[e];
        if (in_.graph.row_of(edge.from) != in_.units[u].row) continue;  // taken up at its source
        const auto out = out_of_edge.find(e);
        const int target = out != out_of_edge.end() ? shape_of_pentagon_[out->second] : shape_of_symbol_.at(edge.to);
        add_edge(e, shape_of_symbol_.at(edge.from), target, false);
      }
    }
    for (std::size_t i = 0; i < rows_.bands.pentagons.size(); ++i) {
      const Pentagon& p = rows_.bands.pentagons[i];
      if (!p.out) add_edge(p.edges.front(), shape_of_pentagon_[i], shape_of_symbol_.at(p.target), true);
    }
  }

  // Diamonds and circles have four ports. A line between performers that would need a fifth runs with the others.
  void relax_crowded_joints() {
    std::vector<int> ports(flow_.problem.shapes.size(), 0);
    std::vector<char> enters(ports.size(), 0), leaves(ports.size(), 0);
    for (const routing::Edge& edge : flow_.problem.edges) {
      const bool joint = edge.kind == routing::EdgeKind::joint;
      if (joint || edge.kind == routing::EdgeKind::branch || !leaves[edge.source]) ++ports[edge.source];
      if (!joint && edge.kind == routing::EdgeKind::flow) leaves[edge.source] = 1;
      if (joint || !enters[edge.target]) ++ports[edge.target];
      if (!joint) enters[edge.target] = 1;
    }
    auto crowded = [&](int shape) {
      const routing::ShapeKind kind = flow_.problem.shapes[shape].kind;
      return ports[shape] > 4 && (kind == routing::ShapeKind::diamond || kind == routing::ShapeKind::circle);
    };
    for (routing::Edge& edge : flow_.problem.edges)
      if (edge.kind == routing::EdgeKind::joint && (crowded(edge.source) || crowded(edge.target)))
        edge.kind = flow_.problem.shapes[edge.source].kind == routing::ShapeKind::diamond ? routing::EdgeKind::branch : routing::EdgeKind::flow;
  }

  void add_shape(routing::Shape shape, int symbol, int pentagon) {
    flow_.problem.shapes.push_back(std::move(shape));
    flow_.symbols.push_back(symbol);
    flow_.pentagons.push_back(pentagon);
  }

  void add_edge(int e, int from, int to, bool second_half) {
    const FlowEdge& edge = in_.graph.edges[e];
    routing::Edge out{.id = edge.id, .source = from, .target = to};
    const bool same_row = in_.graph.row_of(edge.from) == in_.graph.row_of(edge.to);
    if (second_half) {
      out.id += "-masuk";
    } else {
      out.kind = edge.plain && same_row && !edge.runs_free ? routing::EdgeKind::joint : edge.branch ? routing::EdgeKind::branch : routing::EdgeKind::flow;
      if (!edge.label.empty()) {
        const Size size = label_words(edge.label, edge.label_form, in_.style, in_.shaper).size();
        out.label = Size{size.w + mm(0.2), size.h};
      }
    }
    flow_.problem.edges.push_back(std::move(out));
    flow_.lines.push_back({e, second_half});
  }

  const PageFlowInput& in_;
  const PageRows& rows_;
  PageFlow flow_;
  std::map<int, int> shape_of_symbol_;
  std::vector<int> shape_of_pentagon_;
};

}  // namespace

PageRows stack_rows(const PageFlowInput& in, const PageRange& range) {
  PageRows rows;
  rows.range = range;
  rows.bands = in.planner.plan(range.first, range.last);
  Length at = rows.bands.top;
  for (int u = range.first; u <= range.last; ++u) {
    rows.unit_tops.push_back(at);
    at += in.units[u].height;
  }
  rows.height = at + rows.bands.bottom;
  return rows;
}

PageFlow pose_page_flow(const PageFlowInput& in, const PageRows& rows) { return Poser(in, rows).run(); }

}  // namespace lembar::layout
