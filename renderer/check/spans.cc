#include "check/spans.h"

#include <map>
#include <set>

namespace lembar::check {

using namespace model;

namespace {

struct StepRow {
  const Step* step;
  int row;  // in the table, sections counted
};

class SpanCheck {
 public:
  SpanCheck(const FlowTable& table, Findings& findings) : findings_(findings) {
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      if (const auto* step = std::get_if<Step>(&table.rows[r])) steps_.push_back({step, static_cast<int>(r)});
  }

  void run() {
    for (int i = 0; i < count(); ++i) {
      const Step& step = *steps_[i].step;
      for (const Cell& cell : step.cells) check_cell(cell, i);
      for (const Symbol& symbol : step.symbols) stays_inside("baris", symbol.rows, i, symbol.where);
      check_lane_cells(step, i);
    }
  }

 private:
  int count() const { return static_cast<int>(steps_.size()); }

  bool stays_inside(const std::string& attribute, int rows, int first, const SourceSpan& where) {
    const std::string written = attribute + "=\"" + std::to_string(rows) + "\"";
    const int left = count() - first;
    if (rows > left) {
      findings_.error(where, "span-beyond",
                      {written + " melewati akhir tabel; dari sini tinggal " + std::to_string(left) + " langkah.",
                       written + " reaches beyond the end of the table; only " + std::to_string(left) + " steps are left from here."},
                      {{"Tulis paling banyak " + std::to_string(left) + ".", "Write " + std::to_string(left) + " at most."}});
      return false;
    }
    if (steps_[first + rows - 1].row - steps_[first].row != rows - 1) {
      findings_.error(where, "span-section",
                      {written + " menembus baris <bagian> atau <jumlah>.", written + " reaches across a row <bagian> or <jumlah>."},
                      {{"Akhiri gabungan di atas baris itu.", "End it above that row."}});
      return false;
    }
    return true;
  }

  void check_cell(const Cell& cell, int index) {
    const auto above = covered_.find(cell.column);
    if (above != covered_.end() && index <= above->second.last) {
      findings_.error(cell.where, "cell-covered",
                      {"Sel " + cell.column + " ini sudah tertutup oleh gabung di baris " + std::to_string(above->second.line) + ".",
                       "This cell " + cell.column + " is already covered by the gabung on line " + std::to_string(above->second.line) + "."},
                      {{"Hapus sel ini, atau kurangi gabung di atasnya.", "Leave this cell out, or lessen the gabung above."}});
      return;
    }
    if (cell.row_span > 1 && stays_inside("gabung", cell.row_span, index, cell.where))
      covered_[cell.column] = {index + cell.row_span - 1, cell.where.line};
  }

  void check_lane_cells(const Step& step, int index) {
    if (step.lane_row_span <= 1) return;
    if (index <= lanes_covered_.last) {
      findings_.error(step.where, "cell-covered",
                      {"Sel-sel lajur langkah ini sudah tertutup oleh gabung-lajur di baris " + std::to_string(lanes_covered_.line) + ".",
                       "The lane cells of this step are already covered by the gabung-lajur on line " + std::to_string(lanes_covered_.line) + "."},
                      {{"Hapus gabung-lajur di sini, atau kurangi yang di atasnya.", "Remove gabung-lajur here, or lessen the one above."}});
      return;
    }
    if (stays_inside("gabung-lajur", step.lane_row_span, index, step.where))
      lanes_covered_ = {index + step.lane_row_span - 1, step.where.line};
  }

  struct Cover {
    int last = -1;  // index of the last step covered
    int line = 0;
  };

  Findings& findings_;
  std::vector<StepRow> steps_;
  std::map<std::string, Cover> covered_;  // by column
  Cover lanes_covered_;
};

}  // namespace

void check_spans(const FlowTable& table, Findings& findings) { SpanCheck(table, findings).run(); }

void check_head(const Head& head, Findings& findings) {
  std::set<std::string> seen;
  for (const HeadGroup& group : head.groups)
    for (const HeadColumn& column : group.columns)
      if (!seen.insert(column.content).second)
        findings.error(column.where, "column-twice",
                       {"Kolom " + in_quotes(column.content) + " sudah ada dalam <kepala>.", "Column " + in_quotes(column.content) + " is already in <kepala>."},
                       {{"Hapus salah satunya.", "Remove one of them."}});
}

}  // namespace lembar::check
