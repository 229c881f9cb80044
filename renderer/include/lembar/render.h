// All that a program which embeds Lembar may ask for: a source in, finished files and diagnostics out.
//
// Nothing is written to disk here, and nothing is thrown. Files that a source names (pictures, included sheets) are
// read from disk, beside the source; templates and fonts come from Lembar's own folders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar {

// A source file: `name` as the user named it (relative paths in it start there), and its bytes.
struct Source {
  std::string name;
  std::string bytes;
};

enum class FileFormat { pdf, svg, png };
enum class Emit { sheet, model, layout, scene };  // sheet: the finished file; else that stage as JSON
enum class Signing { wet, tte, blank };
enum class CanvasKind { cairo, haru };  // which library draws; haru draws pdf only

struct RenderOptions {
  FileFormat format = FileFormat::pdf;
  Emit emit = Emit::sheet;
  CanvasKind canvas = CanvasKind::cairo;
  int dpi = 150;                   // of png
  std::string template_name;       // empty: what the source says
  std::string paper;               // empty: what the source or the template says
  std::optional<Signing> signing;  // absent: what the source says
  // A review copy: bars beside what changed since this state (XML or a PDF of ours), new words underlined, no signature
  // fields, and no source inside, for it is no record. With `list_changes` the changes are listed behind it.
  std::optional<Source> changes_since;
  bool list_changes = false;
  std::string fonts_folder;        // an office's own fonts, beside those of Lembar; empty: none
};

struct RenderResult {
  // pdf and JSON: one; svg and png: one for each page. Empty exactly when a diagnostic is an error.
  std::vector<std::string> files;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> explanations;  // why a row was cut, a page broken, a connector led around
};

RenderResult render(const Source& source, const RenderOptions& options);

// What is wrong or odd in a source, without drawing it.
std::vector<Diagnostic> check_source(const Source& source);

// Diagnostics as a JSON array, for programs.
std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics);

// The exit status for a program to end with: 0 no error, 1 the input's, 3 the surroundings', 70 ours; the worst counts.
int exit_status(const std::vector<Diagnostic>& diagnostics);

}  // namespace lembar
