#include "layout/flow/place_table.h"

#include <algorithm>

#include "base/assert.h"
#include "layout/flow/row_words.h"

namespace lembar::layout {

namespace {

PlacedKind placed_kind(model::SymbolKind kind) {
  switch (kind) {
    case model::SymbolKind::start: return PlacedKind::start;
    case model::SymbolKind::end: return PlacedKind::end;
    case model::SymbolKind::decision: return PlacedKind::decision;
    case model::SymbolKind::circle: return PlacedKind::circle;
    case model::SymbolKind::process: break;
  }
  return PlacedKind::process;
}

class TablePlacer {
 public:
  TablePlacer(const PlaceInput& in, int index, Point origin, PlacedPage& page, int page_index, ShownLines& shown,
              std::vector<OffpageMark>& marks)
      : in_(in), t_(in.table), part_(in.table.pages[index]), origin_(origin), page_(page), page_index_(page_index), shown_(shown), marks_(marks) {}

  Length run() {
    place_heads();
    place_rows();
    place_lanes();
    place_symbols();
    place_connectors();
    return t_.measured.head_height() + part_.rows.height;
  }

 private:
  std::string table_name() const { return in_.name_table ? t_.spec.id : std::string(); }
  std::string cell_id(const std::string& name) const { return t_.spec.id + "." + name; }
  Length column_left(int c) const { return origin_.x + t_.measured.edges[c]; }
  Length rows_top() const { return origin_.y + t_.measured.head_height(); }
  Rect columns_box(int first, int last, Length y, Length h) const {
    return Rect::from_edges(column_left(first), y, column_left(last + 1), y + h);
  }

  PlacedCell& add_cell(std::string name, std::string role, Rect box) {
    page_.cells.push_back({.id = cell_id(name), .role = std::move(role), .table = table_name(), .box = box, .grid = t_.spec.id});
    return page_.cells.back();
  }

  void place_heads() {
    std::vector<Length> tops{origin_.y};
    for (const Length& level : t_.measured.head_levels) tops.push_back(tops.back() + level);
    for (const MeasuredHead& head : t_.measured.heads) {
      const HeadSpec& spec = *head.spec;
      const Rect box = columns_box(spec.first, spec.last, tops[spec.top], tops[spec.bottom + 1] - tops[spec.top]);
      PlacedCell& cell = add_cell(spec.id, "kepala", box);
      cell.part = PlacedCell::Part::column_head;
      cell.shade = in_.style.table.shade_heads;
      if (head.upright) {
        place_upright(head.text, box, cell.id);
      } else {
        const Point at{box.x + in_.style.cell_padding_x, box.y + half(box.h - head.text.height)};
        place_block(head.text, {0, static_cast<int>(head.text.lines.size())}, at, OwnerKind::cell, cell_id(spec.id), page_);
      }
    }
    for (std::size_t c = 0; c < t_.measured.numbers.size(); ++c) {
      const Rect box = columns_box(static_cast<int>(c), static_cast<int>(c), tops.back(), t_.measured.number_height);
      const std::string name = "nomor-kolom-" + std::to_string(c + 1);
      add_cell(name, "nomor-kolom", box).part = PlacedCell::Part::column_head;
      const TextBlock& text = t_.measured.numbers[c];
      place_block(text, {0, static_cast<int>(text.lines.size())}, {box.x + in_.style.cell_padding_x, box.y + half(box.h - text.height)},
                  OwnerKind::cell, cell_id(name), page_);
    }
  }

  void place_upright(const TextBlock& block, const Rect& box, const std::string& owner) {
    const Length left = box.x + half(box.w - block.height);
    for (const TextBlock::Line& line : block.lines) {
      const Rect turned{left + line.y, box.y + half(box.h - line.line.width), line.line.height(), line.line.width};
      page_.texts.push_back({.owner = OwnerKind::cell, .owner_id = owner, .line = line.line, .box = turned, .size = line_size(line.line), .turn = Turn::upright});
    }
  }

  static Length line_size(const text::ShapedLine& line) { return line.runs.empty() ? Length() : line.runs.front().size; }

