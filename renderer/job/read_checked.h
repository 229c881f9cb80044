// A source as far as it can be told without drawing: read, and every reference resolved.
#pragma once

#include "lembar/render.h"
#include "model/checked_document.h"
#include "read/read_document.h"

namespace lembar::job {

// What the user named, opened: a PDF of ours gives the source inside it, and the files that it includes come from
// there too. Anything else is taken as a source itself.
struct OpenedSource {
  Source source;
  FileLoader loader;
};
Outcome<OpenedSource> open_source(const Source& given);

// Read and checked; opened first. `files` gets the source first, then those that it includes.
Outcome<model::CheckedDocument> check_opened(SourceFiles& files, const OpenedSource& opened);
Outcome<model::CheckedDocument> read_checked(SourceFiles& files, const Source& given);

}  // namespace lembar::job
