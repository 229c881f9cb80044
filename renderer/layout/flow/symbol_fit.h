// The five shapes of the regulation (and the circle of the older teaching set): how big each must be for its words.
//
// The words of a shape must lie inside its drawn outline, not only inside its bounding box: a diamond leaves little
// room at its sides, a capsule loses its corners. All shapes of a table start from the template's least size, so
// that they look alike; one grows only as far as its own words ask, first in width, then in height.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "model/document.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

struct FittedSymbol {
  Size size;
  std::vector<text::ShapedLine> lines;  // centred on the shape, one below the other
};

class SymbolFitter {
 public:
  SymbolFitter(text::Shaper& shaper, const style::SheetStyle& style) : shaper_(shaper), style_(style) {}

  // The shape no wider than `most`; its height is free. REQUIRES: most >= least_width.
  FittedSymbol fit(model::SymbolKind kind, const std::vector<model::TextRun>& runs, Length most);
  // The width at which the shape looks as it should: its words whole, its height near the template's.
  Length good_width(model::SymbolKind kind, const std::vector<model::TextRun>& runs);
  // The narrowest at which it can be drawn at all.
  Length least_width(model::SymbolKind kind, const std::vector<model::TextRun>& runs);

 private:
  struct Words {
    std::vector<text::StyledRun> runs;
    Length syllable, word;  // the widest of each
  };
  Words measured(const std::vector<model::TextRun>& runs) const;
  Size base_size(model::SymbolKind kind) const;
  // Height that a shape of this width needs for the lines; nothing: they do not fit at any height.
  std::optional<Length> height_for(model::SymbolKind kind, const std::vector<text::ShapedLine>& lines, Length width) const;
  std::optional<FittedSymbol> best_at(model::SymbolKind kind, const Words& words, Length width);

  text::Shaper& shaper_;
  const style::SheetStyle& style_;
};

}  // namespace lembar::layout
