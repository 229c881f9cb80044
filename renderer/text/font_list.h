// Reads fonts/fonts.list: which font files stand for which family names. The list itself says how it is written.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"

namespace lembar::text {

struct ListedFace {
  std::string file;
  bool bold = false, italic = false;
  std::string postscript_name;
};

struct ListedFamily {
  std::vector<std::string> names;  // the first is the family's own
  std::vector<std::string> packages;
  std::vector<std::string> folders;
  std::vector<ListedFace> faces;
};

struct FontList {
  std::vector<ListedFamily> families;
  std::string fallback;
};

// Faults are of the surroundings: the list comes with the program, not from an author.
Outcome<FontList> read_font_list(const std::string& path);

}  // namespace lembar::text
