// A flow table before it has any size: which columns stand in which order, what their heads say, what each row's
// cells say. Template and document are brought together here, once; the passes after it look at neither.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/checked_document.h"
#include "style/sheet_style.h"

namespace lembar::layout {

struct ColumnSpec {
  bool lane = false;
  std::string role;   // nomor uraian kelengkapan waktu output keterangan, kolom:ID, lajur
  std::string actor;  // of a lane
  style::Align align = style::Align::left;
  Length least, most;  // 0: no limit
  int weight = 100;
};

// A heading cell over the columns first..last, from level `top` to level `bottom` (both included; 0 is the top).
struct HeadSpec {
  std::string id;
  int first = 0, last = 0;
  int top = 0, bottom = 0;
  model::RichText words;
  bool over_lane = false;  // the head of one lane: may turn upright
};

struct CellSpec {
  std::string role;
  int first = 0, last = 0;  // columns
  int row_span = 1;         // in rows of the table, sections between them included
  model::RichText words;
  style::Align align = style::Align::left;
  style::TextRole text = style::TextRole::cell;
};

struct RowSpec {
  enum class Kind { step, section, total } kind = Kind::step;
  std::string step;    // id; empty for rows that are no steps
  std::vector<CellSpec> cells;  // text cells only; the lanes of a step row are empty cells of their own
  int lane_row_span = 1;        // gabung-lajur: empty lane cells of this row reach over so many rows
};

struct TableSpec {
  std::string id;  // names the table where a page may hold two
  std::vector<ColumnSpec> columns;
  std::vector<HeadSpec> heads;
  int head_levels = 1;
  std::vector<model::RichText> number_row;  // one for each column; empty: none
  std::vector<RowSpec> rows;
  std::vector<model::RichText> titles, notes;
  int first_lane = 0, lane_count = 0;  // lanes stand side by side
};

TableSpec specify_table(const model::CheckedTable& checked, const style::SheetStyle& style, std::string id);

}  // namespace lembar::layout
