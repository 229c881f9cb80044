#include "layout/flow/flow_graph.h"

#include <algorithm>
#include <map>

#include "base/assert.h"

namespace lembar::layout {

namespace {

// Beside a symbol a connector must pass, 1.2 mm from it, or enter with an arrow. Where the lane is wide enough there is
// room for the whole arrow between the symbol and a line that keeps clear of the table's rule.
constexpr Length kLeastSideGap = mm(1.6), kLineToRule = mm(0.8);

Length roomy_side_gap(const style::SheetStyle& style) { return max(style.symbols.cell_gap, style.symbols.arrow_length + kLineToRule); }

Length side_gap(const style::SheetStyle& style, Length lane) {
  return max(kLeastSideGap, min(roomy_side_gap(style), scaled(lane, 15, 100)));
}

bool share_lane(const FlowSymbol& a, const FlowSymbol& b) { return a.first_lane <= b.last_lane && b.first_lane <= a.last_lane; }

// A symbol over several rows keeps to its first row where the rows below, or its own, hold another in its lanes.
void settle_row_spans(FlowGraph& graph) {
  std::vector<int> reaching;  // symbols over several rows, in document order, that may still reach the row at hand
  for (std::size_t r = 0; r < graph.symbols_of_row.size(); ++r) {
    std::erase_if(reaching, [&](int s) { return graph.symbols[s].row + graph.symbols[s].row_span <= static_cast<int>(r); });
    for (const int s : graph.symbols_of_row[r]) {
      FlowSymbol& symbol = graph.symbols[s];
      for (const int t : reaching)
        if (share_lane(graph.symbols[t], symbol)) graph.symbols[t].row_span = 1;
      for (const int t : graph.symbols_of_row[r])
        if (t != s && share_lane(graph.symbols[t], symbol)) symbol.row_span = 1;
    }
    for (const int s : graph.symbols_of_row[r])
      if (graph.symbols[s].row_span > 1) reaching.push_back(s);
  }
}

void stack_cells(FlowGraph& graph) {
  for (const std::vector<int>& row : graph.symbols_of_row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      FlowSymbol& symbol = graph.symbols[row[i]];
      for (std::size_t k = 0; k < row.size(); ++k) {
        if (k == i || !share_lane(symbol, graph.symbols[row[k]])) continue;
        symbol.stacked = true;
        if (k < i) symbol.level = std::max(symbol.level, graph.symbols[row[k]].level + 1);
      }
    }
  }
}

constexpr Length kWordsToRule = mm(0.4);  // of the words below a symbol to it and to the rule, together
constexpr Length kLabelGap = mm(0.8);  // of a label's height to what stands above and below, together

// Between two symbols one below the other there is room for the words of the connector that joins them.
Length stack_gap(const FlowGraph& graph, const style::SheetStyle& style) {
  const Length words = graph.label_height > Length() ? graph.label_height + kLabelGap : Length();
  return max(style.symbols.cell_gap * 2, words);
}

// From a symbol to the upper edge of its row: with the gap of the row above, there is room for words on the rule.
Length gap_above(const FlowGraph& graph, const FlowSymbol& symbol, const style::SheetStyle& style) {
  const Length gap = style.symbols.cell_gap;
  return symbol.labelled ? max(gap, graph.label_height + kLabelGap - gap) : gap;
}

// To the lower edge: most words stand at a line downwards, clear of the rule below.
Length gap_below(const FlowGraph& graph, const FlowSymbol& symbol, const style::SheetStyle& style) {
  return symbol.labelled && !symbol.stacked ? max(style.symbols.cell_gap, graph.label_height + kWordsToRule) : gap_above(graph, symbol, style);
}

Length both_gaps(const FlowGraph& graph, const FlowSymbol& symbol, const style::SheetStyle& style) {
  return gap_above(graph, symbol, style) + gap_below(graph, symbol, style);
}

std::vector<Length> level_heights(const FlowGraph& graph, int row) {
  std::vector<Length> heights;
  for (const int s : graph.symbols_of_row[row]) {
    const FlowSymbol& symbol = graph.symbols[s];
    if (!symbol.stacked) continue;
    if (static_cast<int>(heights.size()) <= symbol.level) heights.resize(symbol.level + 1);
    heights[symbol.level] = max(heights[symbol.level], symbol.fitted.size.h);
  }
  return heights;
}

Length stack_height(const std::vector<Length>& heights, Length gap) {
  Length sum;
  for (const Length& h : heights) sum += h;
  return heights.empty() ? sum : sum + gap * (static_cast<std::int64_t>(heights.size()) - 1);
}

}  // namespace

