// Words of steps that no column prints: nothing that an author wrote gets lost in silence.
#pragma once

#include <vector>

#include "base/outcome.h"
#include "base/source_span.h"
#include "model/checked_document.h"
#include "style/sheet_style.h"

namespace lembar::job {

// An error where a <kolom> is known to nobody; a warning, one for each column of a table, where <kepala> or the
// template leaves a known column out and steps fill it all the same. `styles`: one for each procedure.
std::vector<Diagnostic> unprinted_cells(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                        const SourceFiles& files);

}  // namespace lembar::job
