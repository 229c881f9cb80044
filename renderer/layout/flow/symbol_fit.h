// The five shapes of the regulation (and the circle of the older teaching set): how big each must be for its words.
//
// The words of a shape must lie inside its drawn outline, not only inside its bounding box: a diamond leaves little
// room at its sides, a capsule loses its corners. All shapes of a table start from one size, so that they look alike; one
// grows only as far as its own words ask, first in width, then in height. In a narrow lane a shape is lower too, and
// stays what it is: a capsule is never a circle, a diamond lies.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "model/document.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

struct FittedSymbol {
  Size size;
  std::vector<text::ShapedLine> lines;  // centred on the shape, one below the other
  Length text_size;                     // of the words; 0: none
  bool broken = false;                  // a word stands on two lines
};

struct FitLimits {
  Length most;       // the shape is no wider
  Length start;      // nor narrower, if `most` allows; 0: the template's width
  Length text_size;  // of the words; 0: the template's, or a little less where that keeps a word whole
};

class SymbolFitter {
 public:
  SymbolFitter(text::Shaper& shaper, const style::SheetStyle& style) : shaper_(shaper), style_(style) {}

  // The shape within the limits; its height is free. REQUIRES: limits.most >= least_width.
  FittedSymbol fit(model::SymbolKind kind, const std::vector<model::TextRun>& runs, const FitLimits& limits);
  // A capsule as big as another, if it holds the words all the same; any other shape holds them when it is bigger.
  bool holds(model::SymbolKind kind, const std::vector<text::ShapedLine>& lines, const Size& size) const;
  // The width at which the shape looks as it should: its words whole, its height near the template's.
  Length good_width(model::SymbolKind kind, const std::vector<model::TextRun>& runs);
  // The narrowest at which it can be drawn at all.
  Length least_width(model::SymbolKind kind, const std::vector<model::TextRun>& runs);

 private:
  struct Words {
    std::vector<text::StyledRun> runs;
    Length syllable, word;  // the widest of each
    Length size;
  };
  Words measured(const std::vector<model::TextRun>& runs, Length text_size) const;
  Length text_size() const { return style_.text(style::TextRole::symbol).font.size; }
  Size base_size(model::SymbolKind kind) const;
  // The shape without words, so wide.
  Size plain_size(model::SymbolKind kind, Length width) const;
  // What a fitted shape costs beside its width: height counts twice, for rows are what makes a sheet long.
  Length cost(model::SymbolKind kind, const FittedSymbol& fitted) const;
  std::optional<FittedSymbol> fit_words(model::SymbolKind kind, const Words& words, Length start, Length most);
  // Height that a shape of this width needs for the lines; nothing: they do not fit at any height.
  std::optional<Length> height_for(model::SymbolKind kind, const std::vector<text::ShapedLine>& lines, Length width) const;
  std::optional<FittedSymbol> best_at(model::SymbolKind kind, const Words& words, Length width);

  text::Shaper& shaper_;
  const style::SheetStyle& style_;
};

}  // namespace lembar::layout
