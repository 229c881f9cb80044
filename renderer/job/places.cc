// Where the files of a PDF go in a folder, so that the source finds them again.
#include <algorithm>
#include <filesystem>
#include <set>

#include "lembar/verify.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSourceFolder = "sumber", * kTemplatesFolder = "templat", * kOthersFolder = "lain";

// How many folders above the source's a path leads.
int levels_up(const fs::path& path) {
  return static_cast<int>(std::count(path.begin(), path.end(), fs::path("..")));
}

bool is_authors(const RecordFile& file) { return file.role == RecordRole::source || file.role == RecordRole::picture; }

// A name that is a name in every folder.
std::string plain_name(const std::string& name) {
  std::string out = fs::path(name).filename().string();
  std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; }, '_');
  return out.empty() || out == "." || out == ".." ? "berkas" : out;
}

}  // namespace

std::vector<std::string> places_of(const std::vector<RecordFile>& files) {
  // The source goes as many folders deep as its files lie above it.
  int depth = 0;
  for (const RecordFile& file : files) {
    if (is_authors(file)) depth = std::max(depth, levels_up(fs::path(file.path).lexically_normal()));
  }
  fs::path base;
  for (int i = 0; i < depth; ++i) base /= kSourceFolder;
  std::vector<std::string> out;
  std::set<std::string> taken;
  for (const RecordFile& file : files) {
    fs::path place;
    const fs::path path = file.path;
    if (is_authors(file) && path.is_relative() && !path.empty()) place = (base / path).lexically_normal();
    // Whatever a stranger's PDF says: nothing leaves the folder.
    if (place.empty() || !place.has_filename() || levels_up(place) > 0) {
      place = fs::path(file.role == RecordRole::template_file ? kTemplatesFolder : kOthersFolder) / plain_name(file.name);
    }
    std::string wanted = place.string();
    for (int n = 2; !taken.insert(wanted).second; ++n) {
      wanted = (place.parent_path() / (std::to_string(n) + "-" + place.filename().string())).string();
    }
    out.push_back(wanted);
  }
  return out;
}

}  // namespace lembar
