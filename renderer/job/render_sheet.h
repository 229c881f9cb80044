// Renders one of many sheets: with fonts that stay open, and only where what it is made from is wanted.
#pragma once

#include <functional>
#include <string>

#include "job/finish_input.h"
#include "job/open_fonts.h"
#include "lembar/render.h"

namespace lembar::job {

// Asked before a sheet is drawn, with the digest of all that it is made from.
using Wanted = std::function<bool(const std::string& digest)>;

// Where the files that a sheet names come from.
struct FileStore {
  FileLoader files, templates;
  std::string templates_folder;  // where templates stand that are named without a path
};
// The disk, with Lembar's own templates.
FileStore usual_store();

// No file and no error: it was not wanted.
RenderResult render_sheet(const Source& source, const RenderOptions& options, OpenFonts& fonts, const Wanted& wanted,
                          const FileStore& store = usual_store());

// Two sheets of the same digest have the same bytes: it covers the sources, pictures and templates by content and by
// the names that the PDF gives them, the options, the fonts, and the versions of the program and its libraries.
std::string made_from_digest(const MadeFrom& from, const std::string& fonts);

}  // namespace lembar::job
