#include "lembar/catalog.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>
#include <tuple>

#include "base/outcome.h"
#include "job/archive/holdings.h"
#include "job/catalog/listed_sheet.h"
#include "job/guard.h"
#include "job/office/calendar.h"
#include "job/office/sop_number.h"
#include "job/read_checked.h"
#include "job/resources.h"
#include "lembar/source_file.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;
using job::ListedSheet;

void note(ListedSheet& sheet, const model::Official& official) {
  if (official.name) sheet.officials.emplace_back(official.name->value, official.nip ? official.nip->value : "");
}

void note(ListedSheet& sheet, const model::CheckedProcedure& checked) {
  const model::Procedure& p = *checked.procedure;
  if (p.identity)
    for (const model::IdentityField& field : p.identity->fields)
      if (field.official) note(sheet, *field.official);
  for (const model::SigningBlock& block : p.signing_blocks) note(sheet, block.official);
  for (const model::CheckedTable& table : checked.tables)
    for (const model::Actor* actor : table.lanes->actors()) sheet.lanes.insert(model::plain_text(actor->runs));
  for (const model::Box& box : p.boxes) {
    if (box.kind != model::BoxKind::related) continue;
    const bool items = std::any_of(box.text.blocks.begin(), box.text.blocks.end(), [](const model::Block& b) { return b.kind == model::BlockKind::item; });
    for (const model::Block& block : box.text.blocks)
      if (!items || block.kind == model::BlockKind::item) sheet.related.push_back(model::plain_text(block.runs));
  }
}

class Reader {
 public:
  explicit Reader(const CatalogOptions& options) : options_(options) {
    catalog_.today = options.today.empty() ? job::day_of(std::time(nullptr)) : options.today;
  }

  Catalog read() {
    for (const std::string& from : options_.from) {
      std::error_code fault;
      if (!fs::is_directory(from, fault)) {
        take(from, from);
        continue;
      }
      for (const std::string& path : job::pdfs_below(from, catalog_.diagnostics)) take(from + "/" + path, path);
    }
    keep_newest();
    std::stable_sort(sheets_.begin(), sheets_.end(), [](const ListedSheet& a, const ListedSheet& b) {
      const auto key = [](const ListedSheet& s) { return std::tie(s.entry.unit, s.entry.number, s.entry.title, s.entry.date, s.entry.file); };
      return key(a) < key(b);
    });
    std::vector<ListedSheet> current;
    for (const ListedSheet& sheet : sheets_) {
      if (sheet.entry.status != "digantikan") current.push_back(sheet);
      if (sheet.entry.status != "digantikan" || options_.all) catalog_.entries.push_back(sheet.entry);
    }
    catalog_.findings = job::find_catalog_faults(current);
    for (const CatalogEntry& entry : catalog_.entries) {
      if (&entry == &catalog_.entries.front()) catalog_.unit = entry.unit;
      if (entry.unit != catalog_.unit) catalog_.unit.clear();
    }
    return std::move(catalog_);
  }

 private:
  void take(const std::string& path, const std::string& shown) {
    Source pdf;
    if (const auto fault = read_source_file(path, pdf)) {
      catalog_.diagnostics.push_back(*fault);
      return;
    }
    const RecordResult result = read_record(path, pdf.bytes);
    if (!result.record) {
      catalog_.diagnostics.insert(catalog_.diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
      return;
    }
    if (!result.record->ours) return;
    SourceFiles files;
    const auto checked = job::read_checked(files, pdf);
    if (!checked) {
      catalog_.diagnostics.insert(catalog_.diagnostics.end(), checked.diagnostics.begin(), checked.diagnostics.end());
      return;
    }
    const auto& procedures = checked.value->procedures();
    for (std::size_t i = 0; i < procedures.size() && i < result.record->sheets.size(); ++i) {
      if (procedures[i].procedure->template_name == "daftar") continue;  // a catalog is no sheet
      add(*result.record, result.record->sheets[i], procedures[i], shown);
    }
  }

  void add(const Record& record, const RecordSheet& words, const model::CheckedProcedure& checked, const std::string& shown) {
    Record one;
    one.sheets = {words};
    one.signatures = record.signatures;
    job::Holding holding = job::holding_of(one, "");
    ListedSheet sheet;
    sheet.entry = {holding.number, holding.title, holding.unit, holding.date, holding.revision, holding.status, holding.signer, "", false, holding.is_signed, shown};
    if (!holding.date.empty()) {
      sheet.entry.review_due = job::months_later(holding.date, options_.review_months);
      sheet.entry.overdue = sheet.entry.review_due <= catalog_.today;
    }
    note(sheet, checked);
    // One series: the number, and the title where several first issues share it.
    holding.path = job::series_folder(holding) + "_" + job::small_file_word(holding.title) + "/" + std::to_string(sheets_.size());
    places_[holding.path] = sheets_.size();
    holdings_[holding.path] = holding;
    sheets_.push_back(std::move(sheet));
  }

  void keep_newest() {
    job::set_standings(holdings_);
    for (const auto& [path, holding] : holdings_) sheets_[places_.at(path)].entry.status = holding.standing;
  }

  const CatalogOptions& options_;
  Catalog catalog_;
  std::vector<ListedSheet> sheets_;
  job::Holdings holdings_;
  std::map<std::string, std::size_t> places_;  // in `sheets_`, by the path that stands for each in `holdings_`
};

}  // namespace

Catalog read_catalog(const CatalogOptions& options) {
  Catalog catalog;
  std::vector<Diagnostic> thrown;
  job::guarded(thrown, [&] { catalog = Reader(options).read(); });
  catalog.diagnostics.insert(catalog.diagnostics.end(), thrown.begin(), thrown.end());
  return catalog;
}

}  // namespace lembar
