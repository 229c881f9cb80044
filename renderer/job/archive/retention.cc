#include "job/archive/retention.h"

#include <cstdlib>

#include "base/csv.h"

namespace lembar::job {

namespace {

Diagnostic table_fault(const std::string& path, const Wording& what) {
  return {Severity::error, Fault::input, "retention-table", {path, 0, 0, 1, {}}, what,
          {{"Kolomnya: klasifikasi,uraian,aktif,inaktif,nasib_akhir,sejak; sejak berisi tanggal atau diganti.",
            "Its columns: klasifikasi,uraian,aktif,inaktif,nasib_akhir,sejak; sejak holds tanggal or diganti."}}};
}

bool is_years(const std::string& text) {
  return !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

const RetentionRule* RetentionTable::find(const std::string& classification) const {
  const RetentionRule* best = nullptr;
  for (const RetentionRule& rule : rules) {
    const std::string& code = rule.classification;
    const bool fits = code == "*" || code == classification || classification.rfind(code + ".", 0) == 0;
    if (fits && (!best || best->classification == "*" || (code != "*" && code.size() > best->classification.size()))) best = &rule;
  }
  return best;
}

Outcome<RetentionTable> read_retention(const std::string& path, const std::string& csv) {
  Outcome<RetentionTable> out;
  RetentionTable table;
  const std::vector<CsvRow> rows = read_csv(csv);
  static const CsvRow head = {"klasifikasi", "uraian", "aktif", "inaktif", "nasib_akhir", "sejak"};
  if (rows.empty() || rows.front() != head)
    out.diagnostics.push_back(table_fault(path, {"Baris kepala tabel retensi tidak dikenal.", "The head of the retention table is not known."}));
  for (std::size_t i = 1; i < rows.size() && out.diagnostics.empty(); ++i) {
    const CsvRow& row = rows[i];
    if (row.size() != head.size() || row[0].empty() || !is_years(row[2]) || !is_years(row[3]) || (row[5] != "tanggal" && row[5] != "diganti")) {
      const std::string number = std::to_string(i + 1);
      out.diagnostics.push_back(table_fault(path, {"Baris " + number + " tabel retensi keliru.", "Row " + number + " of the retention table is wrong."}));
      break;
    }
    table.rules.push_back({row[0], std::atoi(row[2].c_str()), std::atoi(row[3].c_str()), row[4], row[5] == "diganti"});
  }
  if (out.diagnostics.empty()) out.value = std::move(table);
  return out;
}

}  // namespace lembar::job
