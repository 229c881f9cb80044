// The table of retention: how long records of a classification are kept, and what becomes of them then.
//
// Data, not code: templates/retensi.csv is what a new archive begins with, and the copy in the archive is what counts
// there; whoever keeps the archive edits it. A line holds for its classification and those below it, the longest one
// that fits; `*` for all others. Years count from the record's own date (`tanggal`) or from the day that a newer
// revision took its place (`diganti`).
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"

namespace lembar::job {

struct RetentionRule {
  std::string classification;
  int active = 0, inactive = 0;  // years
  std::string fate;              // nasib akhir: permanen, musnah …
  bool since_replaced = false;
};

struct RetentionTable {
  std::vector<RetentionRule> rules;

  const RetentionRule* find(const std::string& classification) const;  // null: none fits
};

// `path` is for the diagnostics.
Outcome<RetentionTable> read_retention(const std::string& path, const std::string& csv);

}  // namespace lembar::job
