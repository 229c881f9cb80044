#include "paint/table_grid.h"

#include <algorithm>

namespace lembar::paint {

namespace {

std::vector<Length> sorted(std::vector<Length> edges) {
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

std::size_t index_of(const std::vector<Length>& edges, Length edge) {
  return static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), edge) - edges.begin());
}

}  // namespace

std::vector<GridRow> table_grid(const std::vector<CellContent>& cells) {
  std::vector<Length> across, down;
  for (const CellContent& content : cells) {
    const Rect& box = content.cell->box;
    across.insert(across.end(), {box.left(), box.right()});
    down.insert(down.end(), {box.top(), box.bottom()});
  }
  across = sorted(std::move(across));
  down = sorted(std::move(down));
  if (across.size() < 2 || down.size() < 2) return {};
  const std::size_t columns = across.size() - 1, rows = down.size() - 1;
  // What begins in a place; a place may be covered by a cell that begins elsewhere.
  std::vector<GridCell> begins(rows * columns);
  std::vector<bool> covered(rows * columns, false);
  for (const CellContent& content : cells) {
    const Rect& box = content.cell->box;
    const std::size_t left = index_of(across, box.left()), right = std::min(index_of(across, box.right()), columns);
    const std::size_t top = index_of(down, box.top()), bottom = std::min(index_of(down, box.bottom()), rows);
    if (left >= right || top >= bottom || covered[top * columns + left]) continue;
    begins[top * columns + left] = {&content, static_cast<int>(right - left), static_cast<int>(bottom - top)};
    for (std::size_t r = top; r < bottom; ++r)
      for (std::size_t c = left; c < right; ++c) covered[r * columns + c] = true;
  }
  std::vector<GridRow> out(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    out[r].heads_only = true;
    for (std::size_t c = 0; c < columns; ++c) {
      const GridCell& cell = begins[r * columns + c];
      if (cell.content || !covered[r * columns + c]) out[r].cells.push_back(cell);
      if (!covered[r * columns + c]) out[r].heads_only = false;
      if (cell.content && cell.content->cell->part != layout::PlacedCell::Part::column_head) out[r].heads_only = false;
    }
  }
  return out;
}

}  // namespace lembar::paint
