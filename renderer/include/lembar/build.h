// Renders many sheets: a folder with all in it, or a list; only what changed, on several threads.
//
// A sheet is made again when anything that it is made from differs: its source, the files that this includes, its
// pictures, its templates and their bases, the fonts, the options, the program and its libraries; all by content. What
// was made last stands in a journal in the output folder. It is written to after each sheet, so a run that is killed
// costs the sheets that were being drawn and no more; a journal that is lost costs a whole run. Each sheet appears whole
// or not at all. The same sources give the same bytes, however many threads draw them.
//
// Two runs of one share in one output folder take turns, by a lock that dies with its holder. Runs of different shares
// go on side by side, on one machine or many.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lembar/render.h"

namespace lembar {

struct BuildOptions {
  std::string folder;          // every .xml below it that holds a sheet; used where there is no list
  std::optional<Source> list;  // paths, one a line, seen from the list's folder; # starts a comment
  std::string output;          // the folder of the results
  RenderOptions render;        // its format is pdf
  int threads = 0;             // 0: as many as the machine runs at once
  int shard = 1, shards = 1;   // only the K-th of N shares; a source's share depends on its path alone
  bool again = false;          // make all, changed or not
};

enum class SheetState { made, unchanged, failed, no_sheet };  // no_sheet: an XML file that holds something else

struct BuiltSheet {
  std::string source, target;
  SheetState state = SheetState::failed;
  std::vector<Diagnostic> diagnostics;
};

struct BuildProgress {
  std::size_t total = 0, done = 0, failed = 0;
  bool waiting = false;  // for another run in this folder
};

struct BuildReport {
  std::size_t made = 0, unchanged = 0;
  std::size_t warned = 0;              // sheets that were made with warnings
  std::vector<BuiltSheet> failures;    // by source
  std::vector<Diagnostic> diagnostics;  // of the run as a whole: a folder that cannot be read, a journal not written
};

// `seen` is called now and then, by one thread at a time; it may be empty.
BuildReport build(const BuildOptions& options, const std::function<void(const BuildProgress&)>& seen);

}  // namespace lembar