  void place_rows() {
    const PageRows& rows = part_.rows;
    if (rows.bands.top > Length()) place_band(rows_top(), rows.bands.top, "atas");
    for (int u = rows.range.first; u <= rows.range.last; ++u) {
      const Unit& unit = t_.units[u];
      const RowSpec& spec = t_.spec.rows[unit.row];
      const Length top = rows_top() + rows.unit_tops[u - rows.range.first];
      PlacedRow row{.step = spec.step, .table = table_name(), .y = top, .h = unit.height};
      if (spec.kind == RowSpec::Kind::section) row.role = "bagian";
      if (spec.kind == RowSpec::Kind::total) row.role = "jumlah";
      page_.rows.push_back(row);
      place_text_cells(u, top);
      if (spec.kind == RowSpec::Kind::step) place_lane_cells(u, top);
    }
    if (rows.bands.bottom > Length()) place_band(rows_top() + rows.height - rows.bands.bottom, rows.bands.bottom, "bawah");
  }

  // A row of pentagons: the lanes go on, the columns beside them are one empty cell each side.
  void place_band(Length top, Length height, const std::string& name) {
    page_.rows.push_back({.role = "penghubung", .table = table_name(), .y = top, .h = height});
    const int first = t_.spec.first_lane, end = first + t_.spec.lane_count, columns = static_cast<int>(t_.spec.columns.size());
    const std::string base = "penghubung-" + name;
    if (first > 0) add_cell(base + "-kiri", "penghubung", columns_box(0, first - 1, top, height));
    for (int c = first; c < end; ++c) add_cell(base + "-" + t_.spec.columns[c].actor, "penghubung", columns_box(c, c, top, height));
    if (end < columns) add_cell(base + "-kanan", "penghubung", columns_box(end, columns - 1, top, height));
  }

  // Height on this page of the units from `u` on that belong to the rows [row, end).
  Length height_on_page(int u, int end) const {
    Length height;
    for (int k = u; k <= part_.rows.range.last && t_.units[k].row < end; ++k) height += t_.units[k].height;
    return height;
  }

  // Cells that start in this unit, and those that go on here from the page before.
  void place_text_cells(int u, Length top) {
    const Unit& unit = t_.units[u];
    const bool page_start = u == part_.rows.range.first;
    for (std::size_t c = 0; c < t_.measured.cells[unit.row].size(); ++c) {
      const MeasuredCell& cell = t_.measured.cells[unit.row][c];
      const bool first_piece = unit.piece == 0;
      if (!first_piece && !page_start && cell.spec->row_span > 1) continue;
      const Length height = cell.spec->row_span > 1 ? height_on_page(u, unit.row + cell.spec->row_span) : unit.height;
      place_text_cell(cell, unit.row, static_cast<int>(c), u, top, height);
    }
    if (!page_start) return;
    // Merged cells of rows above that reach into this page.
    for (int row = std::max(0, unit.row - kLongestSpan); row < unit.row; ++row) {
      for (std::size_t c = 0; c < t_.measured.cells[row].size(); ++c) {
        const MeasuredCell& cell = t_.measured.cells[row][c];
        if (row + cell.spec->row_span <= unit.row) continue;
        place_text_cell(cell, row, static_cast<int>(c), u, top, height_on_page(u, row + cell.spec->row_span));
      }
    }
  }

  void place_text_cell(const MeasuredCell& cell, int row, int c, int u, Length top, Length height) {
    const int shown_in = t_.units[u].row;
    const RowSpec& here = t_.spec.rows[shown_in];
    const CellSpec& spec = *cell.spec;
    const Rect box = columns_box(spec.first, spec.last, top, height);
    const std::string name = std::to_string(shown_in + 1) + "." + spec.role + (spec.role == "jumlah" ? std::to_string(spec.first + 1) : std::string());
    PlacedCell& placed = add_cell(name, spec.role, box);
    placed.row = here.kind == RowSpec::Kind::step ? here.step : std::string();
    const bool names_row = spec.role == "nomor" || spec.role == "uraian";
    placed.part = names_row ? PlacedCell::Part::row_head : PlacedCell::Part::data;

    const Length pad = in_.style.cell_padding_y;
    int& shown = shown_[{row, c}];
    const LineRange lines = lines_that_fit(cell.text, shown, height - pad * 2);
    const int count = static_cast<int>(cell.text.lines.size());
    const bool whole = lines.from == 0 && lines.to == count;
    shown = lines.to;
    if (lines.to == lines.from) return;
    // A cut cell reads on from the top; a whole one stands in the middle of its row, level with the symbols.
    const Length first = cell.text.lines[lines.from].y;
    const Length y = whole ? box.y + half(box.h - cell.text.height) : box.y + pad - first;
    const Length x = whole && spec.first != spec.last ? words_left(cell, u) : origin_.x + cell.left;
    place_block(cell.text, lines, {x, y}, OwnerKind::cell, cell_id(name), page_);
  }

