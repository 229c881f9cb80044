// The symbols of one flow table and the connectors between them, as layout needs them: numbered in document order,
// lanes as column numbers, sizes known, and how symbols that share a cell are stacked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/flow/label_words.h"
#include "layout/flow/symbol_fit.h"
#include "layout/table/columns.h"
#include "layout/table/table_spec.h"

namespace lembar::layout {

struct FlowSymbol {
  std::string id, step;
  const model::Symbol* source = nullptr;
  int row = 0;                      // index into TableSpec::rows
  int row_span = 1;                 // rows of the table that it may stand in, sections between them included
  int first_lane = 0, last_lane = 0;  // 0 is the table's first lane
  int level = 0;                    // place in the stack of its cell, from the top
  bool stacked = false;             // shares its cell with another
  bool labelled = false;            // a connector with words leaves it
  FittedSymbol fitted;              // set once the lanes have widths
};

struct FlowEdge {
  int from = 0, to = 0;  // indexes into FlowGraph::symbols
  std::string label;
  bool plain = false;
  bool branch = false;  // leaves a decision
  std::string id;
  LabelForm label_form;  // of its words
  bool runs_free = false;  // a plain line within its row that found no straight way: it goes round like any other
};

struct FlowGraph {
  std::vector<FlowSymbol> symbols;
  std::vector<FlowEdge> edges;
  std::vector<std::vector<int>> symbols_of_row;  // those that start there
  std::vector<std::vector<int>> edges_of_row;    // those with an end there, each once for each such row
  int lane_count = 0;
  Length label_height;  // of the words of connectors

  int row_of(int symbol) const { return symbols[symbol].row; }
};

FlowGraph build_flow_graph(const model::CheckedTable& checked, const TableSpec& spec);

// What each lane needs for its symbols, with the gap at both sides.
std::vector<LaneNeed> measure_lane_needs(const FlowGraph& graph, SymbolFitter& fitter, const style::SheetStyle& style);

// Gives each symbol its size, now that the lanes have their widths (one for each lane): symbols without words all alike,
// words all of one size, capsules with words alike where they can be.
void fit_symbols(FlowGraph& graph, SymbolFitter& fitter, const style::SheetStyle& style, const std::vector<Length>& lane_widths);

// The height of the row that a symbol of one lane asks for at any width of the lane, and whether a word of it breaks.
// REQUIRES: what the fitter refers to and the symbol's source outlive it.
std::function<CellEstimate::Size(Length lane)> demanded_size(const FlowGraph& graph, const FlowSymbol& symbol, const SymbolFitter& fitter, const style::SheetStyle& style);

// The least height of each row for its symbols, with the gap above and below.
std::vector<Length> measure_row_floors(const FlowGraph& graph, const style::SheetStyle& style);

// The size of a symbol when its row, or all the rows that it stands in together, are `height` high: a box over several rows
// is drawn from the first to the last; other shapes stay as they are, between them.
Size size_in_rows(const FlowSymbol& symbol, const style::SheetStyle& style, Length height);

// Top of each symbol of a row within the row, when the row is `height` high; symbols over several rows are given the
// height of all of them together.
Length symbol_top(const FlowGraph& graph, const FlowSymbol& symbol, const style::SheetStyle& style, Length height);

}  // namespace lembar::layout
