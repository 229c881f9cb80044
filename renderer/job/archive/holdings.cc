#include "job/archive/holdings.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <tuple>

#include "base/csv.h"
#include "base/system_fault.h"
#include "job/office/calendar.h"
#include "job/office/sop_number.h"
#include "job/revise/revision_marks.h"

namespace lembar::job {

namespace {

namespace fs = std::filesystem;

const CsvRow kHead = {"nomor",       "nama",        "unit",         "klasifikasi",   "revisi",      "tanggal",     "status", "status_lembar", "digantikan_oleh", "penandatangan",
                      "tertanda",    "aktif_sampai", "inaktif_sampai", "nasib_akhir", "diarsipkan", "berkas", "sha256"};
enum Column { number, title, unit, classification, revision, date, standing, status, replaced_by, signer, is_signed, active, inactive, fate, archived, path, sum, columns };

std::string last_day(const RecordSheet& sheet) {
  for (const std::string& day : {sheet.revised, sheet.effective, sheet.created})
    if (is_day(day)) return day;
  return {};
}

bool is_newer(const Holding& a, const Holding& b) {
  const auto rank = [](const Holding& h) {
    return std::make_tuple(number_value(h.revision).value_or(0), h.date, h.is_signed, h.archived, h.path);
  };
  return rank(a) > rank(b);
}

// A pile of records of one sheet: the newest counts.
void rank(std::vector<Holding*>& series) {
  std::sort(series.begin(), series.end(), [](const Holding* a, const Holding* b) { return is_newer(*a, *b); });
  for (std::size_t i = 0; i < series.size(); ++i) {
    Holding& h = *series[i];
    h.replaced_by.clear();
    h.replaced_on.clear();
    if (i == 0) {
      h.standing = h.status.empty() ? "berlaku" : h.status;
      continue;
    }
    h.standing = "digantikan";
    h.replaced_by = series[i - 1]->path;
    h.replaced_on = series[i - 1]->date;
  }
}

void walk(const fs::path& root, const fs::path& below, std::vector<std::string>& out, std::vector<Diagnostic>& diagnostics) {
  std::error_code fault;
  fs::directory_iterator at(root / below, fault);
  for (const fs::directory_iterator end; !fault && at != end; at.increment(fault)) {
    const fs::path name = at->path().filename();
    if (name.string().rfind('.', 0) == 0) continue;
    std::error_code ignored;
    if (at->is_directory(ignored) && !at->is_symlink(ignored)) walk(root, below / name, out, diagnostics);
    else if (name.extension() == ".pdf" || name.extension() == ".PDF") out.push_back((below / name).generic_string());
  }
  if (fault) diagnostics.push_back(unreadable_folder((below.empty() ? root : root / below).string(), fault.value()));
}

}  // namespace

Holding holding_of(const Record& record, const std::string& classification) {
  Holding h;
  h.classification = classification;
  h.is_signed = record.is_signed();
  if (record.sheets.empty()) return h;
  const RecordSheet& first = record.sheets.front();
  h.unit = first.unit;
  h.status = first.status;
  h.signer = first.signer;
  h.revision = first.revision;
  if (record.sheets.size() == 1) {
    h.number = first.number;
    h.title = first.title;
    h.date = last_day(first);
    const std::string own = read_sop_number(h.number).classification;
    if (!own.empty()) h.classification = own;
    return h;
  }
  // A book of several sheets has no number of its own, and is as new as its newest sheet.
  h.title = "Himpunan SOP" + (h.unit.empty() ? std::string() : " " + h.unit);
  for (const RecordSheet& sheet : record.sheets) h.date = std::max(h.date, last_day(sheet));
  return h;
}

std::string series_folder(const Holding& h) {
  const std::string code = file_word(h.classification), office = small_file_word(h.unit);
  const bool numbered = !read_sop_number(h.number).pattern.empty() && !file_word(h.number).empty();
  const std::string name = small_file_word(h.title);
  const std::string last = numbered ? file_word(h.number) : "tanpa-nomor_" + (name.empty() ? "tanpa-nama" : name);
  return (code.empty() ? "tanpa-klasifikasi" : code) + "/" + (office.empty() ? "tanpa-unit" : office) + "/" + last;
}

void set_standings(Holdings& holdings) {
  std::map<std::string, std::vector<Holding*>> series;
  for (auto& [path, holding] : holdings) series[holding.folder()].push_back(&holding);
  for (auto& [folder, pile] : series) rank(pile);
}

std::string sums_text(const std::map<std::string, std::string>& sums) {
  std::string out;
  for (const auto& [path, sum] : sums) out += sum + "  " + path + "\n";
  return out;
}

std::map<std::string, std::string> read_sums(const std::string& text, std::size_t& broken) {
  std::map<std::string, std::string> sums;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool good = line.size() > 66 && line.find_first_not_of("0123456789abcdef") == 64 && line[64] == ' ' && (line[65] == ' ' || line[65] == '*');
    if (good) sums[line.substr(66)] = line.substr(0, 64);
    else if (!line.empty()) ++broken;
  }
  return sums;
}

std::string index_text(const Holdings& holdings, const RetentionTable& retention) {
  std::string out = csv_line(kHead);
  for (const auto& [where, h] : holdings) {
    CsvRow row(columns);
    row[number] = h.number, row[title] = h.title, row[unit] = h.unit, row[classification] = h.classification;
    row[revision] = h.revision, row[date] = h.date, row[standing] = h.standing, row[status] = h.status, row[replaced_by] = h.replaced_by;
    row[signer] = h.signer, row[is_signed] = h.is_signed ? "ya" : "tidak", row[archived] = h.archived;
    row[path] = h.path, row[sum] = h.sum;
    if (const RetentionRule* rule = retention.find(h.classification)) {
      const std::string& from = rule->since_replaced ? h.replaced_on : h.date;
      row[fate] = rule->fate;
      if (!from.empty()) {
        row[active] = months_later(from, 12 * rule->active);
        row[inactive] = months_later(from, 12 * (rule->active + rule->inactive));
      }
    }
    out += csv_line(row);
  }
  return out;
}

Holdings read_index(const std::string& text) {
  Holdings out;
  const std::vector<CsvRow> rows = read_csv(text);
  if (rows.empty() || rows.front() != kHead) return out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const CsvRow& row = rows[i];
    if (row.size() != columns) continue;
    Holding h;
    h.number = row[number], h.title = row[title], h.unit = row[unit], h.classification = row[classification];
    h.revision = row[revision], h.date = row[date], h.signer = row[signer], h.is_signed = row[is_signed] == "ya";
    h.archived = row[archived], h.path = row[path], h.sum = row[sum];
    h.status = row[status];
    out[h.path] = h;
  }
  return out;
}

std::vector<std::string> pdfs_below(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  walk(folder, "", out, diagnostics);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace lembar::job
