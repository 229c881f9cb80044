// A source file of one sheet, parsed for change by places.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "job/read_checked.h"
#include "read/xml_tree.h"

namespace lembar::job {

struct SheetSource {
  std::shared_ptr<const Source> source;  // opened: the XML, where a PDF was given
  read::XmlNode root;                    // <sop> or <himpunan>
  FileLoader loader;               // of the files that it includes
};

// Absent where it has errors; they are appended.
std::optional<SheetSource> read_sheet_source(const Source& given, std::vector<Diagnostic>& diagnostics);

// What came of changed bytes: read and checked again. Asserts that it is right, for the changes are ours.
void prove_readable(const Source& changed, const FileLoader& loader);

}  // namespace lembar::job
