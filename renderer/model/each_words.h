// All words that an author wrote to stand on the sheet, each with its place.
#pragma once

#include <functional>
#include <vector>

#include "model/document.h"

namespace lembar::model {

// In no order that matters; plain words come as one run.
void for_each_words(const Procedure& procedure, const std::function<void(const std::vector<TextRun>&, const SourceSpan&)>& look);

}  // namespace lembar::model
