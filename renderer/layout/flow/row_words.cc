#include "layout/flow/row_words.h"

namespace lembar::layout {

namespace {

// Does a shape, a connector or its words come near to `words`? All relative to the lanes, as the page's problem is.
bool is_free(const PageFlow& flow, const Rect& words, Length stroke) {
  for (const routing::Shape& shape : flow.problem.shapes)
    if (shape.box.overlaps(words)) return false;
  for (const routing::Route& route : flow.solution.routes) {
    if (route.label_box && route.label_box->overlaps(words)) return false;
    for (std::size_t i = 1; i < route.points.size(); ++i) {
      const Point a = route.points[i - 1], b = route.points[i];
      const Rect line = Rect::from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y));
      if (line.grown_by(stroke).overlaps(words)) return false;
    }
  }
  return true;
}

}  // namespace

bool is_free_at_left(const TableLayout& table, const TablePage& page, int unit, const MeasuredCell& cell, const style::SheetStyle& style) {
  const Length left = table.measured.edges[cell.spec->first] + style.cell_padding_x;
  if (cell.left == left) return true;
  if (style.text(cell.spec->text).align != style::Align::left) return false;
  const Length top = page.rows.unit_tops[unit - page.rows.range.first] + half(table.units[unit].height - cell.text.height);
  const Rect words{left - table.lane_left, top, cell.text.width, cell.text.height};
  return is_free(page.flow, words.grown_by(style.symbols.clearance), style.strokes.symbol);
}

bool sections_begin_left(const TableLayout& table, const style::SheetStyle& style) {
  for (const TablePage& page : table.pages)
    for (int u = page.rows.range.first; u <= page.rows.range.last; ++u) {
      if (table.spec.rows[table.units[u].row].kind != RowSpec::Kind::section) continue;
      for (const MeasuredCell& cell : table.measured.cells[table.units[u].row])
        if (!is_free_at_left(table, page, u, cell, style)) return false;
    }
  return true;
}

}  // namespace lembar::layout
