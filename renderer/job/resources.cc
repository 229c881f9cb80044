#include "job/resources.h"

#include <cstdlib>
#include <filesystem>

#include "base/file_loader.h"

namespace lembar::job {

namespace fs = std::filesystem;

Resources find_resources() {
  const auto in = [](const fs::path& root) {
    return Resources{(root / "templates").string(), (root / "fonts").string()};
  };
  if (const char* data = std::getenv("LEMBAR_DATA"); data && *data) return in(data);
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault);
  if (!fault) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "lembar";
    if (fs::is_directory(installed / "templates", fault)) return in(installed);
  }
  return in(LEMBAR_SOURCE_DATA);
}

std::optional<std::string> read_file(const std::string& path) { return read_from_disk(path); }

}  // namespace lembar::job
