#include "job/record_files.h"

#include <filesystem>
#include <map>
#include <utility>

namespace lembar::job {

namespace {

std::string clean(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

FileLoader loader(const std::vector<RecordFile>& files, bool templates) {
  std::map<std::string, std::string> by_path;
  for (const RecordFile& file : files) {
    if (file.role == RecordRole::other || (file.role == RecordRole::template_file) != templates) continue;
    by_path.emplace(clean(file.path), file.bytes);
  }
  return [by_path = std::move(by_path)](const std::string& path) -> std::optional<std::string> {
    const auto found = by_path.find(clean(path));
    return found == by_path.end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace

FileLoader authors_files(const std::vector<RecordFile>& files) { return loader(files, false); }
FileLoader template_files(const std::vector<RecordFile>& files) { return loader(files, true); }

}  // namespace lembar::job
