// The height of a cell at any width, reckoned from the widths of its words: what the search for column widths asks
// thousands of times. Only words wider than the line are really wrapped.
#pragma once

#include <cstdint>
#include <vector>

#include "model/rich_text.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

// A number and its unit ("15 Menit") read badly on two lines: kept together, a break between them counts as a broken word.
enum class Breaks { between_words, nowhere };

class CellEstimate {
 public:
  CellEstimate(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, Breaks breaks = Breaks::between_words);

  struct Size {
    Length height;
    std::int64_t broken = 0;  // breaks inside words; the second in a word counts twice, and so on
  };
  Size at(Length width) const;

 private:
  struct Paragraph {
    struct Word {
      Length width;
      bool joined = false;  // to the one before it, as after a slash: no space between, a break all the same
      text::StyledRun run;
    };
    std::vector<Word> words;
    Length indent;
  };
  std::vector<Paragraph> paragraphs_;
  text::Shaper& shaper_;
  Length line_, space_;
};

// The narrowest width at which `how` breaks no further.
Length least_words(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, text::Hyphenation how);

}  // namespace lembar::layout
