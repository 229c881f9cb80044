#include "layout/flow/table_layouter.h"

#include <algorithm>
#include <limits>

#include "base/assert.h"
#include "layout/flow/explain_table.h"
#include "routing/invariants.h"

namespace lembar::layout {

namespace {

// Prices of a break, as in paginate.cc: inside a merged cell, whose words stand on one page; inside merged lanes; before
// a row of sums; where nothing may be parted.
constexpr int kPartedCell = 3000, kPartedLanes = 200, kPartedTotal = 3000, kPartedWhole = 20000;
constexpr int kMostRounds = 24, kRoundsOfDrafts = 6;
// A table is given up when so many rounds leave as many connectors without room as before, or take far more pages than it
// began with: smaller text will serve it better.
constexpr int kRoundsInVain = 8;
constexpr std::size_t far_more_than(std::size_t pages) { return pages + pages / 2 + 2; }
constexpr std::int64_t kDearestWidening = 3;   // of lanes, by the price that the columns had before
constexpr Length kWiderThanThis = mm(20);       // what is asked of the paper where nothing better is known

}  // namespace

TableLayouter::TableLayouter(const TableLayoutInput& in) : in_(in), fitter_(in.shaper, in.style), prices_(std::make_shared<PriceBook>()) {
  out_.spec = specify_table(in_.checked, in_.style, in_.id);
  out_.graph = build_flow_graph(in_.checked, out_.spec);
  const text::FontMetrics label = in_.shaper.metrics(in_.style.text(style::TextRole::connector_label).font);
  out_.graph.label_height = label.ascent + label.descent;
  lane_needs_ = measure_lane_needs(out_.graph, fitter_, in_.style);
  row_extras_.assign(out_.spec.rows.size(), Length());
  lane_extras_.assign(out_.spec.lane_count, Length());
  // Until the lanes have widths, symbols are as high as they are at their best.
  for (const LaneNeed& need : lane_needs_) lane_widths_.push_back(need.good);
  fit_symbols(out_.graph, fitter_, in_.style, lane_widths_);
  floors_ = measure_row_floors(out_.graph, in_.style);
}

bool TableLayouter::settle(int most_rounds) {
  int least_lacking = 0, last_gain = 0;
  std::size_t pages_wanted = 0;
  // Most tables have room for their connectors at once. Where it must be looked for, drafts find it sooner.
  for (int round = 0; round < std::min(most_rounds, kMostRounds); ++round) {
    late_ = round >= kRoundsOfDrafts;
    if (!set_widths() || !break_pages()) return false;
    if (!route_pages(round == 0 ? Effort::full : round < kRoundsOfDrafts ? Effort::draft : Effort::any_way)) {
      if (round == 0 || words_hidden_) pages_wanted = std::max(pages_wanted, out_.pages.size());
      if (round == 0 || lacking_ < least_lacking || lacking_ == 0) {
        least_lacking = lacking_ == 0 ? std::numeric_limits<int>::max() : lacking_;
        last_gain = round;
      }
      if (lacking_ > 0 && (round - last_gain > kRoundsInVain || (late_ && out_.pages.size() > far_more_than(pages_wanted)))) return false;
      continue;
    }
    if (round > 0) router_.polish(out_.pages);
    return true;
  }
  return false;
}

TableResult TableLayouter::fail() const {
  if (too_wide_ > Length()) return {std::nullopt, {.kind = TableFailure::Kind::too_wide, .needed = too_wide_}};
  return {std::nullopt, failure_};
}

TableResult TableLayouter::finish() {
  explain_table(out_, row_extras_, lane_extras_);
  for (const TablePage& page : out_.pages) {
    LEMBAR_ASSERT(page.flow.solution.clean(), "every connector of a finished page has its way, and its words a place");
    LEMBAR_ASSERT(routing::find_route_faults(page.flow.problem, page.flow.solution.routes).empty(), "no connector of a finished page has a hard fault");
  }
  out_.lane_left = out_.spec.lane_count > 0 ? out_.measured.edges[out_.spec.first_lane] : Length();
  return {std::move(out_), {}};
}

ColumnWidths TableLayouter::choose_widths() {
  return choose_column_widths({out_.spec, in_.style, in_.shaper, lane_needs_, floors_, lane_extras_, in_.width, in_.page_free, symbol_demands(), *prices_});
}

// Symbols with words get higher where their lane is narrow.
std::vector<LaneDemand> TableLayouter::symbol_demands() {
  std::vector<LaneDemand> demands;
  for (const FlowSymbol& symbol : out_.graph.symbols) {
    if (symbol.source->runs.empty() || symbol.first_lane != symbol.last_lane || symbol.row_span > 1 || symbol.stacked) continue;
    demands.push_back({symbol.row, symbol.first_lane, demanded_size(out_.graph, symbol, fitter_, in_.style)});
  }
  return demands;
}

bool TableLayouter::set_widths() {
  for (const auto& [lane, extra] : lanes_asked_) lane_extras_[lane] += extra;
  if (widths_.widths.empty() || !lanes_asked_.empty()) {
    ColumnWidths widths = choose_widths();
    if (first_price_ == Length()) first_price_ = widths.price;
    const bool too_dear = widths.fits && widths.price > first_price_ * kDearestWidening;
    if (!widths.fits || too_dear) {
      if (too_dear) widths.needed = in_.width + kWiderThanThis;
      too_wide_ = max(too_wide_, widths.needed);
      if (widths_.widths.empty()) return false;
      // The lanes stay as they are; higher rows may do.
      for (const auto& [lane, extra] : lanes_asked_) lane_extras_[lane] -= extra;
      lanes_asked_.clear();
      set_heights();
      return true;
    }
    widths_ = std::move(widths);
    std::vector<Length> lanes(widths_.widths.begin() + out_.spec.first_lane,
                              widths_.widths.begin() + out_.spec.first_lane + out_.spec.lane_count);
    std::vector<Length> for_symbols = lanes;  // what connectors asked for is theirs
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) for_symbols[lane] -= lane_extras_[lane];
    fit_symbols(out_.graph, fitter_, in_.style, for_symbols);
    floors_ = measure_row_floors(out_.graph, in_.style);
    out_.measured = measure_table({out_.spec, in_.style, in_.shaper, widths_, floors_, row_extras_});
    lane_widths_ = std::move(lanes);
    pentagons_ = fit_pentagons(in_.style, in_.shaper, lane_widths_, in_.pages_before + static_cast<int>(out_.spec.rows.size()));
    lanes_asked_.clear();
    widths_changed_ = true;
  } else {
    set_heights();
  }
  return true;
}

