#include "lembar/source_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/system_fault.h"

namespace lembar {

std::optional<Diagnostic> read_source_file(const std::string& path, Source& source) {
  source.name = path;
  std::error_code fault;
  if (std::filesystem::is_directory(path, fault)) return unreadable_file(path, EISDIR);
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return unreadable_file(path, errno ? errno : ENOENT);
  source.bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return unreadable_file(path, EIO);
  return std::nullopt;
}

}  // namespace lembar
