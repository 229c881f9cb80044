#include "base/file_loader.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace lembar {

namespace fs = std::filesystem;

std::optional<std::string> read_from_disk(const std::string& path) {
  std::error_code fault;
  if (fs::is_directory(path, fault)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return std::nullopt;
  return bytes;
}

}  // namespace lembar
