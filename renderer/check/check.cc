#include "check/check.h"

#include "check/bounds.h"
#include "check/connect.h"
#include "check/numbers.h"
#include "check/spans.h"

namespace lembar::check {

namespace {

// For tables that have no lanes at all: the members of CheckedTable are never null.
const model::Lanes& no_lanes() {
  static const model::Lanes none;
  return none;
}

model::CheckedProcedure check_procedure(const model::Procedure& procedure, Findings& findings) {
  model::CheckedProcedure checked;
  checked.procedure = &procedure;
  if (procedure.lanes) check_lanes(*procedure.lanes, findings);
  if (procedure.head) check_head(*procedure.head, findings);
  bound_words(procedure, findings);
  const Names names(procedure, findings);
  for (std::size_t t = 0; t < procedure.tables.size(); ++t) {
    const model::FlowTable& table = procedure.tables[t];
    model::CheckedTable out;
    out.table = &table;
    out.lanes = table.lanes ? &*table.lanes : procedure.lanes ? &*procedure.lanes : &no_lanes();
    out.head = table.head ? &*table.head : procedure.head ? &*procedure.head : nullptr;
    if (table.lanes) check_lanes(*table.lanes, findings);
    if (table.head) check_head(*table.head, findings);
    check_actors(table, *out.lanes, findings);
    bound_table(table, findings);
    check_spans(table, findings);
    out.edges = connect(procedure, static_cast<int>(t), names, findings);
    Numbers numbers = number_rows(table);
    out.numbers = std::move(numbers.printed);
    out.counted = std::move(numbers.counted);
    checked.tables.push_back(std::move(out));
  }
  return checked;
}

}  // namespace

Outcome<model::CheckedDocument> check_document(model::Document document, const SourceFiles& files) {
  Findings findings(files);
  model::CheckedDocument checked;
  const auto owned = std::make_shared<const model::Document>(std::move(document));
  for (const model::Procedure& procedure : owned->procedures)
    checked.procedures_.push_back(check_procedure(procedure, findings));
  checked.document_ = owned;

  Outcome<model::CheckedDocument> outcome;
  const bool failed = findings.any_error();
  outcome.diagnostics = findings.take();
  if (!failed) outcome.value = std::move(checked);
  return outcome;
}

}  // namespace lembar::check
