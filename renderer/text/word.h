// A piece of text without a place to break, shaped at one font and size.
#pragma once

#include <string>
#include <vector>

#include "text/glyph_run.h"

namespace lembar::text {

struct ShapedWord {
  std::vector<GlyphRun> runs;         // one for each face; x from the word's start
  Length width;                       // the sum of all advances
  std::vector<std::string> missing;   // characters that no face has, each once
};

}  // namespace lembar::text
