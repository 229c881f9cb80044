#include "job/archive/shelf.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "base/sha256.h"
#include "base/system_fault.h"
#include "job/office/calendar.h"
#include "job/resources.h"
#include "lembar/source_file.h"

namespace lembar::job {

bool Shelf::open(std::vector<Diagnostic>& diagnostics) {
  std::error_code absent;
  if (!std::filesystem::is_directory(folder_, absent)) {
    diagnostics.push_back(unreadable_folder(folder_, absent ? absent.value() : ENOTDIR));
    return false;
  }
  const int fault = turn_.lock(folder_);
  // A file system without locks, or one that is read only, is no reason to look away.
  if (fault != 0 && fault != ENOLCK && fault != EOPNOTSUPP && fault != EROFS) {
    diagnostics.push_back(unreadable_folder(folder_, fault));
    return false;
  }
  sums = read_sums(read_file(full(kSums)).value_or(""), broken_sums);
  index_words = read_file(full(kIndex)).value_or("");
  index = read_index(index_words);
  // The archive's own table counts; a new archive begins with the one that comes with the program.
  const auto own = read_file(full(kRetention));
  const std::string shipped = find_resources().templates + "/" + kRetention;
  auto table = read_retention(own ? full(kRetention) : shipped, own ? *own : read_file(shipped).value_or(""));
  diagnostics.insert(diagnostics.end(), table.diagnostics.begin(), table.diagnostics.end());
  retention = std::move(table.value);
  tree = pdfs_below(folder_, diagnostics);
  return retention.has_value();
}

std::optional<Holding> Shelf::read(const std::string& path, std::vector<Diagnostic>& diagnostics) const {
  Source pdf;
  if (const auto fault = read_source_file(full(path), pdf)) {
    diagnostics.push_back(*fault);
    return std::nullopt;
  }
  RecordResult result = read_record(full(path), pdf.bytes);
  diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
  if (!result.record) return std::nullopt;
  if (!result.record->ours) {
    diagnostics.push_back({Severity::error, Fault::input, "archive-foreign", {full(path), 0, 0, 1, {}},
                           {"PDF ini tidak dibuat oleh Lembar.", "Lembar has not made this PDF."},
                           {{"Simpan di luar arsip.", "Keep it outside the archive."}}});
    return std::nullopt;
  }
  // The code stands in the path already, also where the number says none.
  Holding holding = holding_of(*result.record, path.substr(0, path.find('/')));
  holding.path = path;
  holding.sum = sha256_of(pdf.bytes);
  const auto known = index.find(path);
  struct stat status {};
  if (known != index.end() && is_day(known->second.archived)) holding.archived = known->second.archived;
  else if (::stat(full(path).c_str(), &status) == 0) holding.archived = day_of(status.st_mtime);
  return holding;
}

}  // namespace lembar::job
