// Would a signing service find its way? It takes the first place where the anchor stands in the text, so each must stand
// there once. Warnings only: such a sheet is right on paper.
#pragma once

#include <string>
#include <vector>

#include "base/source_span.h"
#include "layout/placed_sheet.h"
#include "model/checked_document.h"
#include "style/sheet_style.h"

namespace lembar::layout {

// What can be told before anything is laid out, at the words that the author wrote. `styles` by procedure.
std::vector<Diagnostic> check_anchors(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                      const SourceFiles& files);

// On the sheet itself, words of the template included.
std::vector<Diagnostic> check_placed_anchors(const PlacedSheet& sheet);

}  // namespace lembar::layout
