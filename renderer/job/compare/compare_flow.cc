// Flow tables: their lanes, their rows in the order of the new sheet, the cells of each step.
#include <algorithm>
#include <set>

#include "job/compare/compare_lists.h"
#include "job/compare/compare_symbols.h"
#include "job/compare/difference.h"
#include "job/compare/flow_names.h"
#include "job/compare/flow_pairs.h"
#include "job/compare/match.h"

namespace lembar::job {

using namespace model;

namespace {

const Cell* find_cell(const Step& step, const std::string& column) {
  for (const Cell& cell : step.cells)
    if (cell.column == column) return &cell;
  return nullptr;
}

// The group of each lane, from left to right.
std::vector<std::string> groups_of(const Lanes& lanes) {
  std::vector<std::string> out;
  for (const LaneGroup& group : lanes.groups) out.insert(out.end(), group.actors.size(), group.name);
  return out;
}

ListSlot texts(const char* key, const Wording& place, const std::vector<RichText>& all, int table) {
  ListSlot list{SheetPart::flow, "text", "prosedur/" + std::to_string(table + 1) + "/" + key, place, {"baris", "line"}, {}, key};
  for (const RichText& text : all) list.entries.push_back({plain_text(text), style_of(text), text.where.line});
  return list;
}

class FlowComparer {
 public:
  FlowComparer(const CheckedProcedure& before, const CheckedProcedure& after, int sheet)
      : pairs_(pair_flows(before, after)), sheet_(sheet) {}

  Differences run() {
    for (std::size_t t = 0; t < pairs_.before.tables.size(); ++t)
      if (pairs_.table_partner[t] < 0) whole_table(ChangeKind::removed, *pairs_.before.tables[t].table, -1);
    for (std::size_t t = 0; t < pairs_.after.tables.size(); ++t) {
      const CheckedTable& now = pairs_.after.tables[t];
      if (pairs_.table_origin[t] < 0) {
        whole_table(ChangeKind::added, *now.table, static_cast<int>(t));
        continue;
      }
      const CheckedTable& old = pairs_.before.tables[pairs_.table_origin[t]];
      if (seen_.insert({old.lanes, now.lanes}).second) lanes(*old.lanes, *now.lanes, static_cast<int>(t));
      table_texts(*old.table, *now.table, static_cast<int>(t));
    }
    rows();
    return std::move(out_);
  }

 private:
  Mark mark(int table, int row = -1, std::string role = {}) const {
    return {.sheet = sheet_, .table = table, .row = row, .role = std::move(role)};
  }

  void whole_table(ChangeKind kind, const FlowTable& table, int index) {
    Change change;
    change.kind = kind;
    change.what = "table";
    change.place = {"tabel", "table"};
    std::string title;
    for (const RichText& line : table.titles) title += (title.empty() ? "" : " ") + plain_text(line);
    change.key = title;
    (kind == ChangeKind::added ? change.after : change.before) = title;
    (kind == ChangeKind::added ? change.new_line : change.old_line) = table.where.line;
    out_.push_back({std::move(change), mark(index)});
  }

  // Only a table's own head; that of the whole sheet is compared with what stands before the tables.
  void table_texts(const FlowTable& old, const FlowTable& now, int t) {
    const auto both = [&](const ListSlot& a, const ListSlot& b) {
      if (!a.entries.empty() || !b.entries.empty()) compare_lists(out_, &a, &b, sheet_);
    };
    both(texts("judul", {"judul tabel", "table title"}, old.titles, t), texts("judul", {"judul tabel", "table title"}, now.titles, t));
    if (old.head || now.head) {
      const auto head = [&](const std::optional<Head>& h) { return h ? head_words(*h) : ListSlot{}; };
      ListSlot a = head(old.head), b = head(now.head);
      compare_lists(out_, old.head ? &a : nullptr, now.head ? &b : nullptr, sheet_);
    }
    both(texts("catatan", {"catatan", "note"}, old.notes, t), texts("catatan", {"catatan", "note"}, now.notes, t));
  }

  // ---------------------------------------------------------------- lanes

