// Inside of table_layout.h: the passes of one table and what they know of each other.
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <vector>

#include "layout/flow/table_layout.h"
#include "layout/table/priced_cells.h"

namespace lembar::layout {

class TableLayouter {
 public:
  explicit TableLayouter(const TableLayoutInput& in);

  ColumnWidths choose_widths();

  // Goes on until every page is clean; false where that cannot be, or not in so many rounds.
  bool settle(int most_rounds = std::numeric_limits<int>::max());

  const TableLayout& settled() const { return out_; }
  // For settled tables. Takes back room of rows that their connectors asked for and do well without.
  void take_back_room();
  // Other tables, as good or better in every way that counts; nothing where there is none.
  // With the pages broken anew for the heights that rows have now.
  std::unique_ptr<TableLayouter> broken_anew() const;
  // With room for lines that run so near to a rule that they seem to be part of it.
  std::unique_ptr<TableLayouter> roomier() const;

  TableResult fail() const;
  TableResult finish();

 private:
  // Widths and breaks: table_layouter.cc
  std::vector<LaneDemand> symbol_demands();
  bool set_widths();
  void set_heights();
  bool break_pages();
  bool fits(const PageRange& range, bool first, bool last, const BandPlanner& planner) const;
  bool pages_still_fit() const;
  bool part_overfull_pages();
  Length room() const { return in_.page_free - out_.measured.head_height(); }  // of rows on a fresh page
  Length first_room() const;
  void make_units(Length room);
  bool split_row(int row, Length room, const BandPlanner& planner);
  std::size_t first_unit(int row) const;
  std::vector<int> glue() const;
  BandPlanner planner() const { return {out_.graph, out_.units, in_.style, lane_widths_, pentagons_, band_extras_}; }

  // Connectors and their room: table_rooms.cc
  bool route_pages(Effort effort);
  std::vector<TablePage> pose_pages() const;
  bool take_shortages(const TablePage& page);
  bool widened_in_vain(int line, const routing::Shortage& shortage);
  bool narrow_label(FlowEdge& edge);
  void give(const TablePage& page, routing::Shortage::Kind kind, int index, Length extra);
  void widen_lane_of(int symbol, Length extra);
  bool lanes_can_grow() const { return too_wide_ == Length(); }
  void ask_for_lane(int lane, Length extra);
  void ask_for_label(int edge);
  void note_unrouted(const TablePage& page, int e);
  bool stays_clean_with(Length& room, Length less);
  std::unique_ptr<TableLayouter> again() const;
  bool takes_no_more_than(const TableLayouter& other) const;
  Length room_given() const;
  std::vector<Rect> text_over_lanes(const PageRange& range, const BandPlanner& planner) const;
  std::map<int, Length> hidden_words() const;

  const TableLayoutInput& in_;
  SymbolFitter fitter_;
  std::shared_ptr<PriceBook> prices_;  // of the columns, for all that this table and its copies try
  TableLayout out_;
  TableFailure failure_;
  Length too_wide_;  // what the table would need, where its columns or what they asked for did not fit
  std::vector<LaneNeed> lane_needs_;
  std::vector<Length> row_extras_, lane_extras_, floors_, lane_widths_;
  PentagonSizes pentagons_;
  ColumnWidths widths_;
  Length first_price_;  // of the columns, before connectors asked for more
  std::map<int, Length> lanes_asked_;  // in this round
  bool widths_changed_ = false;        // since pages were broken
  BandExtras band_extras_;
  PageRouter router_;
  std::map<int, Length> forced_splits_;  // row -> room for a piece
  std::vector<PageRange> ranges_;
  int lacking_ = 0;            // connectors without a way or a place for their words, in this round
  bool words_hidden_ = false;  // in merged cells, in this round
  bool late_ = false;  // rounds that change all pages were of no avail
  std::map<int, routing::Shortage> lane_given_;  // by connector: what its words got of a lane
  std::map<int, int> times_asked_;  // by connector: rounds in which it found no room
};

}  // namespace lembar::layout
