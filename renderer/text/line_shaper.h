// Breaks lines, given somebody who shapes single words.
//
// What a shaped word is wide decides all: lines are made of whole words, spaces and parts of words that were shaped
// as such, so a line is exactly as wide as its words, at any width tried. Words are shaped once for each font and
// remembered, and so are whole paragraphs: wrapping one again at another width costs a few additions.
//
// First fit, because cells are narrow and short: the best lines of a whole paragraph would differ rarely and cost
// the reader's trust that a word added at the end leaves the beginning alone.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "text/atoms.h"
#include "text/line_builder.h"
#include "text/shaper.h"
#include "text/word.h"

namespace lembar::text {

class LineShaper : public Shaper {
 public:
  ShapedLine line(const std::vector<StyledRun>& runs) final;
  std::vector<ShapedLine> wrap(const std::vector<StyledRun>& runs, Length width, Hyphenation hyphenation) final;
  Length least_width(const std::vector<StyledRun>& runs, Hyphenation hyphenation) final;
  Length full_width(const std::vector<StyledRun>& runs) final;
  std::vector<std::string> missing_characters(const std::vector<StyledRun>& runs) final;

 protected:
  // Shapes text that holds no place to break; called once for each text and font.
  virtual ShapedWord shape_word(const std::string& text, const FontSpec& font) = 0;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  // Only looked up in, never walked through: their order decides nothing.
  using Words = std::unordered_map<std::string, ShapedWord, Hash, std::equal_to<>>;

  struct Font {
    FontSpec spec;
    FontMetrics metrics;
    Words words;
    const ShapedWord* space = nullptr;
    const ShapedWord* hyphen = nullptr;
  };

  // A paragraph that is ready to be broken at any width.
  struct Prepared {
    std::vector<Atom> atoms;
    std::vector<const ShapedWord*> words;  // of the atoms
    std::vector<Font*> fonts;              // of the runs
    std::vector<bool> underlined;          // the runs
    std::optional<Length> least_width[2];  // by Hyphenation, once asked for
  };
  class Breaker;

  Font& font(const FontSpec& spec);
  const ShapedWord& word(std::string_view text, Font& font);
  const std::vector<std::size_t>& syllables(std::string_view word);
  Prepared& prepare(const std::vector<StyledRun>& runs);
  Fragment fragment(const Prepared& paragraph, std::size_t atom);
  ShapedLine build(const std::vector<Fragment>& fragments, const Prepared& paragraph, int run);
  void forget_when_full();

  std::map<FontSpec, std::unique_ptr<Font>> fonts_;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> paragraphs_;
  std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> syllables_;  // hyphenation points of words
  std::size_t remembered_ = 0;
};

}  // namespace lembar::text