void TableLayouter::set_heights() {
  set_row_heights(out_.measured, {out_.spec, in_.style, in_.shaper, widths_, floors_, row_extras_});
}

bool TableLayouter::break_pages() {
  const Length room = this->room(), first_room = this->first_room();
  if (room <= mm(10)) {
    too_wide_ = in_.width + kWiderThanThis;
    return false;
  }
  const std::size_t units_before = out_.units.size();
  make_units(room);
  // Rows that grew a little stay on their pages as long as these hold them.
  if (!widths_changed_ && out_.units.size() == units_before && (pages_still_fit() || (late_ && part_overfull_pages()))) return true;
  widths_changed_ = false;
  for (std::size_t attempt = 0; attempt <= out_.spec.rows.size(); ++attempt) {  // each splits a row
    const BandPlanner planner = this->planner();
    PaginationInput pagination{out_.graph, out_.units, planner, glue(), first_room, room - in_.title_height, room, in_.tail,
                               in_.first_free > Length() && first_room < room};
    Pagination pages = paginate(pagination);
    if (pages.overfull_unit >= 0) {
      if (!split_row(out_.units[pages.overfull_unit].row, min(room, pagination.may_leave_first_page ? pagination.fresh_room : first_room), planner)) return false;
      continue;
    }
    out_.tail_fits = pages.tail_fits;
    out_.starts_on_fresh_page = !pages.pages.empty() && pages.pages.front().empty() && !out_.units.empty();
    out_.reasons = pages.reasons;
    ranges_.clear();
    for (const PageRange& range : pages.pages)
      if (!range.empty()) ranges_.push_back(range);
    return true;
  }
  failure_ = {.kind = TableFailure::Kind::row_too_high, .row = 0};
  return false;
}

Length TableLayouter::first_room() const {
  return (in_.first_free > Length() ? in_.first_free : in_.page_free) - out_.measured.head_height() - in_.title_height;
}

bool TableLayouter::fits(const PageRange& range, bool first, bool last, const BandPlanner& planner) const {
  Length used = planner.height(range.first, range.last);
  for (int u = range.first; u <= range.last; ++u) used += out_.units[u].height;
  if (last && out_.tail_fits) used += in_.tail;
  return used <= (!first ? room() : out_.starts_on_fresh_page ? room() - in_.title_height : first_room());
}

bool TableLayouter::pages_still_fit() const {
  if (ranges_.empty()) return false;
  const BandPlanner planner = this->planner();
  return std::all_of(ranges_.begin(), ranges_.end(), [&](const PageRange& range) {
    return fits(range, &range == &ranges_.front(), &range == &ranges_.back(), planner);
  });
}

