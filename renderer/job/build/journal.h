// What a build made last, one line a sheet, in the output folder's `.lembar`.
//
// Lines are only added, each with a sum over it: one that a machine lost power over is passed by. A run reads every
// journal of the folder, whoever wrote it, and writes to its own share's. A journal that has grown to several times
// its entries is written anew when its share begins.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "lembar/diagnostic.h"

namespace lembar::job {

struct Built {
  std::string digest;      // of what it was made from
  std::string sum;         // SHA-256 of the result
  std::uint64_t size = 0;  // of the result, in bytes
};

class Journal {
 public:
  ~Journal();

  // `folder` is there already; `share` is a word for the name of the file. Absent: it is open.
  std::optional<Diagnostic> open(const std::string& folder, const std::string& share);

  // What was made last for a result; null: nothing.
  const Built* find(const std::string& target) const;
  // Threads may call this side by side. Absent: it stands in the file.
  std::optional<Diagnostic> add(const std::string& target, const Built& built);

 private:
  void read(const std::string& path, bool own);
  std::optional<Diagnostic> tidy(const std::string& path);

  std::string path_;
  int file_ = -1;
  std::mutex writing_;
  std::map<std::string, Built> built_;  // as it was when the run began
  std::map<std::string, Built> own_;
  std::size_t own_lines_ = 0;
};

}  // namespace lembar::job
