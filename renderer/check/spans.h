// Cells and symbols that reach over several rows: do they stay in the table, and out of each other?
//
// Rows are counted in steps. A section or total row is as wide as the table, so nothing reaches across it.
#pragma once

#include "base/findings.h"
#include "model/document.h"

namespace lembar::check {

void check_spans(const model::FlowTable& table, Findings& findings);
void check_head(const model::Head& head, Findings& findings);

}  // namespace lembar::check
