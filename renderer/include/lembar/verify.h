// Proves that a PDF is what the source inside it makes: the sheet is rendered again from the PDF alone, and compared.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lembar/record.h"
#include "lembar/render.h"

namespace lembar {

enum class Verdict {
  same,           // byte for byte, but for signatures appended to it
  changed,        // another source, or a PDF that was worked on
  other_version,  // another Lembar, library or font made it: bytes differ, contents were compared
  not_ours,
};

struct Verification {
  Verdict verdict = Verdict::not_ours;
  std::vector<Wording> differences;  // where; of other_version: none where the contents are the same
  std::vector<Wording> made_with;    // of other_version: what was another one
  Record record;
  // How many bytes at the file's beginning are, untouched, what the source makes. What follows was appended.
  std::size_t original = 0;
  std::size_t file_size = 0;
  // With errors there is no verdict: no PDF, or a source inside that cannot be drawn.
  std::vector<Diagnostic> diagnostics;

  // No signature is broken, or covers nothing.
  bool signatures_hold() const;
  // The sheet says what its source says, and the signatures hold.
  bool holds() const;
};

// `name` is for the diagnostics. `fonts_folder`: an office's own fonts, where the sheet was made with some; else empty.
Verification verify(const std::string& name, const std::string& pdf, const std::string& fonts_folder);

// The lines in which the program tells of it.
std::vector<Wording> verification_text(const Verification& verification);

// The same for programs, by the names of the files: docs/verify-json.md.
std::string verifications_json(const std::vector<std::pair<std::string, Verification>>& verifications);

// Where each file of a PDF goes in a folder, so that the source finds the others: paths without "..", each once.
std::vector<std::string> places_of(const std::vector<RecordFile>& files);

}  // namespace lembar
