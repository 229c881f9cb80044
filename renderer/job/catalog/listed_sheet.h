// One sheet as the catalog needs it: its line, and the words that are compared with those of other sheets.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lembar/catalog.h"

namespace lembar::job {

struct ListedSheet {
  CatalogEntry entry;
  std::vector<std::pair<std::string, std::string>> officials;  // name, NIP; as written
  std::set<std::string> lanes;
  std::vector<std::string> related;  // items of Keterkaitan
};

// Letters and digits alone, in small letters, "&" as "dan": what stays of a name however it is spelt.
std::string bare_words(const std::string& words);

// What does not fit together; in the order of the sheets.
std::vector<Diagnostic> find_catalog_faults(const std::vector<ListedSheet>& sheets);

}  // namespace lembar::job
