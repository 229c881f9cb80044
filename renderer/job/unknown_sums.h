// Rows of sums whose sum nobody can work out: the cell under the times stays empty, and not in silence.
#pragma once

#include <vector>

#include "base/outcome.h"
#include "base/source_span.h"
#include "model/checked_document.h"
#include "style/sheet_style.h"

namespace lembar::job {

// One warning for each such table, at the first time that is in the way. `styles`: one for each procedure.
std::vector<Diagnostic> unknown_sums(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                     const SourceFiles& files);

}  // namespace lembar::job
