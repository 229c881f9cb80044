// A document whose new words are underlined: as an author would have written it, so that no stage behind it has to
// know of changes.
#pragma once

#include "job/compare/difference.h"

namespace lembar::job {

// Of texts with styles only: names and numbers of officials, labels of connectors and dates have none.
model::Document with_marked_words(const model::Document& document, const Differences& differences);

}  // namespace lembar::job