FlowGraph build_flow_graph(const model::CheckedTable& checked, const TableSpec& spec) {
  FlowGraph graph;
  graph.lane_count = spec.lane_count;
  std::map<std::string, int> lanes;
  for (int lane = 0; lane < spec.lane_count; ++lane) lanes[spec.columns[spec.first_lane + lane].actor] = lane;
  const auto& rows = checked.table->rows;
  graph.symbols_of_row.resize(rows.size());
  graph.edges_of_row.resize(rows.size());

  std::map<model::SymbolRef, int> index;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto* step = std::get_if<model::Step>(&rows[r]);
    if (!step) continue;
    for (std::size_t s = 0; s < step->symbols.size(); ++s) {
      const model::Symbol& source = step->symbols[s];
      FlowSymbol symbol{.id = source.id, .step = step->id, .source = &source, .row = static_cast<int>(r)};
      const auto lane = lanes.find(source.actor.value);
      LEMBAR_ASSERT(lane != lanes.end(), "a checked symbol stands in a lane of its table");
      symbol.first_lane = symbol.last_lane = lane->second;
      if (source.actor_to) {
        const auto other = lanes.find(source.actor_to->value);
        LEMBAR_ASSERT(other != lanes.end(), "a checked symbol ends in a lane of its table");
        symbol.first_lane = std::min(symbol.first_lane, other->second);
        symbol.last_lane = std::max(symbol.last_lane, other->second);
      }
      int steps = source.rows;
      symbol.row_span = 0;
      for (std::size_t k = r; k < rows.size() && steps > 0; ++k, ++symbol.row_span)
        if (std::holds_alternative<model::Step>(rows[k])) --steps;
      symbol.row_span = std::max(1, symbol.row_span);
      index[{static_cast<int>(r), static_cast<int>(s)}] = static_cast<int>(graph.symbols.size());
      graph.symbols_of_row[r].push_back(static_cast<int>(graph.symbols.size()));
      graph.symbols.push_back(std::move(symbol));
    }
  }
  settle_row_spans(graph);
  stack_cells(graph);

  for (const model::Edge& edge : checked.edges) {
    FlowEdge flow{.from = index.at(edge.from), .to = index.at(edge.to), .label = edge.label, .plain = edge.plain};
    flow.branch = graph.symbols[flow.from].source->kind == model::SymbolKind::decision && !edge.plain;
    flow.id = "alur-" + std::to_string(graph.edges.size() + 1);
    const int e = static_cast<int>(graph.edges.size());
    const int a = graph.row_of(flow.from), b = graph.row_of(flow.to);
    graph.edges_of_row[a].push_back(e);
    if (b != a) graph.edges_of_row[b].push_back(e);
    graph.edges.push_back(std::move(flow));
  }
  for (const FlowEdge& edge : graph.edges)
    if (!edge.label.empty()) graph.symbols[edge.from].labelled = true;
  return graph;
}

