// Puts a result where it belongs, whole or not at all: written under a temporary name in the same folder, then
// renamed. A reader never sees half a file, and a failed run leaves the old one as it was.
//
// A signed PDF is a record that somebody answers for: it is never written over.
#pragma once

#include <optional>
#include <string>

#include "lembar/diagnostic.h"

namespace lembar {

// Absent: done. Devices and pipes are written to directly.
std::optional<Diagnostic> write_output(const std::string& path, const std::string& bytes);

}  // namespace lembar
