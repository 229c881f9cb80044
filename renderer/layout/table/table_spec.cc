#include "layout/table/table_spec.h"

#include <algorithm>

#include "base/assert.h"
#include "layout/table/total_row.h"

namespace lembar::layout {

namespace {

using model::RichText;

RichText words_of(std::string text) {
  RichText rich;
  if (!text.empty()) rich.blocks.push_back({.runs = {{.text = std::move(text)}}});
  return rich;
}

RichText words_of(const std::vector<model::TextRun>& runs) {
  RichText rich;
  if (!runs.empty()) rich.blocks.push_back({.runs = runs});
  return rich;
}

// One column of the head as template or document order it, before the lanes unfold.
struct Wanted {
  std::string content;
  RichText words;
  std::string group;
  const style::ColumnStyle* style = nullptr;
};

const style::ColumnStyle* find_style(const style::SheetStyle& style, const std::string& key) {
  for (const style::ColumnStyle& column : style.table.columns)
    if (column.key == key) return &column;
  return nullptr;
}

std::vector<Wanted> collect_columns(const model::CheckedTable& checked, const style::SheetStyle& style) {
  std::vector<Wanted> wanted;
  if (checked.head == nullptr || checked.head->groups.empty()) {
    for (const style::ColumnStyle& column : style.table.columns)
      wanted.push_back({column.key, words_of(column.label), column.group, &column});
  } else {
    for (const model::HeadGroup& group : checked.head->groups) {
      for (const model::HeadColumn& column : group.columns) {
        const style::ColumnStyle* own = find_style(style, column.content);
        RichText words = column.words && !column.words->empty() ? *column.words : words_of(own ? own->label : column.content);
        if (column.label) words = words_of(*column.label);
        wanted.push_back({column.content, std::move(words), group.name, own});
      }
    }
  }
  // <pelaksana label="…"> names the head over the lanes, whoever ordered the columns.
  if (checked.lanes && checked.lanes->label)
    for (Wanted& column : wanted)
      if (column.content == "pelaksana") column.words = words_of(*checked.lanes->label);
  return wanted;
}

std::string role_of(const std::string& content) {
  static const char* const kKnown[] = {"nomor", "uraian", "kelengkapan", "waktu", "output", "keterangan"};
  for (const char* known : kKnown)
    if (content == known) return content;
  return "kolom:" + content;
}

ColumnSpec text_column(const Wanted& wanted) {
  ColumnSpec column;
  column.role = role_of(wanted.content);
  if (wanted.style) {
    column.align = wanted.style->align;
    column.least = wanted.style->least;
    column.most = wanted.style->most;
    column.weight = wanted.style->weight;
  } else {
    column.least = mm(16);
  }
  return column;
}

class HeadBuilder {
 public:
  HeadBuilder(TableSpec& spec, const model::CheckedTable& checked) : spec_(spec), checked_(checked) {}

  void build(const std::vector<Wanted>& wanted) {
    bool lane_groups = false, any_group = false, lanes_named = false;
    for (const model::LaneGroup& group : checked_.lanes->groups) lane_groups = lane_groups || !group.name.empty();
    for (const Wanted& column : wanted) {
      any_group = any_group || !column.group.empty();
      if (column.content == "pelaksana") lanes_named = !column.words.empty();
    }
    const int lane_levels = (lanes_named ? 1 : 0) + (lane_groups ? 1 : 0) + 1;
    spec_.head_levels = std::max({lane_levels, any_group ? 2 : 1, 1});
    bottom_ = spec_.head_levels - 1;

    int at = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const bool starts_group = !wanted[i].group.empty() && (i == 0 || wanted[i - 1].group != wanted[i].group);
      if (starts_group) {
        int last = at - 1;
        for (std::size_t k = i; k < wanted.size() && wanted[k].group == wanted[i].group; ++k) last += width_of(wanted[k]);
        if (last >= at) add("kelompok", at, last, 0, 0, words_of(wanted[i].group), false);
      }
      const int top = wanted[i].group.empty() ? 0 : 1;
      if (wanted[i].content == "pelaksana") {
        add_lanes(at, std::min(top, bottom_), wanted[i].words);
      } else {
        add(wanted[i].content, at, at, std::min(top, bottom_), bottom_, wanted[i].words, false);
      }
      at += width_of(wanted[i]);
    }
  }

