// Puts a result where it belongs, whole or not at all: written under a temporary name in the same folder, then
// renamed. A reader never sees half a file, and a failed run leaves the old one as it was.
//
// A signed PDF is a record that somebody answers for: it is never written over. A program that is killed leaves nothing
// behind where the file system knows files without a name; elsewhere it may leave a hidden file, see sweep_temporaries.
#pragma once

#include <optional>
#include <string>

#include "lembar/diagnostic.h"

namespace lembar {

// Absent: done. Devices and pipes are written to directly.
std::optional<Diagnostic> write_output(const std::string& path, const std::string& bytes);

// The same, but a file that is there already stays as it is, whatever it holds, and is reported as `output-exists`.
std::optional<Diagnostic> write_new_output(const std::string& path, const std::string& bytes);

// Removes from one folder the temporary files of programs that are no longer there. Those of running ones are held by
// a lock that dies with them, and stay.
void sweep_temporaries(const std::string& folder);

}  // namespace lembar
