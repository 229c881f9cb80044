// Makes a record of a canvas's PDF, PDF/A-3a and PDF/UA-1 at once: dates and metadata of the document instead of the clock's,
// a colour profile, the language, the tree of tags, links and signature fields, the source inside, a stable identity.
//
// Knows nothing of procedures: what it writes is handed in. The same input gives the same bytes; nothing here
// reads a clock. tests/conformance asks validators whether the claim holds.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"
#include "finish/tag_element.h"
#include "lembar/record.h"

namespace lembar::finish {

struct FinishInput {
  std::string title, author, subject, keywords;
  std::string date;              // YYYY-MM-DD
  std::string language = "id-ID";
  std::string producer;          // "Lembar 0.1.0"
  std::vector<RecordSheet> sheets;
  RecordOrigin origin;
  std::vector<RecordFile> files;  // the source first
  std::vector<TagElement> tags;  // in reading order
  std::vector<LinkAnnotation> links;
  std::vector<SignatureField> signature_fields;
};

// Faults of the library become a diagnostic of the surroundings. Both are let go of as soon as they are used up: of a
// long document each is a good part of the memory.
Outcome<std::string> finish_pdf(std::string drawn, FinishInput input);

// "11.3.0", for --version.
std::string qpdf_library_version();

}  // namespace lembar::finish
