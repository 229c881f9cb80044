// Where Lembar's own templates and fonts lie, and how files are read from disk.
#pragma once

#include <optional>
#include <string>

namespace lembar::job {

struct Resources {
  std::string templates, fonts;
};

// $LEMBAR_DATA if set; else share/lembar beside the program's folder, where it was installed; else the source tree
// that it was built from.
Resources find_resources();

// All bytes of a regular file; absent where it cannot be read.
std::optional<std::string> read_file(const std::string& path);

}  // namespace lembar::job