  Length words_left(const MeasuredCell& cell, int u) const {
    const bool section = t_.spec.rows[t_.units[u].row].kind == RowSpec::Kind::section;
    const bool at_left = section ? in_.sections_left : is_free_at_left(t_, part_, u, cell, in_.style);
    return at_left ? column_left(cell.spec->first) + in_.style.cell_padding_x : origin_.x + cell.left;
  }

  void place_lane_cells(int u, Length top) {
    const Unit& unit = t_.units[u];
    for (int lane = 0; lane < t_.spec.lane_count; ++lane) {
      int end = unit.row + 1;
      if (covered_by_lane_merge(unit.row, lane, u)) continue;
      if (merges_lane(unit.row, lane)) end = unit.row + t_.spec.rows[unit.row].lane_row_span;
      const int c = t_.spec.first_lane + lane;
      const Length height = end > unit.row + 1 ? height_on_page(u, end) : unit.height;
      PlacedCell& cell = add_cell(std::to_string(unit.row + 1) + ".lajur." + t_.spec.columns[c].actor, "lajur", columns_box(c, c, top, height));
      cell.row = t_.spec.rows[unit.row].step;
      cell.actor = t_.spec.columns[c].actor;
      cell.part = PlacedCell::Part::data;
    }
  }

  bool lane_is_empty(int row, int end, int lane) const {
    for (int r = row; r < end && r < static_cast<int>(t_.spec.rows.size()); ++r)
      for (const int s : t_.graph.symbols_of_row[r]) {
        const FlowSymbol& symbol = t_.graph.symbols[s];
        if (symbol.first_lane <= lane && lane <= symbol.last_lane) return false;
      }
    return true;
  }

  bool merges_lane(int row, int lane) const {
    const int span = t_.spec.rows[row].lane_row_span;
    return span > 1 && lane_is_empty(row, row + span, lane);
  }

  bool covered_by_lane_merge(int row, int lane, int u) const {
    if (u == part_.rows.range.first) return false;
    for (int r = std::max(0, row - kLongestSpan); r < row; ++r)
      if (r + t_.spec.rows[r].lane_row_span > row && merges_lane(r, lane) && t_.units[part_.rows.range.first].row <= r) return true;
    return false;
  }

  void place_lanes() {
    for (int lane = 0; lane < t_.spec.lane_count; ++lane) {
      const int c = t_.spec.first_lane + lane;
      page_.lanes.push_back({t_.spec.columns[c].actor, table_name(), column_left(c), t_.measured.edges[c + 1] - t_.measured.edges[c],
                             rows_top(), part_.rows.height});
    }
  }

  Point lanes_origin() const { return {origin_.x + t_.lane_left, rows_top()}; }

  void place_symbols() {
    const Point at = lanes_origin();
    const auto& shapes = part_.flow.problem.shapes;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      const Rect box = shapes[i].box.moved_by(at.x, at.y);
      PlacedSymbol placed{.table = table_name(), .box = box};
      if (part_.flow.symbols[i] >= 0) {
        const FlowSymbol& symbol = t_.graph.symbols[part_.flow.symbols[i]];
        placed.id = symbol.id;
        placed.step = symbol.step;
        placed.actor = symbol.source->actor.value;
        if (symbol.source->actor_to) placed.actor_to = symbol.source->actor_to->value;
        placed.row_span = symbol.source->rows;
        placed.kind = placed_kind(symbol.source->kind);
        placed.text = model::plain_text(symbol.source->runs);
        place_symbol_words(symbol, box);
      } else {
        const Pentagon& pentagon = part_.rows.bands.pentagons[part_.flow.pentagons[i]];
        placed.id = t_.spec.id + "." + shapes[i].id;
        placed.actor = t_.spec.columns[t_.spec.first_lane + pentagon.lane].actor;
        placed.kind = PlacedKind::offpage;
        placed.pointing = shapes[i].kind == routing::ShapeKind::pentagon_up ? Pointing::up : Pointing::down;
        marks_.push_back({page_index_, static_cast<int>(page_.symbols.size()), in_.table_index, pentagon.target, pentagon.out, pentagon.top});
      }
      page_.symbols.push_back(std::move(placed));
    }
  }