std::vector<LaneNeed> measure_lane_needs(const FlowGraph& graph, SymbolFitter& fitter, const style::SheetStyle& style) {
  const Length gap = kLeastSideGap * 2;
  std::vector<LaneNeed> needs(graph.lane_count, {style.symbols.width + roomy_side_gap(style) * 2, mm(5) + gap});
  for (const FlowSymbol& symbol : graph.symbols) {
    const auto& words = symbol.source->runs;
    if (words.empty()) continue;
    const std::int64_t lanes = symbol.last_lane - symbol.first_lane + 1;
    const Length good = (fitter.good_width(symbol.source->kind, words) + roomy_side_gap(style) * 2) / lanes;
    const Length least = (fitter.least_width(symbol.source->kind, words) + gap) / lanes + Length::from_units(1);
    for (int lane = symbol.first_lane; lane <= symbol.last_lane; ++lane) {
      needs[lane].good = max(needs[lane].good, good);
      needs[lane].least = max(needs[lane].least, least);
    }
  }
  for (LaneNeed& need : needs) need.good = max(need.good, need.least);
  return needs;
}

namespace {

// Words need little room beside their symbol; one without words leaves what looks well.
Length most_width(const FlowSymbol& symbol, const style::SheetStyle& style, Length lanes) {
  return lanes - (symbol.source->runs.empty() ? side_gap(style, lanes) : kLeastSideGap) * 2;
}

// Symbols without words are of one size in the whole table: the narrowest lane that holds a symbol decides.
Length common_width(const FlowGraph& graph, const style::SheetStyle& style, const std::vector<Length>& lane_widths) {
  Length common = style.symbols.width;
  for (const FlowSymbol& symbol : graph.symbols) {
    const Length lane = lane_widths[symbol.first_lane];
    if (symbol.first_lane == symbol.last_lane) common = min(common, lane - side_gap(style, lane) * 2);
  }
  return common;
}

constexpr std::int64_t kMostAlike = 150;  // per cent of its own size to which a capsule grows to be like the others

// The capsules with words, of one lane each, are as big as the biggest of them, unless they would be much too big.
void make_capsules_alike(FlowGraph& graph, const SymbolFitter& fitter, const std::vector<Length>& most) {
  std::vector<int> capsules;
  Size biggest;
  for (std::size_t s = 0; s < graph.symbols.size(); ++s) {
    const FlowSymbol& symbol = graph.symbols[s];
    const bool capsule = symbol.source->kind == model::SymbolKind::start || symbol.source->kind == model::SymbolKind::end;
    if (!capsule || symbol.source->runs.empty() || symbol.first_lane != symbol.last_lane) continue;
    capsules.push_back(static_cast<int>(s));
    biggest = {max(biggest.w, symbol.fitted.size.w), max(biggest.h, symbol.fitted.size.h)};
  }
  for (const int s : capsules) {
    FittedSymbol& fitted = graph.symbols[s].fitted;
    const Size grown{min(biggest.w, max(fitted.size.w, most[s])), biggest.h};
    if (grown.w > scaled(fitted.size.w, kMostAlike, 100) || grown.h > scaled(fitted.size.h, kMostAlike, 100)) continue;
    if (fitter.holds(graph.symbols[s].source->kind, fitted.lines, grown)) fitted.size = grown;
  }
}

}  // namespace

void fit_symbols(FlowGraph& graph, SymbolFitter& fitter, const style::SheetStyle& style, const std::vector<Length>& lane_widths) {
  const Length common = common_width(graph, style, lane_widths);
  std::vector<Length> start, most;
  Length text_size;  // the least that one of them asks for: all words are set alike
  for (FlowSymbol& symbol : graph.symbols) {
    Length span;
    for (int lane = symbol.first_lane; lane <= symbol.last_lane; ++lane) span += lane_widths[lane];
    most.push_back(most_width(symbol, style, span));
    // A box over several lanes reaches from the usual left edge in the first to the usual right edge in the last one.
    const bool reaches = symbol.last_lane > symbol.first_lane && symbol.source->kind == model::SymbolKind::process;
    start.push_back(reaches ? span - half(lane_widths[symbol.first_lane]) - half(lane_widths[symbol.last_lane]) + common : common);
    symbol.fitted = fitter.fit(symbol.source->kind, symbol.source->runs, {most.back(), start.back(), Length()});
    const Length own = symbol.fitted.text_size;
    if (own > Length() && (text_size == Length() || own < text_size)) text_size = own;
  }
  for (std::size_t s = 0; s < graph.symbols.size(); ++s) {
    FlowSymbol& symbol = graph.symbols[s];
    if (symbol.fitted.text_size != text_size && symbol.fitted.text_size > Length())
      symbol.fitted = fitter.fit(symbol.source->kind, symbol.source->runs, {most[s], start[s], text_size});
  }
  make_capsules_alike(graph, fitter, most);
}

