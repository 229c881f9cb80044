#include "job/unknown_sums.h"

#include "base/assert.h"
#include "base/findings.h"
#include "layout/table/total_row.h"

namespace lembar::job {

namespace {

// A row that waits for a sum.
const model::TotalRow* row_without_figure(const model::FlowTable& table, const std::string& template_label) {
  for (const model::Row& row : table.rows) {
    const auto* total = std::get_if<model::TotalRow>(&row);
    if (!total) continue;
    const layout::TotalWords words = layout::total_words(*total, template_label, "");
    const bool sum_in_label = total->text.empty() && total->label.value_or(template_label).find("{sum}") != std::string::npos;
    if (sum_in_label || (words.figure && words.figure->empty())) return total;
  }
  return nullptr;
}

void tell(const model::FlowTable& table, const model::TotalRow& row, Findings& findings) {
  const std::vector<Wording> remedies = {
      {"Tulis waktu seperti 30 Menit, beri <waktu jumlah=\"30\" satuan=\"Menit\"> di samping kata-katanya, atau tulis jumlahnya sendiri dalam <jumlah>.",
       "Write times like 30 Menit, give <waktu jumlah=\"30\" satuan=\"Menit\"> beside their words, or write the sum itself in <jumlah>."}};
  if (const model::Cell* cell = layout::unsummed_time(table)) {
    const std::string words = in_quotes(model::plain_text(cell->text));
    findings.warning(cell->where, "sum-unknown", {"Jumlah waktu tidak dapat dihitung: " + words + " bukan angka dan satuan.",
                                                  "The times do not add up: " + words + " is no number and unit."}, remedies);
  } else {
    findings.warning(row.where, "sum-unknown", {"Jumlah waktu tidak dapat dihitung: tidak ada waktu, atau hanya sebagian yang bersatuan.",
                                                "The times do not add up: there are none, or only some have a unit."}, remedies);
  }
}

}  // namespace

std::vector<Diagnostic> unknown_sums(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                     const SourceFiles& files) {
  LEMBAR_ASSERT(styles.size() == document.procedures().size(), "each procedure has its style");
  Findings findings(files);
  for (std::size_t i = 0; i < styles.size(); ++i)
    for (const model::CheckedTable& table : document.procedures()[i].tables) {
      if (!layout::total_time(*table.table).empty()) continue;
      if (const model::TotalRow* row = row_without_figure(*table.table, styles[i]->table.total_label)) tell(*table.table, *row, findings);
    }
  return findings.take();
}

}  // namespace lembar::job