  void place_symbol_words(const FlowSymbol& symbol, const Rect& box) {
    Length height;
    for (const text::ShapedLine& line : symbol.fitted.lines) height += line.height();
    Length y = box.y + half(box.h - height);
    const int paragraph = static_cast<int>(page_.texts.size()) + 1;
    for (const text::ShapedLine& line : symbol.fitted.lines) {
      if (!line.text.empty())
        page_.texts.push_back({.owner = OwnerKind::symbol, .owner_id = symbol.id, .line = line,
                               .box = {box.x + half(box.w - line.width), y, line.width, line.height()}, .size = line_size(line), .paragraph = paragraph});
      y += line.height();
    }
  }

  std::string shape_id(int shape) const {
    const int symbol = part_.flow.symbols[shape];
    return symbol >= 0 ? t_.graph.symbols[symbol].id : t_.spec.id + "." + part_.flow.problem.shapes[shape].id;
  }

  void place_connectors() {
    const Point at = lanes_origin();
    for (std::size_t i = 0; i < part_.flow.lines.size(); ++i) {
      const PageFlow::Line& line = part_.flow.lines[i];
      const routing::Edge& edge = part_.flow.problem.edges[i];
      const routing::Route& route = part_.flow.solution.routes[i];
      const FlowEdge& source = t_.graph.edges[line.edge];
      PlacedConnector placed{.id = t_.spec.id + "." + edge.id, .from = shape_id(edge.source), .to = shape_id(edge.target), .table = table_name()};
      placed.arrow = !source.plain;
      for (const Point& p : route.points) placed.points.push_back({p.x + at.x, p.y + at.y});
      if (!line.second_half && !source.label.empty() && route.label_box) {
        placed.label = source.label;
        placed.label_box = route.label_box->moved_by(at.x, at.y);
        const LabelWords words = label_words(source.label, source.label_form, in_.style, in_.shaper);
        const Rect& room = *placed.label_box;
        Length y = room.y + half(room.h - words.size().h);
        const int paragraph = static_cast<int>(page_.texts.size()) + 1;
        for (const text::ShapedLine& line : words.lines) {
          page_.texts.push_back({.owner = OwnerKind::connector, .owner_id = placed.id, .line = line,
                                 .box = {room.x + half(room.w - line.width), y, line.width, line.height()},
                                 .size = line_size(line), .paragraph = paragraph});
          y += line.height();
        }
      }
      page_.connectors.push_back(std::move(placed));
    }
  }

  static constexpr int kLongestSpan = 500;  // rows that a merged cell may reach up; check_document allows no more

  const PlaceInput& in_;
  const TableLayout& t_;
  const TablePage& part_;
  Point origin_;
  PlacedPage& page_;
  int page_index_;
  ShownLines& shown_;
  std::vector<OffpageMark>& marks_;
};

}  // namespace

Length place_table_page(const PlaceInput& input, int index, Point origin, PlacedPage& page, int page_index, ShownLines& shown,
                        std::vector<OffpageMark>& marks) {
  return TablePlacer(input, index, origin, page, page_index, shown, marks).run();
}

void place_block(const TextBlock& block, LineRange lines, Point origin, OwnerKind owner, const std::string& owner_id, PlacedPage& page) {
  const int base = static_cast<int>(page.texts.size()) + 1;
  for (int i = lines.from; i < lines.to; ++i) {
    const TextBlock::Line& line = block.lines[i];
    if (line.line.text.empty()) continue;
    page.texts.push_back({.owner = owner, .owner_id = owner_id, .line = line.line,
                          .box = {origin.x + line.x, origin.y + line.y, line.line.width, line.line.height()},
                          .size = line.line.runs.empty() ? Length() : line.line.runs.front().size,
                          .paragraph = base + line.paragraph, .part = line.part});
  }
}

}  // namespace lembar::layout
