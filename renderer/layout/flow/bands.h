// Where a page break cuts connectors, they go on by off-page pentagons. A band is a thin row of its own above the
// first or below the last row of a page, with the pentagons of that break in the lanes of the symbols they serve.
//
// One pentagon for each target: several connectors of a page to one target beyond it end in one pentagon, and one
// pentagon on the target's page leads them all in. A connector forward leaves at the bottom and comes in at the top;
// a connector back leaves at the top and comes in at the bottom, and its pentagons point up.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/flow/flow_graph.h"

namespace lembar::layout {

// A row, or a piece of one, as pages are made of them.
struct Unit {
  int row = 0;
  int piece = 0, pieces = 1;
  Length height;
};

// The units of one page.
struct PageRange {
  int first = 0, last = -1;  // last < first: none
  bool empty() const { return last < first; }
  bool operator==(const PageRange&) const = default;
};

struct Pentagon {
  int target = 0;           // symbol
  bool out = false;         // leads off the page; else onto it
  bool top = false;         // in the band above the rows
  int lane = 0;
  std::vector<int> edges;   // those that end here (out), or those that it leads in
  int slot = 0, level = 0;  // place in its lane's part of the band; level 0 is nearest to the rows
};

// The straight sides of a pentagon end at this share of its length: a tip any flatter is no pointer. Its words stand
// between them.
constexpr std::int64_t kPentagonStraightPercent = 70;

// How large the pentagons of each lane are: alike, wide enough for "hal. 12" where the lane lets them be.
struct PentagonSizes {
  Length height;
  std::vector<Length> widths;  // one for each lane
};

// The words in a pentagon: its letter, and below it the page where it goes on.
struct PentagonWords {
  text::ShapedLine letter;
  std::optional<text::ShapedLine> page;  // absent: the template wants none, or it is unknown
  Length height() const { return letter.height() + (page ? page->height() : Length()); }
};
PentagonWords pentagon_words(const std::string& letter, const std::string& page, const style::SheetStyle& style, text::Shaper& shaper);
// Room between the words and the sides.
constexpr Length kPentagonInset = mm(0.5);

// `most_pages`: no page number is higher.
PentagonSizes fit_pentagons(const style::SheetStyle& style, text::Shaper& shaper, const std::vector<Length>& lane_widths, int most_pages);

struct PageBands {
  std::vector<Pentagon> pentagons;
  Length top, bottom;  // heights of the bands; 0: none
  int top_levels = 0, bottom_levels = 0;

  Length level_height(bool at_top) const { return at_top ? top / top_levels : bottom / bottom_levels; }
};

// Room that connectors asked for, beyond what the pentagons need: by the row that the band stands at, above it or below.
using BandExtras = std::map<std::pair<int, bool>, Length>;

class BandPlanner {
 public:
  BandPlanner(const FlowGraph& graph, const std::vector<Unit>& units, const style::SheetStyle& style,
              const std::vector<Length>& lane_widths, const PentagonSizes& pentagons, const BandExtras& extras);

  // The bands of a page that holds the units first..last.
  PageBands plan(int first, int last) const;
  // Their heights alone.
  Length height(int first, int last) const;
  int unit_of_symbol(int symbol) const { return unit_of_row_[graph_.row_of(symbol)]; }
  Size pentagon(int lane) const { return {pentagons_.widths[lane], pentagons_.height}; }

 private:
  const FlowGraph& graph_;
  const std::vector<Unit>& units_;
  PentagonSizes pentagons_;
  std::vector<int> unit_of_row_;  // the first piece, where the symbols stand
  std::vector<int> capacity_;  // pentagons that stand side by side in a lane
  Length level_height_;  // of one level of pentagons, with the room above and below
  const BandExtras& extras_;
};

}  // namespace lembar::layout
