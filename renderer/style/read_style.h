// Reads a template, and those that it extends, into a complete style.
//
// A template says only what differs from the one that it extends; the outermost base must say everything, so that
// nobody after this stage asks for a default. Strict as the reader of sheets: an unknown word is an error with its line
// and the nearest word known.
#pragma once

#include <string>

#include "base/file_loader.h"
#include "base/outcome.h"
#include "base/source_span.h"
#include "style/sheet_style.h"

namespace lembar::style {

// What a sheet or the command line says in place of the template.
struct StyleOverrides {
  std::string paper;        // A4 F4 folio legal A3, or 215x330mm; empty: the template's
  SourceSpan paper_where;   // where the sheet says so
  SourceSpan template_where;
};

// `template_name` is the name of a file in `templates_dir` without its ending, or a path from where the program runs;
// empty: p35. The files read are added to `files`.
Outcome<SheetStyle> read_style(SourceFiles& files, const std::string& templates_dir, const std::string& template_name,
                               const StyleOverrides& overrides, const FileLoader& loader = read_from_disk);

// Whether it is a path: it holds a slash or ends in .xml.
bool is_template_path(const std::string& name);

// The names that `templates_dir` offers, sorted.
std::vector<std::string> template_names(const std::string& templates_dir);

}  // namespace lembar::style
