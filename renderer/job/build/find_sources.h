// Which sources a build is about, and where each result goes.
#pragma once

#include <string>
#include <vector>

#include "lembar/build.h"

namespace lembar::job {

struct BuildSource {
  std::string path;    // to read it
  std::string target;  // seen from the output folder: the same folders, the ending .pdf
  bool named = false;  // the list names it: it has to be a sheet
};

struct FoundSources {
  std::vector<BuildSource> sources;     // of this share, by target
  std::vector<BuiltSheet> failures;     // a second source for a result that has one
  std::vector<Diagnostic> diagnostics;  // folders that could not be read
};

// Hidden files and folders are left out, and so are kept sources of former revisions and the output folder; links to folders are not followed.
FoundSources find_sources(const BuildOptions& options);

// The outermost element of an XML file, as far as its first bytes tell; empty where they do not.
std::string root_name(const std::string& bytes);

}  // namespace lembar::job
