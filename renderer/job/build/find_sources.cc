#include "job/build/find_sources.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/letters.h"
#include "base/system_fault.h"
#include "lembar/revise.h"
#include "read/read_document.h"

namespace lembar::job {

namespace {

namespace fs = std::filesystem;

Diagnostic double_target(const BuildSource& source) {
  return {Severity::error, Fault::input, "target-double", {source.path, 0, 0, 1, {}},
          {"Dua sumber menghasilkan berkas yang sama: " + source.target + ".", "Two sources would make the same file: " + source.target + "."},
          {{"Ganti nama salah satunya.", "Rename one of them."}}};
}

bool is_hidden(const fs::path& path) { return path.filename().string().rfind('.', 0) == 0; }

bool is_xml(const fs::path& path) { return small_letters(path.extension().string()) == ".xml"; }

// Absolute paths and those that climb stay below the output folder all the same.
std::string target_of(const fs::path& source) {
  fs::path out;
  for (const fs::path& part : source.lexically_normal().relative_path())
    if (part != "..") out /= part;
  return out.replace_extension(".pdf").generic_string();
}

class Finder {
 public:
  explicit Finder(const BuildOptions& options) : options_(options) {}

  FoundSources find() {
    if (options_.list) {
      read_list(*options_.list);
    } else {
      std::error_code fault;
      output_ = fs::weakly_canonical(options_.output, fault);
      walk(options_.folder, "");
    }
    std::sort(found_.sources.begin(), found_.sources.end(), [](const BuildSource& a, const BuildSource& b) {
      return a.target != b.target ? a.target < b.target : a.path < b.path;
    });
    refuse_doubles();
    keep_share();
    return std::move(found_);
  }

 private:
  void walk(const fs::path& folder, const fs::path& below) {
    std::error_code fault;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(folder, fault);
    for (const fs::directory_iterator end; !fault && at != end; at.increment(fault)) entries.push_back(*at);
    if (fault) found_.diagnostics.push_back(unreadable_folder(folder.string(), fault.value()));
    for (const fs::directory_entry& entry : entries) {
      const fs::path name = entry.path().filename();
      if (is_hidden(name)) continue;
      std::error_code ignored;
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored) && fs::weakly_canonical(entry.path(), ignored) != output_) walk(entry.path(), below / name);
      } else if (is_xml(name) && !is_kept_name(name.string())) {
        found_.sources.push_back({entry.path().string(), target_of(below / name), false});
      }
    }
  }

  void read_list(const Source& list) {
    std::istringstream lines(list.bytes);
    std::set<std::string> seen;
    for (std::string line; std::getline(lines, line);) {
      const std::size_t end = line.find_last_not_of(" \t\r");
      const std::size_t start = line.find_first_not_of(" \t");
      if (end == std::string::npos || line[start] == '#') continue;
      const std::string path = line.substr(start, end - start + 1);
      if (!seen.insert(path).second) continue;
      const std::string place = list.name == "-" ? path : read::path_beside(list.name, path);
      found_.sources.push_back({place, target_of(path), true});
    }
  }

  void refuse_doubles() {
    std::vector<BuildSource> kept;
    for (BuildSource& source : found_.sources) {
      if (!kept.empty() && kept.back().target == source.target) {
        if (is_mine(source)) found_.failures.push_back({source.path, source.target, SheetState::failed, {double_target(source)}});
      } else {
        kept.push_back(std::move(source));
      }
    }
    found_.sources = std::move(kept);
  }

  // By a hash of the name alone (FNV-1a): a new source moves no other to another share.
  bool is_mine(const BuildSource& source) const {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : source.target) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash ^= hash >> 32;
    return hash % static_cast<std::uint64_t>(options_.shards) == static_cast<std::uint64_t>(options_.shard - 1);
  }

  void keep_share() {
    auto& all = found_.sources;
    all.erase(std::remove_if(all.begin(), all.end(), [this](const BuildSource& s) { return !is_mine(s); }), all.end());
  }

  const BuildOptions& options_;
  fs::path output_;
  FoundSources found_;
};

}  // namespace

FoundSources find_sources(const BuildOptions& options) { return Finder(options).find(); }

std::string root_name(const std::string& bytes) {
  std::size_t at = bytes.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
  for (;;) {
    at = bytes.find_first_not_of(" \t\r\n", at);
    if (at == std::string::npos || bytes[at] != '<') return {};
    const bool comment = bytes.compare(at, 4, "<!--") == 0;
    if (!comment && bytes.compare(at, 2, "<?") != 0) break;
    const char* const end = comment ? "-->" : "?>";
    at = bytes.find(end, at + 2);
    if (at == std::string::npos) return {};
    at += std::strlen(end);
  }
  const std::size_t end = bytes.find_first_of(" \t\r\n/>", at + 1);
  return end == std::string::npos ? std::string() : bytes.substr(at + 1, end - at - 1);
}

}  // namespace lembar::job