  void lanes(const Lanes& old, const Lanes& now, int table) {
    const auto before = old.actors(), after = now.actors();
    const std::vector<std::string> old_groups = groups_of(old), new_groups = groups_of(now);
    const std::vector<int> partner = pair_lanes(old, now);
    const std::vector<bool> strayed = moved(partner);
    std::vector<int> origin(after.size(), -1);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (partner[i] >= 0) origin[partner[i]] = static_cast<int>(i);
      else lane(ChangeKind::removed, *before[i], "", plain_text(before[i]->runs), "", table);
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
      const std::string words = plain_text(after[j]->runs);
      if (origin[j] < 0) {
        lane(ChangeKind::added, *after[j], "", "", words, table);
        continue;
      }
      const Actor& was = *before[origin[j]];
      if (strayed[origin[j]]) lane(ChangeKind::moved, *after[j], "order", std::to_string(origin[j] + 1), std::to_string(j + 1), table);
      const std::string &group_was = old_groups[origin[j]], &group_is = new_groups[j];
      if (group_was != group_is) lane(ChangeKind::changed, *after[j], "group", group_was, group_is, table);
      Change change = about_lane(*after[j]);
      change.before = plain_text(was.runs);
      change.after = words;
      change.old_line = was.where.line;
      change.new_line = after[j]->where.line;
      add_text_change(out_, change, mark(table, -1, "kepala"), style_of(was.runs), style_of(after[j]->runs));
    }
    label(old.label, now.label, table);
  }

  static Change about_lane(const Actor& actor) {
    const std::string words = "\"" + plain_text(actor.runs) + "\"";
    Change change;
    change.part = SheetPart::lanes;
    change.what = "lane";
    change.key = actor.id;
    change.place = {"lajur " + words, "lane " + words};
    return change;
  }

  void lane(ChangeKind kind, const Actor& actor, const char* aspect, std::string was, std::string is, int table) {
    Change change = about_lane(actor);
    change.kind = kind;
    change.aspect = aspect;
    (kind == ChangeKind::removed ? change.old_line : change.new_line) = actor.where.line;
    change.before = std::move(was);
    change.after = std::move(is);
    out_.push_back({std::move(change), mark(table, -1, "kepala")});
  }

  void label(const Label& was, const Label& is, int table) {
    if (was == is) return;
    Change change;
    change.part = SheetPart::lanes;
    change.what = "label";
    change.key = "pelaksana/label";
    change.place = {"label pelaksana", "label of the lanes"};
    change.before = was.value_or("");
    change.after = is.value_or("");
    change.aspect = "label";
    out_.push_back({std::move(change), mark(table, -1, "kepala")});
  }

  // ---------------------------------------------------------------- rows

  void rows() {
    std::size_t gone = 0;
    const auto tell_gone = [&](std::size_t until, int next) {
      for (; gone < until; ++gone)
        if (pairs_.row_partner[gone] < 0) removed(static_cast<int>(gone), next);
    };
    for (int j = 0; j < static_cast<int>(pairs_.new_rows.size()); ++j) {
      const int i = pairs_.row_origin[j];
      if (i >= 0 && !pairs_.row_moved[i]) tell_gone(i, j);
      if (i < 0) added(j);
      else pair(i, j);
    }
    tell_gone(pairs_.old_rows.size(), static_cast<int>(pairs_.new_rows.size()));
  }

  static const char* kind_of(const Row& row) {
    return std::holds_alternative<Step>(row) ? "step" : std::holds_alternative<SectionRow>(row) ? "section" : "total";
  }
  static std::string words_of(const Row& row) {
    if (const auto* section = std::get_if<SectionRow>(&row)) return plain_text(section->text);
    if (const auto* total = std::get_if<TotalRow>(&row)) return plain_text(total->text);
    const Cell* cell = find_cell(std::get<Step>(row), "uraian");
    return cell ? plain_text(cell->text) : "";
  }
  static const SourceSpan& where_of(const Row& row) {
    return std::visit([](const auto& r) -> const SourceSpan& { return r.where; }, row);
  }

  Change about(const CheckedTable& table, int row) const {
    const Row& r = table.table->rows[row];
    const auto* step = std::get_if<Step>(&r);
    Change change;
    change.part = SheetPart::flow;
    change.what = kind_of(r);
    change.key = step ? step->id : words_of(r);
    change.place = row_name(table, row);
    return change;
  }

  void removed(int i, int next) {
    const CheckedTable& table = pairs_.old_table(i);
    const Row& row = table.table->rows[pairs_.old_rows[i].row];
    Change change = about(table, pairs_.old_rows[i].row);
    change.kind = ChangeKind::removed;
    change.before = words_of(row);
    change.old_line = where_of(row).line;
    // It shows at the row that follows, or after the last one.
    const bool last = next >= static_cast<int>(pairs_.new_rows.size());
    Mark where = last ? Mark{.sheet = sheet_} : mark(pairs_.new_rows[next].table, pairs_.new_rows[next].row);
    if (last && !pairs_.new_rows.empty()) where = mark(pairs_.new_rows.back().table, pairs_.new_rows.back().row + 1);
    where.gap = true;
    out_.push_back({std::move(change), where});
  }

