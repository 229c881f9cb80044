// From what the file says to what can be drawn: the stage `check`.
//
// check_document resolves every reference and refuses only what makes a sheet impossible: names that lead nowhere,
// merged cells that collide or leave the table. Whether the procedure is a good one is no matter of its own;
// lint_document speaks of that, in warnings that stop nothing.
#pragma once

#include <vector>

#include "model/checked_document.h"

namespace lembar::check {

// Declared beside its result, whose only maker it is:
//   Outcome<model::CheckedDocument> check_document(model::Document document, const SourceFiles& files);

// What the rules have to say, in the order of the files; warnings and remarks, never errors.
std::vector<Diagnostic> lint_document(const model::CheckedDocument& document, const SourceFiles& files);

}  // namespace lembar::check