// Where pages were broken anew again and again, those that are clean stay so: only the others become two.
bool TableLayouter::part_overfull_pages() {
  const BandPlanner planner = this->planner();
  const std::vector<int> glue = this->glue();
  std::vector<PageRange> parted;
  for (const PageRange& range : ranges_) {
    const bool first = &range == &ranges_.front(), last = &range == &ranges_.back();
    if (fits(range, first, last, planner)) {
      parted.push_back(range);
      continue;
    }
    int best = -1;
    Length best_price;
    for (int u = range.first; u < range.last; ++u) {
      const PageRange upper{range.first, u}, lower{u + 1, range.last};
      if (!fits(upper, first, false, planner) || !fits(lower, false, last, planner)) continue;
      const Length price = planner.height(upper.first, upper.last) + planner.height(lower.first, lower.last) + mm(glue[u]) / 100;
      if (best >= 0 && best_price <= price) continue;
      best = u;
      best_price = price;
    }
    if (best < 0) return false;
    parted.push_back({range.first, best});
    parted.push_back({best + 1, range.last});
    out_.reasons.push_back("break after row " + std::to_string(out_.units[best].row + 1) + ": rows got higher for their connectors, other pages stay as they are");
  }
  ranges_ = std::move(parted);
  return true;
}

// Rows as units; those taller than any page in pieces.
void TableLayouter::make_units(Length room) {
  out_.units.clear();
  for (std::size_t r = 0; r < out_.measured.heights.size(); ++r) {
    const Length height = out_.measured.heights[r];
    const auto forced = forced_splits_.find(static_cast<int>(r));
    if (height <= room && forced == forced_splits_.end()) {
      out_.units.push_back({static_cast<int>(r), 0, 1, height});
      continue;
    }
    const Length piece_room = forced != forced_splits_.end() ? forced->second : room;
    const std::vector<Length> pieces = piece_heights(out_.measured.cells[r], floors_[r] + row_extras_[r], piece_room, in_.style.cell_padding_y * 2);
    for (std::size_t k = 0; k < pieces.size(); ++k)
      out_.units.push_back({static_cast<int>(r), static_cast<int>(k), static_cast<int>(pieces.size()), pieces[k]});
  }
}

bool TableLayouter::split_row(int row, Length room, const BandPlanner& planner) {
  int unit = 0;
  while (out_.units[unit].row != row) ++unit;
  const Length bands = planner.height(unit, unit);
  const Length piece = room - bands;
  if (forced_splits_.contains(row) || piece < floors_[row] + row_extras_[row] || piece < mm(15)) {
    failure_ = {.kind = TableFailure::Kind::row_too_high, .row = row};
    return false;
  }
  forced_splits_[row] = piece;
  make_units(room);
  return true;
}

std::size_t TableLayouter::first_unit(int row) const {
  const auto at = std::lower_bound(out_.units.begin(), out_.units.end(), row, [](const Unit& u, int r) { return u.row < r; });
  return static_cast<std::size_t>(at - out_.units.begin());
}

// What a break after each unit costs besides connectors: sections stand with their first row, merged cells and
// symbols over several rows stay whole.
std::vector<int> TableLayouter::glue() const {
  std::vector<int> glue(out_.units.size(), 0);
  for (std::size_t u = 0; u + 1 < out_.units.size(); ++u) {
    const int row = out_.units[u].row;
    if (out_.spec.rows[row].kind == RowSpec::Kind::section) glue[u] += kPartedWhole;
    if (out_.spec.rows[out_.units[u + 1].row].kind == RowSpec::Kind::total) glue[u] += kPartedTotal;
  }
  auto hold = [&](int row, int span, int price) {
    for (std::size_t u = first_unit(row); u + 1 < out_.units.size() && out_.units[u + 1].row < row + span; ++u)
      if (out_.units[u + 1].row != out_.units[u].row) glue[u] += price;
  };
  for (std::size_t r = 0; r < out_.spec.rows.size(); ++r) {
    const RowSpec& row = out_.spec.rows[r];
    for (const CellSpec& cell : row.cells)
      if (cell.row_span > 1) hold(static_cast<int>(r), cell.row_span, kPartedCell);
    if (row.lane_row_span > 1) hold(static_cast<int>(r), row.lane_row_span, kPartedLanes);
    for (const int s : out_.graph.symbols_of_row[r])
      if (out_.graph.symbols[s].row_span > 1) hold(static_cast<int>(r), out_.graph.symbols[s].row_span, kPartedWhole);
  }
  return glue;
}

}  // namespace lembar::layout