std::function<CellEstimate::Size(Length lane)> demanded_size(const FlowGraph& graph, const FlowSymbol& symbol, const SymbolFitter& fitter, const style::SheetStyle& style) {
  return [fitter = fitter, source = symbol.source, gaps = both_gaps(graph, symbol, style)](Length lane) mutable {
    const FittedSymbol fitted = fitter.fit(source->kind, source->runs, {lane - kLeastSideGap * 2, Length(), Length()});
    return CellEstimate::Size{fitted.size.h + gaps, fitted.broken ? 1 : 0};
  };
}

std::vector<Length> measure_row_floors(const FlowGraph& graph, const style::SheetStyle& style) {
  std::vector<Length> floors(graph.symbols_of_row.size());
  for (std::size_t r = 0; r < floors.size(); ++r) {
    const Length stack = stack_height(level_heights(graph, static_cast<int>(r)), stack_gap(graph, style));
    for (const int s : graph.symbols_of_row[r]) {
      const FlowSymbol& symbol = graph.symbols[s];
      // A symbol over several rows must fit its first row too: a page may end below it.
      const Length height = symbol.stacked && symbol.row_span == 1 ? stack : symbol.fitted.size.h;
      floors[r] = max(floors[r], height + both_gaps(graph, symbol, style));
    }
  }
  return floors;
}

Size size_in_rows(const FlowSymbol& symbol, const style::SheetStyle& style, Length height) {
  Size size = symbol.fitted.size;
  if (symbol.row_span > 1 && symbol.source->kind == model::SymbolKind::process) size.h = max(size.h, height - style.symbols.cell_gap * 2);
  return size;
}

// How much the symbols of a row stand above its middle, all alike, where that gives words below them their room.
Length lift_of_row(const FlowGraph& graph, int row, const style::SheetStyle& style, Length height) {
  Length lift, most = height;
  for (const int s : graph.symbols_of_row[row]) {
    const FlowSymbol& symbol = graph.symbols[s];
    if (symbol.stacked || symbol.row_span > 1) continue;
    const Length gap = half(height - symbol.fitted.size.h);
    lift = max(lift, gap_below(graph, symbol, style) - gap);
    most = min(most, gap - style.symbols.cell_gap);
  }
  return max(Length(), min(lift, most));
}

Length symbol_top(const FlowGraph& graph, const FlowSymbol& symbol, const style::SheetStyle& style, Length height) {
  if (!symbol.stacked)
    return half(height - size_in_rows(symbol, style, height).h) - (symbol.row_span > 1 ? Length() : lift_of_row(graph, symbol.row, style, height));
  const std::vector<Length> heights = level_heights(graph, symbol.row);
  // What the row is higher than the stack needs goes between its symbols as well as above and below.
  const Length least = stack_gap(graph, style);
  const Length spare = height - stack_height(heights, least) - style.symbols.cell_gap * 2;
  const Length gap = least + max(Length(), spare) / (static_cast<std::int64_t>(heights.size()) + 1);
  Length top = half(height - stack_height(heights, gap));
  for (int level = 0; level < symbol.level; ++level) top += heights[level] + gap;
  return top + half(heights[symbol.level] - symbol.fitted.size.h);
}

}  // namespace lembar::layout
