// The connectors of one page: its symbols and pentagons as a routing problem, and the answer put back in the
// page's words.
#pragma once

#include <string>
#include <vector>

#include "layout/flow/bands.h"
#include "layout/placed_sheet.h"
#include "routing/route.h"

namespace lembar::layout {

// Where the rows of one page stand: everything relative to the table's left edge and the top of the first band.
struct PageRows {
  PageRange range;
  PageBands bands;
  std::vector<Length> unit_tops;  // one for each unit of the range
  Length height;                  // bands included
};

struct PageFlow {
  routing::Problem problem;
  routing::Solution solution;
  std::vector<int> symbols;                   // shape -> symbol of the graph; -1: a pentagon
  std::vector<int> pentagons;                 // shape -> pentagon of the bands; -1: a symbol
  struct Line {                               // one for each edge of the problem
    int edge = 0;                             // of the graph; of a pentagon that leads in: the first that it leads
    bool second_half = false;                 // from a pentagon to its target
  };
  std::vector<Line> lines;
};

struct PageFlowInput {
  const FlowGraph& graph;
  const std::vector<Unit>& units;
  const BandPlanner& planner;
  const style::SheetStyle& style;
  const std::vector<Length>& lane_edges;  // lane_count + 1 edges, relative to the table
  const std::vector<Rect>& obstacles;     // texts over the lanes, relative like the rows
  text::Shaper& shaper;
  routing::Budget budget;
};

// Stacks bands and units. REQUIRES: range is not empty.
PageRows stack_rows(const PageFlowInput& input, const PageRange& range);

// The page as a routing problem, unsolved.
PageFlow pose_page_flow(const PageFlowInput& input, const PageRows& rows);

}  // namespace lembar::layout
