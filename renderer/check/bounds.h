// What no page holds, told before any of it is laid out: lanes, symbols of one step and connectors by the hundred, and
// paragraphs as long as a book.
//
// The bounds are far above what a real sheet needs; below them it is for layout to say what does not fit.
#pragma once

#include "base/findings.h"
#include "model/document.h"

namespace lembar::check {

void bound_lanes(const model::Lanes& lanes, Findings& findings);
void bound_table(const model::FlowTable& table, Findings& findings);
void bound_words(const model::Procedure& procedure, Findings& findings);

}  // namespace lembar::check
