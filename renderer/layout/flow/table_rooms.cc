#include <algorithm>
#include <set>

#include "layout/flow/table_layouter.h"
#include "routing/labels.h"
#include "routing/tight_bands.h"

namespace lembar::layout {

namespace {

// Longer tables are left as they settled: each improvement routes a page or all of them once more.
constexpr std::size_t kMostPagesImproved = 24;
constexpr int kMostTimesRoomier = 4;
constexpr int kRoundsToImprove = 12;  // of a table that is right already
constexpr std::size_t kMostTakenBack = 24;  // rows and bands, those first that got most
constexpr Length kLaneStep = mm(2.5), kRowStep = mm(1.2);  // less is not worth another round
constexpr Length kLeastTakenBack = mm(1.5), kLittleRoom = mm(6);  // the latter a page

// What all bands together lack for lines to keep off their rules, and words off the lines of others.
Length tightness(const std::vector<TablePage>& pages) {
  Length sum;
  for (const TablePage& page : pages) {
    for (const routing::Shortage& lack : routing::find_tight_bands(page.flow.problem, page.flow.solution.routes)) sum += lack.extra;
    sum += kLaneStep * static_cast<std::int64_t>(routing::find_misleading_labels(page.flow.solution.routes).size());
  }
  return sum;
}

}  // namespace

std::vector<TablePage> TableLayouter::pose_pages() const {
  const BandPlanner planner = this->planner();
  std::vector<Length> lane_edges{Length()};
  for (const Length& width : lane_widths_) lane_edges.push_back(lane_edges.back() + width);
  std::vector<TablePage> pages;
  pages.reserve(ranges_.size());
  for (const PageRange& range : ranges_) {
    const std::vector<Rect> obstacles = text_over_lanes(range, planner);
    const PageFlowInput input{out_.graph, out_.units, planner, in_.style, lane_edges, obstacles, in_.shaper};
    TablePage& page = pages.emplace_back(TablePage{stack_rows(input, range), {}});
    if (out_.spec.lane_count > 0 && !out_.graph.symbols.empty()) page.flow = pose_page_flow(input, page.rows);
  }
  return pages;
}

// True when every page is clean; else what was asked for is noted for the next round.
bool TableLayouter::route_pages(Effort effort) {
  std::vector<TablePage> pages = pose_pages();
  router_.route(pages, effort);
  bool clean = true;
  lacking_ = 0;
  for (const TablePage& page : pages)
    if (!page.flow.problem.shapes.empty()) clean = take_shortages(page) && clean;
  out_.pages = std::move(pages);
  const std::map<int, Length> hidden = hidden_words();
  for (const auto& [row, height] : hidden) row_extras_[row] += height;
  words_hidden_ = !hidden.empty();
  return clean && hidden.empty();
}

bool TableLayouter::take_shortages(const TablePage& page) {
  const routing::Solution& solution = page.flow.solution;
  bool lost = false, other_form = false;
  for (std::size_t e = 0; e < solution.routes.size(); ++e) {
    const bool unrouted = solution.routes[e].points.empty();
    const bool homeless = page.flow.problem.edges[e].label && !solution.routes[e].label_box;
    if (!unrouted && !homeless) continue;
    note_unrouted(page, static_cast<int>(e));
    ++lacking_;
    lost = lost || unrouted;
    FlowEdge& edge = out_.graph.edges[page.flow.lines[e].edge];
    if (unrouted && edge.plain) edge.runs_free = true;
    if (!unrouted && edge.label_form == LabelForm{} && edge.label.find(' ') != std::string::npos) other_form = narrow_label(edge) || other_form;
  }
  // Where words take another form, that is tried before rows get higher.
  if (!lost && other_form) return false;
  std::set<int> asked;  // connectors
  std::map<std::pair<routing::Shortage::Kind, int>, Length> lacks;
  for (const routing::Shortage& shortage : solution.shortages) {
    const bool homeless = !solution.routes[shortage.edge].points.empty();
    const int line = page.flow.lines[shortage.edge].edge;
    if (asked.insert(line).second) ++times_asked_[line];
    const int times = times_asked_[line];
    FlowEdge& edge = out_.graph.edges[line];
    // Where what was asked for did not help its words, they need another form, or more room beside the symbol.
    const bool no_lane = shortage.kind == routing::Shortage::Kind::lane && (!lanes_can_grow() || (homeless && widened_in_vain(line, shortage)));
    if (homeless && (times % 3 == 0 || no_lane) && narrow_label(edge)) continue;
    if (homeless && times % 3 == 2 && !no_lane) {
      widen_lane_of(edge.from, max(kLaneStep, page.flow.problem.edges[shortage.edge].label->w / 4));
    } else if (homeless && no_lane) {
      row_extras_[out_.graph.row_of(edge.from)] += out_.graph.label_height;
    } else {
      Length& lack = lacks[{shortage.kind, shortage.index}];
      lack = max(lack, max(shortage.extra, kRowStep) * (times >= 4 ? 2 : 1));
    }
  }
  for (const auto& [band, lack] : lacks) give(page, band.first, band.second, lack);
  return solution.clean();
}

// True where the lane that the words asked for did not help them: they stand beside a line that moved with it. The lane
// gets as narrow as it was.
bool TableLayouter::widened_in_vain(int line, const routing::Shortage& shortage) {
  const auto [last, first_time] = lane_given_.try_emplace(line, shortage);
  if (first_time) return false;
  const bool in_vain = last->second.index == shortage.index && last->second.extra <= shortage.extra;
  if (in_vain && last->second.extra > Length() && last->second.extra <= lane_extras_[shortage.index]) {
    lanes_asked_.try_emplace(shortage.index, Length() - last->second.extra);
    last->second.extra = Length();
  }
  return in_vain;
}

// The first narrower form that its lane takes side by side, whole words if that can be.
bool TableLayouter::narrow_label(FlowEdge& edge) {
  const FlowSymbol& from = out_.graph.symbols[edge.from];
  Length room;
  for (int lane = from.first_lane; lane <= from.last_lane; ++lane) room += lane_widths_[lane];
  bool narrower = false;
  while (const std::optional<LabelForm> form = narrower_form(edge.label, edge.label_form, in_.style, in_.shaper)) {
    if (narrower && form->parted) break;
    edge.label_form = *form;
    narrower = true;
    if (label_words(edge.label, *form, in_.style, in_.shaper).size().w <= room) break;
  }
  return narrower;
}

// More of a lane, or of a row or band of that page.
void TableLayouter::give(const TablePage& page, routing::Shortage::Kind kind, int index, Length extra) {
  if (kind == routing::Shortage::Kind::lane) return ask_for_lane(index, extra);
  if (page.rows.bands.top > Length() && index-- == 0) {
    band_extras_[{out_.units[page.rows.range.first].row, true}] += extra;
    return;
  }
  const int unit = page.rows.range.first + index;
  if (unit > page.rows.range.last) {
    band_extras_[{out_.units[page.rows.range.last].row, false}] += extra;
  } else {
    row_extras_[out_.units[unit].row] += extra;
  }
}

void TableLayouter::widen_lane_of(int symbol, Length extra) {
  for (int lane = out_.graph.symbols[symbol].first_lane; lane <= out_.graph.symbols[symbol].last_lane; ++lane) ask_for_lane(lane, extra);
}

// What several pages ask of a lane in one round is given once.
void TableLayouter::ask_for_lane(int lane, Length extra) {
  Length& asked = lanes_asked_[lane];
  asked = max(asked, extra);
}

// Words that stand where a reader takes them for another's: they get narrower, or more room beside their symbol.
void TableLayouter::ask_for_label(int edge) {
  FlowEdge& words = out_.graph.edges[edge];
  if (words.label_form == LabelForm{} && words.label.find(' ') != std::string::npos && narrow_label(words)) return;
  widen_lane_of(words.from, kLaneStep);
}

void TableLayouter::note_unrouted(const TablePage& page, int e) {
  const FlowEdge& edge = out_.graph.edges[page.flow.lines[e].edge];
  failure_ = {.kind = TableFailure::Kind::no_route, .from = out_.graph.symbols[edge.from].source, .to = out_.graph.symbols[edge.to].source};
}

void TableLayouter::take_back_room() {
  if (out_.pages.size() > kMostPagesImproved) return;
  std::vector<Length*> rooms;
  for (Length& extra : row_extras_)
    if (extra >= kLeastTakenBack) rooms.push_back(&extra);
  for (auto& [band, extra] : band_extras_)
    if (extra >= kLeastTakenBack) rooms.push_back(&extra);
  std::stable_sort(rooms.begin(), rooms.end(), [](const Length* a, const Length* b) { return *b < *a; });
  if (rooms.size() > kMostTakenBack) rooms.resize(kMostTakenBack);
  for (Length* room : rooms) {
    if (stays_clean_with(*room, Length())) continue;
    Length too_little, enough = *room;
    while (enough - too_little >= kLeastTakenBack) {
      const Length middle = half(too_little + enough);
      (stays_clean_with(*room, middle) ? enough : too_little) = middle;
    }
  }
  router_.polish(out_.pages);
}

// `room` is one of row_extras_ or band_extras_. Lays out its page again, all others stay as they are; where that page
// does not come out clean on its own, nothing changes.
bool TableLayouter::stays_clean_with(Length& room, Length less) {
  const Length before = room;
  const std::vector<Length> heights = out_.measured.heights;
  const std::vector<Unit> units = out_.units;
  room = less;
  set_heights();
  make_units(this->room());
  if (out_.units.size() == units.size() && pages_still_fit()) {
    std::vector<TablePage> pages = pose_pages();
    router_.route(pages, Effort::any_way);
    const bool clean = std::all_of(pages.begin(), pages.end(), [](const TablePage& page) { return page.flow.solution.clean(); });
    if (clean && hidden_words().empty() && tightness(pages) <= tightness(out_.pages)) {
      out_.pages = std::move(pages);
      return true;
    }
  }
  room = before;
  out_.measured.heights = heights;
  out_.units = units;
  return false;
}

std::unique_ptr<TableLayouter> TableLayouter::roomier() const {
  if (out_.pages.size() > kMostPagesImproved) return nullptr;
  std::unique_ptr<TableLayouter> best;
  Length least = tightness(out_.pages);
  // Lines take other ways in wider lanes and may be hard by another rule there: that one too is given room, and only
  // the end counts.
  std::vector<TablePage> pages = out_.pages;
  auto other = again();
  for (int k = 0; k < kMostTimesRoomier && least > Length(); ++k) {
    for (const TablePage& page : pages) {
      for (const routing::Shortage& lack : routing::find_tight_bands(page.flow.problem, page.flow.solution.routes)) other->give(page, lack.kind, lack.index, lack.extra);
      for (const int e : routing::find_misleading_labels(page.flow.solution.routes)) other->ask_for_label(page.flow.lines[e].edge);
    }
    if (!other->settle(kRoundsToImprove) || !other->takes_no_more_than(*this)) break;
    const Length tight = tightness(other->out_.pages);
    pages = other->out_.pages;
    auto next = other->again();
    if (tight < least) {
      least = tight;
      best = std::move(other);
    }
    other = std::move(next);
  }
  return best;
}

std::unique_ptr<TableLayouter> TableLayouter::broken_anew() const {
  if (out_.pages.size() < 2 || out_.pages.size() > kMostPagesImproved) return nullptr;
  auto other = again();
  if (!other->set_widths() || !other->break_pages() || other->ranges_ == ranges_ || !other->settle(kRoundsToImprove)) return nullptr;
  other->take_back_room();
  return other->takes_no_more_than(*this) ? std::move(other) : nullptr;
}

// A copy that starts its rounds anew. Its cells are measured again: those of this table know this table's columns.
std::unique_ptr<TableLayouter> TableLayouter::again() const {
  auto other = std::make_unique<TableLayouter>(*this);
  other->widths_ = {};
  other->times_asked_.clear();
  other->lane_given_.clear();
  return other;
}

bool TableLayouter::takes_no_more_than(const TableLayouter& other) const {
  const bool as_good_an_end = out_.starts_on_fresh_page == other.out_.starts_on_fresh_page && out_.tail_fits == other.out_.tail_fits;
  if (!as_good_an_end || out_.pages.size() != other.out_.pages.size()) return as_good_an_end && out_.pages.size() < other.out_.pages.size();
  return room_given() <= other.room_given() + kLittleRoom * static_cast<std::int64_t>(out_.pages.size());
}

Length TableLayouter::room_given() const {
  Length sum;
  for (const Length& extra : row_extras_) sum += extra;
  for (const auto& [band, extra] : band_extras_) sum += extra;
  return sum;
}

// Words of rows across the table that could not be kept out of the lanes.
std::vector<Rect> TableLayouter::text_over_lanes(const PageRange& range, const BandPlanner& planner) const {
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

// A merged cell cut by a page break shows its lines one page after the other. By the last row of such a cell: the
// height of the lines for which there is no room left.
std::map<int, Length> TableLayouter::hidden_words() const {
  std::map<int, Length> hidden;
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
      const int last = std::min<int>(end, static_cast<int>(out_.spec.rows.size())) - 1;
      hidden[last] += cell.text.height - cell.text.lines[shown].y;
    }
  }
  return hidden;
}

}  // namespace lembar::layout