 private:
  int width_of(const Wanted& wanted) const { return wanted.content == "pelaksana" ? spec_.lane_count : 1; }

  void add(const std::string& name, int first, int last, int top, int bottom, RichText words, bool over_lane) {
    spec_.heads.push_back({"kepala-" + name + "-" + std::to_string(first + 1), first, last, top, bottom, std::move(words), over_lane});
  }

  void add_lanes(int first, int top, const RichText& words) {
    if (spec_.lane_count == 0) return;
    if (!words.empty() && top < bottom_) {
      add("pelaksana", first, first + spec_.lane_count - 1, top, top, words, false);
      ++top;
    }
    int at = first;
    for (const model::LaneGroup& group : checked_.lanes->groups) {
      const int last = at + static_cast<int>(group.actors.size()) - 1;
      const bool named = !group.name.empty() && !group.actors.empty() && top < bottom_;
      if (named) add("lajur-kelompok", at, last, top, top, words_of(group.name), false);
      for (const model::Actor& actor : group.actors) {
        add(actor.id, at, at, named ? top + 1 : top, bottom_, words_of(actor.runs), true);
        ++at;
      }
    }
  }

  TableSpec& spec_;
  const model::CheckedTable& checked_;
  int bottom_ = 0;
};

std::string printed_number(const std::string& number, const std::string& format) {
  const bool digits = !number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return number;
  std::string out = format, value = number;
  auto at = out.find("{n:02}");
  if (at != std::string::npos) {
    if (value.size() < 2) value.insert(0, "0");
    return out.replace(at, 6, value);
  }
  at = out.find("{n}");
  return at == std::string::npos ? value : out.replace(at, 3, value);
}

// Rows of the table between a step's row and the last of the `count` step rows that its cell covers.
int spanned_rows(const model::FlowTable& table, int row, int count) {
  int rows = 0;
  for (std::size_t i = row; i < table.rows.size() && count > 0; ++i, ++rows)
    if (std::holds_alternative<model::Step>(table.rows[i])) --count;
  return std::max(1, rows);
}

class RowBuilder {
 public:
  RowBuilder(TableSpec& spec, const model::CheckedTable& checked, const style::SheetStyle& style)
      : spec_(spec), checked_(checked), style_(style), covered_until_(spec.columns.size(), -1) {}

  void build() {
    const auto& rows = checked_.table->rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      RowSpec row;
      if (const auto* step = std::get_if<model::Step>(&rows[i])) {
        add_step(row, *step, static_cast<int>(i));
      } else if (const auto* section = std::get_if<model::SectionRow>(&rows[i])) {
        row.kind = RowSpec::Kind::section;
        row.cells.push_back({.role = "bagian", .first = 0, .last = last_column(), .words = section->text, .text = style::TextRole::section});
      } else {
        add_total(row, std::get<model::TotalRow>(rows[i]));
      }
      spec_.rows.push_back(std::move(row));
    }
  }

 private:
  int last_column() const { return static_cast<int>(spec_.columns.size()) - 1; }

  void add_step(RowSpec& row, const model::Step& step, int index) {
    row.step = step.id;
    row.lane_row_span = spanned_rows(*checked_.table, index, step.lane_row_span);
    for (int c = 0; c <= last_column(); ++c) {
      const ColumnSpec& column = spec_.columns[c];
      if (column.lane || covered_until_[c] >= index) continue;
      CellSpec cell{.role = column.role, .first = c, .last = c, .align = column.align};
      if (column.align == style::Align::center) cell.text = style::TextRole::cell_centered;
      if (column.role == "nomor") {
        const std::string& number = checked_.numbers[index];
        cell.words = words_of(step.number ? number : printed_number(number, style_.table.number_format));
        cell.row_span = 1;
      } else {
        fill_cell(cell, step, index);
      }
      covered_until_[c] = index + cell.row_span - 1;
      row.cells.push_back(std::move(cell));
    }
  }

  void fill_cell(CellSpec& cell, const model::Step& step, int index) {
    for (const model::Cell& given : step.cells) {
      if (role_of(given.column) != cell.role) continue;
      cell.words = given.text;
      cell.row_span = spanned_rows(*checked_.table, index, given.row_span);
    }
    if (cell.words.empty() && cell.role == "keterangan" && !style_.table.dash_if_empty.empty())
      cell.words = words_of(style_.table.dash_if_empty);
  }

