// An archive's folder while one run works on it: locked, its lists read, every file of its tree known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "job/archive/holdings.h"
#include "job/file_lock.h"

namespace lembar::job {

class Shelf {
 public:
  explicit Shelf(std::string folder) : folder_(std::move(folder)) {}

  // Waits for its turn. False: `diagnostics` says why.
  bool open(std::vector<Diagnostic>& diagnostics);
  // What a file of the tree says of itself; absent, with a diagnostic, where it is no record of ours.
  std::optional<Holding> read(const std::string& path, std::vector<Diagnostic>& diagnostics) const;

  const std::string& folder() const { return folder_; }
  std::string full(const std::string& path) const { return folder_ + "/" + path; }

  std::map<std::string, std::string> sums;  // as SHA256SUMS says, by path
  std::size_t broken_sums = 0;              // lines of it that say nothing
  Holdings index;                           // as indeks.csv says
  std::string index_words;                  // its text
  std::optional<RetentionTable> retention;
  std::vector<std::string> tree;            // every PDF there is

 private:
  std::string folder_;
  FileLock turn_;
};

}  // namespace lembar::job
