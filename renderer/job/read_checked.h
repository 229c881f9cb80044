// A source as far as it can be told without drawing: read, and every reference resolved.
#pragma once

#include "lembar/render.h"
#include "model/checked_document.h"

namespace lembar::job {

// `files` gets the source first, then those that it includes.
Outcome<model::CheckedDocument> read_checked(SourceFiles& files, const Source& source);

}  // namespace lembar::job
