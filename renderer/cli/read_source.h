// Reads what the user named: a file, or - for stdin.
#pragma once

#include <optional>
#include <string>

#include "lembar/render.h"

namespace lembar::cli {

// Absent: `source` holds the name and the bytes.
std::optional<Diagnostic> read_source(const std::string& name, Source& source);

}  // namespace lembar::cli
