// A document in which every reference resolves: what layout takes, and nothing else does.
//
// Only check::check_document can make one, so that layout never asks whether a lane or a target exists.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/outcome.h"
#include "model/document.h"

namespace lembar::model {
class CheckedDocument;
}
namespace lembar::check {
Outcome<model::CheckedDocument> check_document(model::Document document, const SourceFiles& files);
}

namespace lembar::model {

// A symbol's place in its table.
struct SymbolRef {
  int row = 0;     // index into FlowTable::rows; always a Step
  int symbol = 0;  // index into Step::symbols
  auto operator<=>(const SymbolRef&) const = default;
};

// One connector, those that nobody wrote too. In document order: by source symbol, then as written.
struct Edge {
  SymbolRef from, to;
  std::string label;
  bool plain = false;
  bool silent = false;  // not written: the way to the next symbol
  SourceSpan where;
};

struct CheckedTable {
  const FlowTable* table = nullptr;  // owned by the CheckedDocument's Document
  const Lanes* lanes = nullptr;      // its own or the procedure's; never null, may hold no actor
  const Head* head = nullptr;        // its own or the procedure's; null: the template's
  std::vector<Edge> edges;
  std::vector<std::string> numbers;  // bare number of each row (empty for rows that are no steps)
  std::vector<bool> counted;         // of each row: its number was counted, so that the template's number style applies;
                                     // one that the author gave is printed as it stands
};

struct CheckedProcedure {
  const Procedure* procedure = nullptr;
  std::vector<CheckedTable> tables;
};

class CheckedDocument {
 public:
  const Document& document() const { return *document_; }
  const std::vector<CheckedProcedure>& procedures() const { return procedures_; }

 private:
  CheckedDocument() = default;
  friend Outcome<model::CheckedDocument> check::check_document(model::Document document, const SourceFiles& files);

  std::shared_ptr<const Document> document_;
  std::vector<CheckedProcedure> procedures_;
};

}  // namespace lembar::model
