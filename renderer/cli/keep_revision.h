// The files of a revision: the source that is over stands beside the new one, under its number.
//
// Order: the old source is written first, then the new one over it. Killed in between, the next run finds the old source kept already,
// byte for byte, and goes on; it loses nothing and counts nothing twice.
#pragma once

#include <optional>

#include "lembar/revise.h"

namespace lembar::cli {

// The newest source kept beside `file` that is not of its own revision `number`; absent: none.
std::optional<Source> find_last_kept(const std::string& file, const std::string& number);

// Both files. A kept source of that number that says something else is never written over.
std::optional<Diagnostic> write_revision(const std::string& file, const RevisionResult& revision);

// Today, YYYY-MM-DD, where the program runs.
std::string today();

}  // namespace lembar::cli
