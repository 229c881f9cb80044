// What a finished PDF knows of itself: the sheets in it, what it was made from and with, and who has signed.
//
// Functions on bytes: nothing is read from disk or written to it, nothing is thrown, and bytes of any kind will do. A PDF is
// *ours* where it carries Lembar's mark, which stays when somebody signs it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lembar/diagnostic.h"
#include "lembar/record_sheet.h"

namespace lembar {

// A file inside the PDF. `other`: not attached by Lembar.
enum class RecordRole { source, picture, template_file, other };
struct RecordFile {
  std::string name;          // its name in the PDF; unique there
  RecordRole role = RecordRole::other;
  std::string path;          // where it stood: from the source's folder, of a template as it was named
  std::string bytes;
  std::string media_type;    // "text/xml"
  std::string relationship;  // AFRelationship without its slash: Source, Supplement
  std::string description;
};

// Which program made the sheet from what: enough to make it again.
struct RecordOrigin {
  std::string version;                                         // "0.1.0"
  std::vector<std::pair<std::string, std::string>> libraries;  // name, version
  std::vector<std::pair<std::string, std::string>> options;    // those that the user gave, by name: template, paper, sign …
  std::vector<std::pair<std::string, std::string>> fonts;      // file name, hash of its bytes
};

// Whether a signature fits the bytes that it covers; unknown: it does not tell by SHA-256.
enum class SignatureFit { unknown, fits, broken };

// A signature field, filled or not.
struct RecordSignature {
  std::string field;    // its full name
  bool is_signed = false;
  std::string signer;   // as the signature names him; may be empty
  std::string time;     // a PDF date, "D:20250401…"; may be empty
  // The signed revision is the file's first `covered` bytes, without the signature itself; 0: it says so in no way that
  // makes sense, and is worth nothing.
  std::size_t covered = 0;
  SignatureFit fit = SignatureFit::unknown;
};

struct Record {
  bool ours = false;
  int pages = 0;
  RecordOrigin origin;
  std::vector<RecordSheet> sheets;
  std::vector<RecordFile> files;  // the one to begin with first
  std::vector<RecordSignature> signatures;

  bool is_signed() const {
    for (const RecordSignature& signature : signatures)
      if (signature.is_signed) return true;
    return false;
  }
};

struct RecordResult {
  std::optional<Record> record;  // absent exactly when a diagnostic is an error: no PDF at all, or a broken one
  std::vector<Diagnostic> diagnostics;
};

// `name` is for the diagnostics only.
RecordResult read_record(const std::string& name, const std::string& pdf);

}  // namespace lembar
