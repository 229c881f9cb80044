// Keeps finished sheets for good: a plain folder tree by classification, unit and number that any file manager can walk.
//
//   ARCHIVE/000.8.3.3/kecamatan-sungai-tenang/067-015-KST-VII-2023/067-015-KST-VII-2023_rev-00.pdf
//   ARCHIVE/SHA256SUMS    the sum of every PDF; `sha256sum -c SHA256SUMS` proves them without this program
//   ARCHIVE/indeks.csv    every PDF with its words, its status (berlaku, digantikan …) and its retention
//   ARCHIVE/retensi.csv   the table of retention, to be edited there
//
// PDFs are kept byte for byte, signed or not, and never written over, moved or removed. Each is verified as it comes (see
// verify.h): one that is not what its source makes, or whose signature is broken, stays out. So what they say of
// themselves is the truth: the index is made from them and can be made again. A file comes first, whole, then the sums, then the index,
// each by one step of the file system; a run that is killed leaves at most files that the next run enters. Runs on one
// archive take turns, by a lock that dies with its holder.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar {

struct ArchiveOptions {
  std::vector<std::string> from;  // PDFs, or folders with all PDFs in them; may be empty: only mend what a kill left
  std::string archive;
  std::string classification = "000.8.3.3";  // of numbers that say none
  std::string fonts_folder;                   // an office's own fonts, where sheets were made with some; empty: none
};

struct ArchiveReport {
  std::size_t added = 0;
  std::size_t known = 0;    // were there already, byte for byte
  std::size_t mended = 0;   // were in the tree, left by a run that was killed, and are entered now
  std::size_t foreign = 0;  // PDFs in the folders that Lembar has not made
  std::size_t total = 0;    // in the archive
  std::vector<Diagnostic> diagnostics;
};

// `seen(done, total)` is called now and then; it may be empty.
ArchiveReport archive(const ArchiveOptions& options, const std::function<void(std::size_t, std::size_t)>& seen);

struct ArchiveProof {
  std::size_t whole = 0;  // PDFs that are as they were archived
  std::vector<Diagnostic> diagnostics;  // an error for each that is missing, altered, not entered or entered wrongly
};

// Looks at everything: each PDF against its sum and against its line in the index, and what stands in no list.
ArchiveProof verify_archive(const std::string& archive, const std::function<void(std::size_t, std::size_t)>& seen);

}  // namespace lembar
