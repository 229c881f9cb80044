#include "layout/flow/table_layout.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <thread>

#include "base/assert.h"
#include "layout/flow/explain_table.h"
#include "routing/invariants.h"

namespace lembar::layout {

namespace {

constexpr int kMostRounds = 16;
constexpr std::size_t kMostThreads = 8, kPagesWorthAThread = 8;

class TableLayouter {
 public:
  explicit TableLayouter(const TableLayoutInput& in) : in_(in), fitter_(in.shaper, in.style) {}

  ColumnWidths first_widths() {
    prepare();
    return choose_widths();
  }

  TableResult run() {
    prepare();
    for (int round = 0; round < kMostRounds; ++round) {
      if (!set_widths() || !break_pages()) return fail();
      if (route_pages()) return finish();
    }
    return fail();
  }

 private:
  TableResult fail() const { return {std::nullopt, failure_}; }

  void prepare() {
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

  ColumnWidths choose_widths() {
    return choose_column_widths({out_.spec, in_.style, in_.shaper, lane_needs_, floors_, lane_extras_, in_.width, in_.page_free, symbol_demands()});
  }

  // Symbols with words get higher where their lane is narrow.
  std::vector<LaneDemand> symbol_demands() {
    std::vector<LaneDemand> demands;
    for (const FlowSymbol& symbol : out_.graph.symbols) {
      if (symbol.source->runs.empty() || symbol.first_lane != symbol.last_lane || symbol.row_span > 1 || symbol.stacked) continue;
      demands.push_back({symbol.row, symbol.first_lane,
                         [this, &symbol](Length lane) { return demanded_height(out_.graph, symbol, fitter_, in_.style, lane); }});
    }
    return demands;
  }

  TableResult finish() {
    explain_table(out_, row_extras_, lane_extras_);
    for (const TablePage& page : out_.pages)
      LEMBAR_ASSERT(routing::find_route_faults(page.flow.problem, page.flow.solution.routes).empty(), "no connector of a finished page has a hard fault");
    out_.lane_left = out_.spec.lane_count > 0 ? out_.measured.edges[out_.spec.first_lane] : Length();
    return {std::move(out_), {}};
  }

  bool set_widths() {
    for (const auto& [lane, extra] : lanes_asked_) lane_extras_[lane] += extra;
    if (widths_.widths.empty() || !lanes_asked_.empty()) {
      widths_ = choose_widths();
      if (!widths_.fits) {
        failure_ = {.kind = TableFailure::Kind::too_wide, .needed = widths_.needed};
        return false;
      }
      std::vector<Length> lanes(widths_.widths.begin() + out_.spec.first_lane,
                                widths_.widths.begin() + out_.spec.first_lane + out_.spec.lane_count);
      fit_symbols(out_.graph, fitter_, in_.style, lanes);
      floors_ = measure_row_floors(out_.graph, in_.style);
      out_.measured = measure_table({out_.spec, in_.style, in_.shaper, widths_, floors_, row_extras_});
      lane_widths_ = std::move(lanes);
      pentagons_ = fit_pentagons(in_.style, in_.shaper, lane_widths_, in_.pages_before + static_cast<int>(out_.spec.rows.size()));
      lanes_asked_.clear();
      widths_changed_ = true;
    } else {
      set_row_heights(out_.measured, {out_.spec, in_.style, in_.shaper, widths_, floors_, row_extras_});
    }
    return true;
  }

  bool break_pages() {
    const Length heads = out_.measured.head_height();
    const Length room = in_.page_free - heads;
    const Length first_room = (in_.first_free > Length() ? in_.first_free : in_.page_free) - heads - in_.title_height;
    if (room <= mm(10)) {
      failure_ = {.kind = TableFailure::Kind::too_wide, .needed = in_.width + mm(20)};
      return false;
    }
    const std::size_t units_before = out_.units.size();
    make_units(room);
    // Rows that grew a little stay on their pages as long as these hold them.
    if (!widths_changed_ && out_.units.size() == units_before && pages_still_fit(first_room, room)) return true;
    widths_changed_ = false;
    for (std::size_t attempt = 0; attempt <= out_.spec.rows.size(); ++attempt) {  // each splits a row
      BandPlanner planner(out_.graph, out_.units, in_.style, lane_widths_, pentagons_, band_extras_);
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

  bool pages_still_fit(Length first_room, Length room) const {
    if (ranges_.empty()) return false;
    const BandPlanner planner(out_.graph, out_.units, in_.style, lane_widths_, pentagons_, band_extras_);
    for (const PageRange& range : ranges_) {
      Length used = planner.height(range.first, range.last);
      for (int u = range.first; u <= range.last; ++u) used += out_.units[u].height;
      if (&range == &ranges_.back() && out_.tail_fits) used += in_.tail;
      const bool first = &range == &ranges_.front();
      if (used > (!first ? room : out_.starts_on_fresh_page ? room - in_.title_height : first_room)) return false;
    }
    return true;
  }

  // Rows as units; those taller than any page in pieces.
  void make_units(Length room) {
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

  bool split_row(int row, Length room, const BandPlanner& planner) {
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

  std::size_t first_unit(int row) const {
    const auto at = std::lower_bound(out_.units.begin(), out_.units.end(), row, [](const Unit& u, int r) { return u.row < r; });
    return static_cast<std::size_t>(at - out_.units.begin());
  }

  // What a break after each unit costs besides connectors: sections stand with their first row, merged cells and
  // symbols over several rows stay whole.
  std::vector<int> glue() const {
    std::vector<int> glue(out_.units.size(), 0);
    for (std::size_t u = 0; u + 1 < out_.units.size(); ++u) {
      const int row = out_.units[u].row;
      if (out_.spec.rows[row].kind == RowSpec::Kind::section) glue[u] += 20000;
      if (out_.spec.rows[out_.units[u + 1].row].kind == RowSpec::Kind::total) glue[u] += 3000;
    }
    auto hold = [&](int row, int span, int price) {
      for (std::size_t u = first_unit(row); u + 1 < out_.units.size() && out_.units[u + 1].row < row + span; ++u)
        if (out_.units[u + 1].row != out_.units[u].row) glue[u] += price;
    };
    for (std::size_t r = 0; r < out_.spec.rows.size(); ++r) {
      const RowSpec& row = out_.spec.rows[r];
      for (const CellSpec& cell : row.cells)
        if (cell.row_span > 1) hold(static_cast<int>(r), cell.row_span, 1500);
      if (row.lane_row_span > 1) hold(static_cast<int>(r), row.lane_row_span, 200);
      for (const int s : out_.graph.symbols_of_row[r])
        if (out_.graph.symbols[s].row_span > 1) hold(static_cast<int>(r), out_.graph.symbols[s].row_span, 20000);
    }
    return glue;
  }

  // True when every page is clean; else what was asked for is noted for the next round.
  bool route_pages() {
    BandPlanner planner(out_.graph, out_.units, in_.style, lane_widths_, pentagons_, band_extras_);
    std::vector<Length> lane_edges{Length()};
    for (const Length& width : lane_widths_) lane_edges.push_back(lane_edges.back() + width);
    std::vector<TablePage> pages;
    std::vector<TablePage*> to_route;
    pages.reserve(ranges_.size());
    for (const PageRange& range : ranges_) {
      const std::vector<Rect> obstacles = text_over_lanes(range, planner);
      const PageFlowInput input{out_.graph, out_.units, planner, in_.style, lane_edges, obstacles, in_.shaper};
      TablePage& page = pages.emplace_back(TablePage{stack_rows(input, range), {}});
      if (out_.spec.lane_count == 0 || out_.graph.symbols.empty()) continue;
      page.flow = pose_page_flow(input, page.rows);
      const auto known = routed_.find(range.first);
      if (known != routed_.end() && known->second.problem == page.flow.problem)
        page.flow.solution = known->second.solution;
      else
        to_route.push_back(&page);
    }
    route_each(to_route);
    bool clean = true;
    for (TablePage* page : to_route) routed_[page->rows.range.first] = {page->flow.problem, page->flow.solution};
    for (const TablePage& page : pages)
      if (!page.flow.problem.shapes.empty()) clean = take_shortages(page, round_) && clean;
    ++round_;
    out_.pages = std::move(pages);
    return clean && whole_cells_shown();
  }

  // Pages know nothing of each other: those of a long table are routed side by side. The outcome does not depend on it.
  static void route_each(const std::vector<TablePage*>& pages) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t n; (n = next++) < pages.size();) pages[n]->flow.solution = routing::route(pages[n]->flow.problem, {});
    };
    std::vector<std::future<void>> others;
    const std::size_t cores = std::min<std::size_t>(kMostThreads, std::max(1U, std::thread::hardware_concurrency()));
    for (std::size_t t = 1; t < std::min(cores, pages.size() / kPagesWorthAThread); ++t) others.push_back(std::async(std::launch::async, work));
    work();
    for (std::future<void>& other : others) other.get();  // with what was thrown there, if anything
  }

  bool take_shortages(const TablePage& page, int round) {
    const routing::Solution& solution = page.flow.solution;
    bool lost = false, other_form = false;
    for (std::size_t e = 0; e < solution.routes.size(); ++e) {
      const bool unrouted = solution.routes[e].points.empty();
      const bool homeless = page.flow.problem.edges[e].label && !solution.routes[e].label_box;
      if (!unrouted && !homeless) continue;
      note_unrouted(page, static_cast<int>(e));
      lost = lost || unrouted;
      FlowEdge& edge = out_.graph.edges[page.flow.lines[e].edge];
      if (unrouted && edge.plain) edge.runs_free = true;
      if (!unrouted && !edge.label_on_two_lines && has_two_lines(edge.label)) {
        edge.label_on_two_lines = other_form = true;
      } else if (homeless && round >= 3) {
        // A higher row did not help its words: the lane needs more room beside the symbol.
        widen_lane_of(edge.from);
      }
    }
    // Where words take another form, that is tried before rows get higher.
    if (lost || !other_form) take_row_and_lane_shortages(page, round);
    return solution.clean();
  }

  void take_row_and_lane_shortages(const TablePage& page, int round) {
    for (const routing::Shortage& shortage : page.flow.solution.shortages) {
      const Length extra = max(shortage.extra, mm(1.2)) * (round >= 4 ? 2 : 1);
      if (shortage.kind == routing::Shortage::Kind::lane) {
        ask_for_lane(shortage.index, extra);
        continue;
      }
      int index = shortage.index;
      if (page.rows.bands.top > Length() && index-- == 0) {
        band_extras_[{out_.units[page.rows.range.first].row, true}] += extra;
        continue;
      }
      const int unit = page.rows.range.first + index;
      if (unit > page.rows.range.last) {
        band_extras_[{out_.units[page.rows.range.last].row, false}] += extra;
      } else {
        row_extras_[out_.units[unit].row] += extra;
      }
    }
  }

  void widen_lane_of(int symbol) {
    for (int lane = out_.graph.symbols[symbol].first_lane; lane <= out_.graph.symbols[symbol].last_lane; ++lane) ask_for_lane(lane, mm(2.5));
  }

  // What several pages ask of a lane in one round is given once.
  void ask_for_lane(int lane, Length extra) {
    Length& asked = lanes_asked_[lane];
    asked = max(asked, extra);
  }

  void note_unrouted(const TablePage& page, int e) {
    const FlowEdge& edge = out_.graph.edges[page.flow.lines[e].edge];
    failure_ = {.kind = TableFailure::Kind::no_route, .from = edge.from, .to = edge.to};
    failure_.from_id = out_.graph.symbols[edge.from].id;
    failure_.to_id = out_.graph.symbols[edge.to].id;
  }

  // Words of rows across the table that could not be kept out of the lanes.
  std::vector<Rect> text_over_lanes(const PageRange& range, const BandPlanner& planner) const {
    std::vector<Rect> boxes;
    if (out_.spec.lane_count == 0) return boxes;
    const Length left = out_.measured.edges[out_.spec.first_lane], right = out_.measured.edges[out_.spec.first_lane + out_.spec.lane_count];
    Length top = planner.plan(range.first, range.last).top;
    for (int u = range.first; u <= range.last; ++u) {
      const int row = out_.units[u].row;
      for (const MeasuredCell& cell : out_.measured.cells[row]) {
        if (cell.left >= right || cell.left + cell.width <= left) continue;
        for (const TextBlock::Line& line : cell.text.lines) {
          const Length x = cell.left + line.x;
          const Length offset = half(out_.units[u].height - cell.text.height);
          boxes.push_back(Rect{x - left, top + offset + line.y, line.line.width, line.line.height()});
        }
      }
      top += out_.units[u].height;
    }
    return boxes;
  }

  // A merged cell cut by a page break shows its lines one page after the other; the last rows must hold the rest.
  bool whole_cells_shown() {
    bool whole = true;
    const Length pad = in_.style.cell_padding_y * 2;
    for (std::size_t r = 0; r < out_.spec.rows.size(); ++r) {
      for (const MeasuredCell& cell : out_.measured.cells[r]) {
        if (cell.spec->row_span == 1) continue;
        int shown = 0;
        const int row = static_cast<int>(r), end = row + cell.spec->row_span;
        const int lines = static_cast<int>(cell.text.lines.size());
        int u = static_cast<int>(first_unit(row));
        auto range = std::partition_point(ranges_.begin(), ranges_.end(), [&](const PageRange& r) { return r.last < u; });
        for (; range != ranges_.end() && shown < lines; ++range) {
          Length room;
          for (; u <= range->last && out_.units[u].row < end; ++u) room += out_.units[u].height;
          if (room == Length()) break;
          shown = lines_that_fit(cell.text, shown, room - pad).to;
        }
        if (shown >= lines) continue;
        whole = false;
        const int last = std::min<int>(end, static_cast<int>(out_.spec.rows.size())) - 1;
        row_extras_[last] += cell.text.height - cell.text.lines[shown].y;
      }
    }
    return whole;
  }

  const TableLayoutInput& in_;
  SymbolFitter fitter_;
  TableLayout out_;
  TableFailure failure_;
  std::vector<LaneNeed> lane_needs_;
  std::vector<Length> row_extras_, lane_extras_, floors_, lane_widths_;
  PentagonSizes pentagons_;
  ColumnWidths widths_;
  std::map<int, Length> lanes_asked_;  // in this round
  bool widths_changed_ = false;  // since pages were broken
  struct Routed {
    routing::Problem problem;
    routing::Solution solution;
  };
  BandExtras band_extras_;
  std::map<int, Routed> routed_;  // by the page's first unit: what the last round found, for pages that stay as they were
  std::map<int, Length> forced_splits_;  // row -> room for a piece
  std::vector<PageRange> ranges_;
  int round_ = 0;
};

}  // namespace

ColumnWidths first_column_widths(const TableLayoutInput& input) { return TableLayouter(input).first_widths(); }

TableResult lay_out_table(const TableLayoutInput& input) { return TableLayouter(input).run(); }

}  // namespace lembar::layout
