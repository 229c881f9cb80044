// Reads what a user names.
#pragma once

#include <optional>
#include <string>

#include "lembar/render.h"

namespace lembar {

// Absent: `source` holds the path and the bytes. Else why the file cannot be read (`system-read`, the surroundings').
std::optional<Diagnostic> read_source_file(const std::string& path, Source& source);

}  // namespace lembar