  // The figure stands under the times, the words before it: or behind, where only the numbers stand before.
  void add_total(RowSpec& row, const model::TotalRow& total) {
    row.kind = RowSpec::Kind::total;
    TotalWords words = total_words(total, style_.table.total_label, total_time(*checked_.table));
    int time = -1;
    for (int c = 0; c <= last_column(); ++c)
      if (spec_.columns[c].role == "waktu") time = c;
    const auto section = style::TextRole::section;
    if (time < 0 || !words.figure) {
      RichText& label = words.label;
      if (words.figure && label.empty()) label = *words.figure;
      else if (words.figure && !words.figure->empty()) {
        auto& runs = label.blocks.back().runs;
        runs.push_back({.text = " "});
        runs.insert(runs.end(), words.figure->blocks[0].runs.begin(), words.figure->blocks[0].runs.end());
      }
      row.cells.push_back({.role = "jumlah", .first = 0, .last = last_column(), .words = label, .text = section});
      return;
    }
    const bool numbers_only = time == 0 || (time == 1 && spec_.columns[0].role == "nomor");
    const bool label_behind = numbers_only && time < last_column();
    if (time > 0) row.cells.push_back({.role = "jumlah", .first = 0, .last = time - 1, .words = label_behind ? RichText() : words.label, .text = section});
    CellSpec figure{.role = "jumlah", .first = time, .last = time, .words = *words.figure, .align = spec_.columns[time].align};
    if (figure.align == style::Align::center) figure.text = style::TextRole::cell_centered;
    row.cells.push_back(std::move(figure));
    if (time < last_column())
      row.cells.push_back({.role = "jumlah", .first = time + 1, .last = last_column(), .words = label_behind ? words.label : RichText(), .text = section});
  }

  TableSpec& spec_;
  const model::CheckedTable& checked_;
  const style::SheetStyle& style_;
  std::vector<int> covered_until_;  // last row that a merged cell above covers, by column
};

}  // namespace

TableSpec specify_table(const model::CheckedTable& checked, const style::SheetStyle& style, std::string id) {
  LEMBAR_ASSERT(checked.table && checked.lanes, "a checked table has its source and its lanes");
  TableSpec spec;
  spec.id = std::move(id);
  if (style.table.print_title) spec.titles = checked.table->titles;
  spec.notes = checked.table->notes;
  const std::vector<const model::Actor*> actors = checked.lanes->actors();

  std::vector<Wanted> wanted = collect_columns(checked, style);
  if (!actors.empty() && std::none_of(wanted.begin(), wanted.end(), [](const Wanted& w) { return w.content == "pelaksana"; })) {
    // A head that forgets the lanes still has the symbols to show.
    const style::ColumnStyle* lanes = find_style(style, "pelaksana");
    const auto place = wanted.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(wanted.size()));
    wanted.insert(place, {"pelaksana", words_of(lanes ? lanes->label : std::string()), "", lanes});
  }
  for (const Wanted& column : wanted) {
    if (column.content != "pelaksana") {
      spec.columns.push_back(text_column(column));
      continue;
    }
    spec.first_lane = static_cast<int>(spec.columns.size());
    spec.lane_count = static_cast<int>(actors.size());
    for (const model::Actor* actor : actors) {
      ColumnSpec lane{.lane = true, .role = "lajur", .actor = actor->id, .align = style::Align::center};
      lane.least = column.style ? column.style->least : mm(17);
      lane.most = column.style ? column.style->most : mm(32);
      spec.columns.push_back(lane);
    }
  }
  HeadBuilder(spec, checked).build(wanted);

  std::string numbers;
  if (checked.head && checked.head->number_row) {
    numbers = *checked.head->number_row;
  } else if (style.table.number_row != style::NumberRow::none) {
    numbers = style.table.number_row == style::NumberRow::plain ? "1" : "(1)";
  }
  if (!numbers.empty())
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
      const std::string n = std::to_string(c + 1);
      spec.number_row.push_back(words_of(numbers == "(1)" ? "(" + n + ")" : n));
    }
  RowBuilder(spec, checked, style).build();
  return spec;
}

}  // namespace lembar::layout
