// Measures and breaks text; draws nothing. The tests' FakeShaper implements it too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/glyph_run.h"

namespace lembar::text {

// A font as layout asks for it. `family` is the name that templates use ("Arial", "Times New Roman",
// "Bookman Old Style"); fonts/ says which face stands for it.
struct FontSpec {
  std::string family;
  Length size;
  bool bold = false;
  bool italic = false;
  auto operator<=>(const FontSpec&) const = default;
};

// A stretch of text of one font. A forced break is a run with `line_break` set.
struct StyledRun {
  std::string text;
  FontSpec font;
  bool underline = false;
  bool line_break = false;
};

enum class Hyphenation {
  none,       // break at spaces, after / and -; a longer word than the line: between any two characters
  if_needed,  // a word that alone is wider than the line breaks by Indonesian syllables first
};

// Vertical measures of a font: the same for every line of it, whatever its letters.
struct FontMetrics {
  Length ascent, descent;  // their sum is the line's advance
};

class Shaper {
 public:
  virtual ~Shaper() = default;

  virtual FontMetrics metrics(const FontSpec& font) = 0;

  // One line, never broken; `line_break` runs count as a space.
  virtual ShapedLine line(const std::vector<StyledRun>& runs) = 0;

  // Breaks into lines no wider than `width`. Spaces at the ends of lines are dropped. NIP groups, "Nomor 52",
  // "Tahun 2011" and no-break spaces are kept together where the line is wide enough for them.
  // Empty runs give one empty line of the first run's font. No runs: no lines.
  virtual std::vector<ShapedLine> wrap(const std::vector<StyledRun>& runs, Length width, Hyphenation hyphenation) = 0;

  // The narrowest width at which `wrap` breaks inside no word (`none`) or inside no syllable (`if_needed`).
  virtual Length least_width(const std::vector<StyledRun>& runs, Hyphenation hyphenation) = 0;
  // The width on one line (the widest, where there are forced breaks).
  virtual Length full_width(const std::vector<StyledRun>& runs) = 0;

  // Characters that no face of the font has, as UTF-8, each once, in order of appearance.
  virtual std::vector<std::string> missing_characters(const std::vector<StyledRun>& runs) = 0;
};

}  // namespace lembar::text