  void added(int j) {
    const RowAt at = pairs_.new_rows[j];
    const Row& row = pairs_.new_table(j).table->rows[at.row];
    Change change = about(pairs_.new_table(j), at.row);
    change.kind = ChangeKind::added;
    change.after = words_of(row);
    change.new_line = where_of(row).line;
    out_.push_back({std::move(change), mark(at.table, at.row)});
  }

  void pair(int i, int j) {
    const CheckedTable &old = pairs_.old_table(i), &now = pairs_.new_table(j);
    const RowAt from = pairs_.old_rows[i], to = pairs_.new_rows[j];
    const Row &was = old.table->rows[from.row], &is = now.table->rows[to.row];
    Change change = about(now, to.row);
    change.old_line = where_of(was).line;
    change.new_line = where_of(is).line;
    place(change, i, j);
    if (std::holds_alternative<Step>(is)) {
      cells(change, std::get<Step>(was), std::get<Step>(is), to);
      compare_symbols(out_, pairs_, i, j, sheet_);
      return;
    }
    change.before = words_of(was);
    change.after = words_of(is);
    const auto style = [](const Row& row) {
      const auto* section = std::get_if<SectionRow>(&row);
      const auto* total = std::get_if<TotalRow>(&row);
      return section ? style_of(section->text) : style_of(total->text) + total->label.value_or("\t");
    };
    add_text_change(out_, change, mark(to.table, to.row), style(was), style(is));
  }

  // Whether a row moved, and else whether its number is another.
  void place(Change change, int i, int j) {
    const RowAt from = pairs_.old_rows[i], to = pairs_.new_rows[j];
    const std::string &was = pairs_.old_table(i).numbers[from.row], &is = pairs_.new_table(j).numbers[to.row];
    const bool elsewhere = pairs_.row_moved[i] || pairs_.table_partner[from.table] != to.table;
    if (!elsewhere && was == is) return;
    change.kind = elsewhere ? ChangeKind::moved : ChangeKind::renumbered;
    change.aspect = elsewhere ? "order" : "number";
    change.before = was.empty() ? std::to_string(from.row + 1) : was;
    change.after = is.empty() ? std::to_string(to.row + 1) : is;
    if (!elsewhere) {
      change.before = was;
      change.after = is;
    }
    out_.push_back({std::move(change), mark(to.table, to.row, elsewhere ? "" : "nomor")});
  }

  void cells(const Change& about, const Step& was, const Step& is, const RowAt& to) {
    static const Cell kBlank{};
    std::vector<std::string> columns;
    for (const Step* step : {&is, &was})
      for (const Cell& cell : step->cells)
        if (std::find(columns.begin(), columns.end(), cell.column) == columns.end()) columns.push_back(cell.column);
    for (const std::string& column : columns) {
      const Cell *a = find_cell(was, column), *b = find_cell(is, column);
      if (!a) a = &kBlank;
      if (!b) b = &kBlank;
      Change change = about;
      change.what = "cell";
      change.key += "/" + column;
      change.place = {change.place.id + ", " + column, change.place.en + ", " + column};
      const Mark here = mark(to.table, to.row, column);
      span(change, here, a->row_span, b->row_span);
      change.before = plain_text(a->text);
      change.after = plain_text(b->text);
      if (a->where.line) change.old_line = a->where.line;
      if (b->where.line) change.new_line = b->where.line;
      add_text_change(out_, change, here, a->text.empty() ? "" : style_of(a->text), b->text.empty() ? "" : style_of(b->text));
    }
    Change change = about;
    change.what = "cell";
    change.key += "/lajur";
    change.place = {change.place.id + ", lajur", change.place.en + ", lanes"};
    span(change, mark(to.table, to.row, "lajur"), was.lane_row_span, is.lane_row_span);
  }

  void span(Change change, const Mark& where, int was, int is) {
    if (was == is) return;
    change.aspect = "span";
    change.before = std::to_string(was);
    change.after = std::to_string(is);
    out_.push_back({std::move(change), where});
  }

  FlowPairs pairs_;
  int sheet_;
  std::set<std::pair<const Lanes*, const Lanes*>> seen_;
  Differences out_;
};

}  // namespace

Differences compare_flow(const CheckedProcedure& before, const CheckedProcedure& after, int sheet) {
  return FlowComparer(before, after, sheet).run();
}

}  // namespace lembar::job
