// Makes a record of a canvas's PDF: dates and metadata of the document instead of the clock's, a colour profile,
// the language, words for pictures, the source inside, a stable identity.
//
// Knows nothing of procedures: what it writes is handed in. The same input gives the same bytes; nothing here
// reads a clock. What PDF/A-3 still lacks after this is listed in ARCHITECTURE.md, and the file claims no
// conformance until a validator has agreed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/outcome.h"
#include "lembar/record.h"

namespace lembar::finish {

// Attributes of one structure element, for which a canvas has no words.
struct TagAttributes {
  std::string tag;  // as the canvas wrote it; elements are matched in document order
  std::string alt, scope;
  int column_span = 1, row_span = 1;
};

struct SignatureField {
  std::string name, tooltip;
  int page = 0;  // from 1
  Rect box;      // from the page's top left
};

struct FinishInput {
  std::string title, author, subject, keywords;
  std::string date;              // YYYY-MM-DD
  std::string language = "id-ID";
  std::string producer;          // "Lembar 0.1.0"
  std::vector<RecordSheet> sheets;
  RecordOrigin origin;
  std::vector<RecordFile> files;  // the source first
  std::vector<TagAttributes> tags;
  std::vector<SignatureField> signature_fields;
};

// Faults of the library become a diagnostic of the surroundings.
Outcome<std::string> finish_pdf(const std::string& pdf, const FinishInput& input);

// "11.3.0", for --version.
std::string qpdf_library_version();

}  // namespace lembar::finish
