// Where a stage gets the files that a sheet names: from disk, or from what somebody holds in memory.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace lembar {

// All bytes of the file; absent where it cannot be read.
using FileLoader = std::function<std::optional<std::string>(const std::string& path)>;

// The bytes of a regular file on disk.
std::optional<std::string> read_from_disk(const std::string& path);

}  // namespace lembar
