// When an official or a regulation changes: which places of a sheet name the old one, and the sheet with the new one,
// as its next revision.
//
// What is replaced is what stands in the source, by places; every other byte stays. History is never changed: it says
// what was.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lembar/diagnostic.h"
#include "lembar/revise.h"

namespace lembar {

struct Replacement {
  enum class What {
    official,  // a signer: `before` is a name, with or without titles, or a NIP
    words,     // a regulation, or any other words, wherever they are printed
  } what = What::words;
  std::string before, after;
  // Of the new official. A sheet that prints the old one's NIP or rank cannot do without; empty: none is printed.
  std::optional<std::string> nip, rank;
};

struct ReplaceResult {
  // One remark for each place that changes, one warning for each that names the old one and stays as it is.
  std::vector<Diagnostic> places;
  RevisionResult revision;  // bytes empty: nothing changes here, or its diagnostics say why it cannot
};

// `entry.note` empty: it says what was replaced by what.
ReplaceResult replace(const Source& source, const Replacement& replacement, const RevisionEntry& entry);

// The sources below a folder, sorted: XML files that are not hidden and no kept sources of former revisions.
std::vector<std::string> find_sheets(const std::string& folder, std::vector<Diagnostic>& diagnostics);

}  // namespace lembar
