// Reads the pictures that a document names: logos and those of covers.
//
// A file that is missing is the surroundings' fault, one that is there but no picture the author's; either is
// reported at the words that name it.
#pragma once

#include <map>
#include <string>

#include "base/file_loader.h"
#include "base/findings.h"
#include "layout/layout.h"
#include "model/document.h"

namespace lembar::job {

struct LoadedImages {
  layout::Images images;
  std::map<std::string, std::string> paths;  // from which file, by the same keys
};

LoadedImages load_images(const model::Document& document, const SourceFiles& files, Findings& findings, const FileLoader& loader);

}  // namespace lembar::job
