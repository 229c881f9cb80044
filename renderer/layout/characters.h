// Finds characters that no font of the private set can show, before anything is laid out: each is an error at its
// place, never a blank on the sheet.
#pragma once

#include <vector>

#include "base/outcome.h"
#include "model/document.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

std::vector<Diagnostic> check_characters(const model::Procedure& procedure, const style::SheetStyle& style, text::Shaper& shaper,
                                         const SourceFiles& files);

}  // namespace lembar::layout
