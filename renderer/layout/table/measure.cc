#include "layout/table/measure.h"

#include <algorithm>

#include "base/assert.h"

namespace lembar::layout {

namespace {

constexpr Length kLeastRow = mm(5);
constexpr Length kUprightInset = mm(0.6);  // of upright words, beside the padding of cells
// Words of a row across the table keep out of the lanes, where connectors pass, if they have this much room beside them.
constexpr Length kLeastRoomBesideLanes = mm(25);

TextBlock lay_out(const MeasureInput& in, const model::RichText& words, style::TextRole role, Length width) {
  const style::TextStyle& text = in.style.text(role);
  style::TextStyle subhead = text;
  subhead.font.bold = true;
  return lay_out_rich_text(in.shaper, words, text, subhead, model::ListMarker::number, width);
}

// Upright words: on as many lines side by side as `room` holds, each as short as that allows.
TextBlock lay_out_upright(const MeasureInput& in, const model::RichText& words, Length room) {
  const style::TextStyle& text = in.style.text(style::TextRole::column_head);
  Length least, full;
  for (const model::Block& block : words.blocks) {
    const auto runs = styled_runs(block.runs, text);
    least = max(least, in.shaper.least_width(runs, text::Hyphenation::none));
    full = max(full, in.shaper.full_width(runs));
  }
  for (Length length = max(least, kLeastUprightHead);; length += mm(1)) {
    TextBlock block = lay_out(in, words, style::TextRole::column_head, length);
    if (block.height <= room || length >= full) return block;
  }
}

// A sum keeps number and unit on one line, in smaller letters where its column was made for smaller numbers.
TextBlock lay_out_sum(const MeasureInput& in, const CellSpec& cell, Length width) {
  style::TextStyle text = in.style.text(cell.text);
  const Length size = text.font.size;
  TextBlock block;
  for (const int percent : {100, 95, 90, 85, 80}) {
    text.font.size = max(in.style.least_text, scaled(size, percent, 100));
    block = lay_out_rich_text(in.shaper, cell.words, text, text, model::ListMarker::number, width);
    const bool broken = std::any_of(block.lines.begin(), block.lines.end(), [&](const TextBlock::Line& line) {
      return line.line.hyphenated || (&line != &block.lines.back() && !line.line.text.empty() && line.line.text.back() >= '0' && line.line.text.back() <= '9');
    });
    if (!broken) return block;
  }
  return lay_out(in, cell.words, cell.text, width);
}

struct Room {
  Length left, width;
};

// Where the words of a cell stand: its whole width, but beside the lanes where it crosses them.
Room room_for(const MeasureInput& in, const MeasuredTable& table, const CellSpec& cell) {
  const Length pad = in.style.cell_padding_x;
  const Length left = table.edges[cell.first], right = table.edges[cell.last + 1];
  const TableSpec& spec = in.spec;
  const Room whole{left + pad, right - left - pad * 2};
  if (spec.lane_count == 0 || cell.first == cell.last) return whole;
  const Length lanes_left = table.edges[spec.first_lane], lanes_right = table.edges[spec.first_lane + spec.lane_count];
  if (lanes_left >= right || lanes_right <= left) return whole;
  const Length before = lanes_left - left, after = right - lanes_right;
  if (before >= kLeastRoomBesideLanes) return {left + pad, before - pad * 2};
  if (after >= kLeastRoomBesideLanes) return {lanes_right + pad, after - pad * 2};
  return whole;
}

void measure_heads(MeasuredTable& table, const MeasureInput& in) {
  table.head_levels.assign(in.spec.head_levels, Length());
  const Length pad_x = in.style.cell_padding_x * 2, pad_y = in.style.cell_padding_y * 2;
  for (const HeadSpec& spec : in.spec.heads) {
    MeasuredHead head{.spec = &spec, .upright = spec.over_lane && in.widths.upright_lane_heads};
    const Length width = table.edges[spec.last + 1] - table.edges[spec.first];
    head.text = head.upright ? lay_out_upright(in, spec.words, width - pad_x) : lay_out(in, spec.words, style::TextRole::column_head, width - pad_x);
    table.heads.push_back(std::move(head));
  }
  // Single levels first, then what spans several adds to the last of them.
  auto needed = [&](const MeasuredHead& head) { return (head.upright ? head.text.width + kUprightInset : head.text.height) + pad_y; };
  for (const bool single : {true, false}) {
    for (const MeasuredHead& head : table.heads) {
      if ((head.spec->top == head.spec->bottom) != single) continue;
      Length have;
      for (int level = head.spec->top; level <= head.spec->bottom; ++level) have += table.head_levels[level];
      if (needed(head) > have) table.head_levels[head.spec->bottom] += needed(head) - have;
    }
  }
  for (Length& level : table.head_levels) level = max(level, kLeastRow);
  // The longest upright head makes them all as long: the others need no more lines than that length asks for.
  for (MeasuredHead& head : table.heads) {
    if (!head.upright) continue;
    Length have;
    for (int level = head.spec->top; level <= head.spec->bottom; ++level) have += table.head_levels[level];
    const TextBlock longest = lay_out(in, head.spec->words, style::TextRole::column_head, have - pad_y - kUprightInset);
    if (longest.height < head.text.height) head.text = lay_out_upright(in, head.spec->words, longest.height);
  }
  for (std::size_t c = 0; c < in.spec.number_row.size(); ++c) {
    const Length width = table.edges[c + 1] - table.edges[c];
    table.numbers.push_back(lay_out(in, in.spec.number_row[c], style::TextRole::column_number, max(width - pad_x, mm(2))));
    table.number_height = max(table.number_height, table.numbers.back().height + pad_y);
  }
}

}  // namespace

Length MeasuredTable::head_height() const {
  Length height = number_height;
  for (const Length& level : head_levels) height += level;
  return height;
}

std::vector<Length> MeasuredTable::lane_edges(const TableSpec& spec) const {
  return {edges.begin() + spec.first_lane, edges.begin() + spec.first_lane + spec.lane_count + 1};
}

MeasuredTable measure_table(const MeasureInput& in) {
  LEMBAR_ASSERT(in.widths.widths.size() == in.spec.columns.size(), "every column has a width");
  MeasuredTable table;
  table.edges.push_back(Length());
  for (const Length& width : in.widths.widths) table.edges.push_back(table.edges.back() + width);
  measure_heads(table, in);
  for (const RowSpec& row : in.spec.rows) {
    std::vector<MeasuredCell> cells;
    for (const CellSpec& cell : row.cells) {
      const Room room = room_for(in, table, cell);
      const bool sum = row.kind == RowSpec::Kind::total && cell.first == cell.last;
      cells.push_back({&cell, sum ? lay_out_sum(in, cell, room.width) : lay_out(in, cell.words, cell.text, room.width), room.left, room.width});
    }
    table.cells.push_back(std::move(cells));
  }
  set_row_heights(table, in);
  return table;
}

void set_row_heights(MeasuredTable& table, const MeasureInput& in) {
  const Length pad = in.style.cell_padding_y * 2;
  table.heights.assign(in.spec.rows.size(), kLeastRow);
  for (std::size_t r = 0; r < table.heights.size(); ++r) {
    table.heights[r] = max(table.heights[r], in.row_floors[r]);
    for (const MeasuredCell& cell : table.cells[r])
      if (cell.spec->row_span == 1) table.heights[r] = max(table.heights[r], cell.text.height + pad);
    table.heights[r] += in.row_extras[r];
  }
  // A merged cell that needs more than its rows have raises the last of them.
  for (std::size_t r = 0; r < table.heights.size(); ++r) {
    for (const MeasuredCell& cell : table.cells[r]) {
      if (cell.spec->row_span == 1) continue;
      Length have;
      const std::size_t end = std::min(r + cell.spec->row_span, table.heights.size());
      for (std::size_t k = r; k < end; ++k) have += table.heights[k];
      if (cell.text.height + pad > have) table.heights[end - 1] += cell.text.height + pad - have;
    }
  }
}

}  // namespace lembar::layout
