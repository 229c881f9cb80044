#include "job/unprinted_cells.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/assert.h"
#include "base/findings.h"
#include "base/nearest_word.h"

namespace lembar::job {

namespace {

bool is_usual(const std::string& column) {
  static const char* const kUsual[] = {"uraian", "kelengkapan", "waktu", "output", "keterangan"};
  return std::find(std::begin(kUsual), std::end(kUsual), column) != std::end(kUsual);
}

class TableCheck {
 public:
  TableCheck(const model::CheckedTable& table, const style::SheetStyle& style, Findings& findings) : table_(table), findings_(findings) {
    has_head_ = table.head && !table.head->groups.empty();
    if (has_head_) {
      for (const model::HeadGroup& group : table.head->groups)
        for (const model::HeadColumn& column : group.columns) printed_.insert(column.content);
    } else {
      for (const style::ColumnStyle& column : style.table.columns) printed_.insert(column.key);
    }
  }

  void run() {
    for (const model::Row& row : table_.table->rows) {
      const auto* step = std::get_if<model::Step>(&row);
      if (!step) continue;
      for (const model::Cell& cell : step->cells) {
        if (printed_.count(cell.column) || model::plain_text(cell.text).empty()) continue;
        Lost& lost = lost_[cell.column];
        if (lost.steps++ == 0) lost.where = cell.where;
      }
    }
    for (const auto& [column, lost] : lost_) tell(column, lost);
  }

 private:
  struct Lost {
    int steps = 0;
    SourceSpan where;  // of the first
  };

  void tell(const std::string& column, const Lost& lost) {
    const std::string named = in_quotes(column), add = "<kolom isi=\"" + column + "\"/>";
    if (!has_head_ && !is_usual(column)) {
      std::vector<Wording> remedies;
      const std::string near = findings_.full() ? "" : nearest_word(column, {printed_.begin(), printed_.end()});
      if (!near.empty()) remedies.push_back({"Maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
      remedies.push_back({"Sebut kolom itu dalam <kepala> dengan " + add + ", atau pakai templat yang memilikinya.",
                          "Name the column in <kepala> with " + add + ", or use a template that has it."});
      findings_.error(lost.where, "column-unknown", {"Templat ini tidak berkolom " + named + ".", "This template has no column " + named + "."}, std::move(remedies));
      return;
    }
    const std::string steps = std::to_string(lost.steps);
    const std::string who_id = has_head_ ? "<kepala>" : "templat ini", who_en = has_head_ ? "<kepala>" : "this template";
    findings_.warning(lost.where, "cell-unprinted",
                      {"Kolom " + named + " tidak ada dalam " + who_id + "; isinya pada " + steps + " langkah tidak tercetak.",
                       "Column " + named + " is not in " + who_en + "; its words in " + steps + (lost.steps == 1 ? " step" : " steps") + " are not printed."},
                      {{"Tambahkan " + add + " ke dalam <kepala>, atau hapus isi kolom itu.", "Add " + add + " to <kepala>, or remove the words."}});
  }

  const model::CheckedTable& table_;
  Findings& findings_;
  bool has_head_ = false;
  std::set<std::string> printed_;
  std::map<std::string, Lost> lost_;  // by column
};

}  // namespace

std::vector<Diagnostic> unprinted_cells(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                        const SourceFiles& files) {
  LEMBAR_ASSERT(styles.size() == document.procedures().size(), "each procedure has its style");
  Findings findings(files);
  for (std::size_t i = 0; i < styles.size(); ++i)
    for (const model::CheckedTable& table : document.procedures()[i].tables) TableCheck(table, *styles[i], findings).run();
  return findings.take();
}

}  // namespace lembar::job
