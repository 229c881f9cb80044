#include "cli/keep_revision.h"

#include <ctime>
#include <filesystem>

#include "cli/read_source.h"
#include "lembar/output_file.h"

namespace lembar::cli {

namespace fs = std::filesystem;

std::optional<Source> find_last_kept(const std::string& file, const std::string& number) {
  std::string newest, path;
  std::error_code fault;
  const fs::path parent = fs::path(file).parent_path();
  for (fs::directory_iterator entry(parent.empty() ? "." : parent, fault), end; !fault && entry != end; entry.increment(fault)) {
    const std::string other = kept_number(file, entry->path().filename().string());
    if (other.empty() || other == number || (!newest.empty() && !is_older_revision(newest, other))) continue;
    newest = other;
    path = entry->path().string();
  }
  Source kept;
  if (newest.empty() || read_source(path, kept)) return std::nullopt;
  return kept;
}

std::optional<Diagnostic> write_revision(const std::string& file, const RevisionResult& revision) {
  const std::string kept = kept_name(file, revision.kept_number);
  std::error_code fault;
  if (fs::exists(kept, fault)) {
    Source there;
    if (const auto unread = read_source(kept, there)) return unread;
    if (there.bytes != revision.kept)
      return Diagnostic{Severity::error, Fault::input, "revision-kept-differs", {kept, 0, 0, 1, {}},
                        {"Sumber revisi " + revision.kept_number + " sudah disimpan dan isinya lain; tidak akan ditimpa.",
                         "The source of revision " + revision.kept_number + " is kept already and says something else; it will not be written over."},
                        {{"Periksa nomor revisi lembar ini, atau pindahkan berkas itu.", "Check this sheet's revision number, or move that file."}}};
  } else if (const auto unwritten = write_new_output(kept, revision.kept)) {
    return unwritten;
  }
  return write_output(file, revision.bytes);
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  char text[32];
  if (!localtime_r(&now, &day) || std::strftime(text, sizeof text, "%Y-%m-%d", &day) == 0) return {};
  return text;
}

}  // namespace lembar::cli
