// Whole files: the bad ones of tests/suite/read say in a comment on top what must be said of them, the samples
// are read without a word.
#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;
namespace fs = std::filesystem;

namespace {
std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ending) found.push_back(entry.path().string());
  std::sort(found.begin(), found.end());
  return found;
}
}  // namespace

TEST_CASE("Bad files are told what their comment says: code, line and column of each fault") {
  const auto files = files_in(LEMBAR_ROOT "/tests/suite/read", ".xml");
  REQUIRE(files.size() >= 10);
  for (const std::string& path : files) {
    const std::string bytes = file_bytes(path);
    const std::string opening = "<!-- expect ";
    const auto from = bytes.find(opening);
    INFO(path);
    REQUIRE(from != std::string::npos);
    const auto end = bytes.find(" -->", from);
    const std::string expected = bytes.substr(from + opening.size(), end - from - opening.size());
    SourceFiles names;
    auto read = read::read_document(names, path, bytes, load_file);
    std::vector<Diagnostic> said = read.diagnostics;
    if (read.value) {
      auto checked = check::check_document(std::move(*read.value), names);
      said.insert(said.end(), checked.diagnostics.begin(), checked.diagnostics.end());
      CHECK_FALSE(checked.value);
    }
    CHECK(summary(said) == expected);
    for (const Diagnostic& d : said) {
      CHECK_FALSE(d.message.id.empty());
      CHECK_FALSE(d.message.en.empty());
    }
  }
}

TEST_CASE("Every sample is read and checked without an error") {
  for (const std::string& path : files_in(LEMBAR_ROOT "/samples", ".xml")) {
    INFO(path);
    SourceFiles names;
    auto read = read::read_document(names, path, file_bytes(path), load_file);
    CHECK(summary(read.diagnostics) == "");
    if (!read.value) continue;
    auto checked = check::check_document(std::move(*read.value), names);
    CHECK(summary(checked.diagnostics) == "");
    if (checked.value) CHECK_FALSE(has_error(check::lint_document(*checked.value, names)));
  }
}
