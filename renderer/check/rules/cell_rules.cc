// What stands, or fails to stand, in the cells of a step and in the heads above them.
#include "base/letters.h"
#include "check/rules/rule.h"

namespace lembar::check {

using namespace model;

namespace {

const Cell* cell_of(const Step& step, const std::string& column) {
  for (const Cell& cell : step.cells)
    if (cell.column == column) return &cell;
  return nullptr;
}

// Is the column on the sheet at all, where the sheet orders its columns itself?
bool is_printed(const CheckedTable& table, const std::string& column) {
  if (!table.head || table.head->groups.empty()) return true;
  for (const HeadGroup& group : table.head->groups)
    for (const HeadColumn& candidate : group.columns)
      if (candidate.content == column) return true;
  return false;
}

void empty_cells(const CheckedProcedure& checked, const std::string& column, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    if (!is_printed(table, column)) continue;
    int covered = 0;  // steps still covered by a merged cell above
    for (const Row& row : table.table->rows) {
      const auto* step = std::get_if<Step>(&row);
      if (!step) continue;
      const Cell* cell = cell_of(*step, column);
      if (covered > 0) --covered;
      else if (!cell || plain_text(cell->text).empty())
        report.add(cell ? cell->where : step->where, {"Langkah " + in_quotes(step->id) + " tidak menyebut " + column + ".", "Step " + in_quotes(step->id) + " names no " + column + "."}, {{"Isi <" + column + ">.", "Fill in <" + column + ">."}});
      if (cell && cell->row_span > 1) covered = cell->row_span - 1;
    }
  }
}

void words_empty(const CheckedProcedure& checked, RuleReport& report) { empty_cells(checked, "uraian", report); }
void needed_empty(const CheckedProcedure& checked, RuleReport& report) { empty_cells(checked, "kelengkapan", report); }
void time_empty(const CheckedProcedure& checked, RuleReport& report) { empty_cells(checked, "waktu", report); }
void output_empty(const CheckedProcedure& checked, RuleReport& report) { empty_cells(checked, "output", report); }

void swapped_head(const CheckedProcedure& checked, RuleReport& report) {
  const Head* last = nullptr;
  for (const CheckedTable& table : checked.tables) {
    if (!table.head || table.head == last) continue;
    last = table.head;
    for (const HeadGroup& group : table.head->groups) {
      if (small_letters(group.name) == "baku mutu")
        report.add(group.where, {"Kepala kolom berbunyi \"Baku Mutu\".", "The column head says \"Baku Mutu\"."}, {{"Istilah pedoman: Mutu Baku.", "The guideline's term is Mutu Baku."}});
    }
  }
}

}  // namespace

std::vector<Rule> cell_rules() {
  constexpr auto kWarning = Severity::warning;
  return {
      {"L120", kWarning, words_empty},
      {"L150", kWarning, needed_empty},
      {"L152", kWarning, time_empty},
      {"L157", kWarning, output_empty},
      {"L161", kWarning, swapped_head},
  };
}

}  // namespace lembar::check
