// Decides where everything is, on which page: the only stage with opinions on position.
#pragma once

#include <map>
#include <string>

#include "base/outcome.h"
#include "layout/placed_sheet.h"
#include "model/checked_document.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

// The pictures that the document names, by the path as written, with the index of the file that names it:
// key "0:logo.png". Job reads and decodes their sizes before layout starts.
using Images = std::map<std::string, Image>;
std::string image_key(int file, const std::string& path);

struct LayoutInput {
  const model::CheckedDocument& document;
  // One for each procedure of the document, in order; all of one paper in a compilation or not.
  const std::vector<const style::SheetStyle*>& styles;
  text::Shaper& shaper;
  const Images& images;
  const SourceFiles& files;
};

// Errors: a character that no font has; lanes that do not fit the paper (the remedy names one that does).
Outcome<PlacedSheet> lay_out_sheet(const LayoutInput& input);

}  // namespace lembar::layout
