// What an archive holds, file by file, and its three lists: the sums, the index, the retention.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "job/archive/retention.h"
#include "lembar/record.h"

namespace lembar::job {

constexpr const char* kSums = "SHA256SUMS";
constexpr const char* kIndex = "indeks.csv";
constexpr const char* kRetention = "retensi.csv";

// One PDF in the archive.
struct Holding {
  std::string path;  // from the archive's folder
  std::string sum;
  // As the PDF says:
  std::string number, title, unit, classification, revision, status, signer;
  std::string date;  // the last of its days that is one: revised, effective, created; may be empty
  bool is_signed = false;
  std::string archived;  // the day
  // As its place among the others says:
  std::string standing;     // berlaku, digantikan, or the status of its own: konsep, dicabut, salinan
  std::string replaced_by;  // path
  std::string replaced_on;

  std::string folder() const { return path.substr(0, path.rfind('/')); }
};

// By path.
using Holdings = std::map<std::string, Holding>;

// Only what the PDF says is set; `classification` is that of numbers that say none.
Holding holding_of(const Record& record, const std::string& classification);
// classification/unit/number: where revisions of one sheet meet.
std::string series_folder(const Holding& holding);
// Sets the standing of each among those in its folder.
void set_standings(Holdings& holdings);

// Lines of sha256sum, sorted by path; a line that is none is left out and counted in `broken`.
std::string sums_text(const std::map<std::string, std::string>& sums);
std::map<std::string, std::string> read_sums(const std::string& text, std::size_t& broken);

std::string index_text(const Holdings& holdings, const RetentionTable& retention);
// What an index says, by path; rows that are none are left out. Standings are not taken from it.
Holdings read_index(const std::string& text);

// Paths of all PDFs below the archive's folder, from there; hidden ones are no records.
std::vector<std::string> pdfs_below(const std::string& folder, std::vector<Diagnostic>& diagnostics);

}  // namespace lembar::job
