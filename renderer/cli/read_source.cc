#include "cli/read_source.h"

#include <iostream>
#include <iterator>

#include "lembar/source_file.h"

namespace lembar::cli {

std::optional<Diagnostic> read_source(const std::string& name, Source& source) {
  if (name != "-") return read_source_file(name, source);
  source.name = name;
  source.bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
  if (!std::cin.bad()) return std::nullopt;
  return Diagnostic{Severity::error, Fault::surroundings, "system-read", {"stdin", 0, 0, 1, {}},
                    {"Masukan tidak dapat dibaca.", "The input cannot be read."}, {{"Beri nama berkasnya.", "Name the file."}}};
}

}  // namespace lembar::cli
