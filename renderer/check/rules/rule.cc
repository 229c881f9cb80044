#include "check/rules/rule.h"

#include <algorithm>

#include "base/assert.h"
#include "check/check.h"

namespace lembar::check {

void RuleReport::add(const SourceSpan& where, Wording message, std::vector<Wording> remedies) {
  if (rule_.severity == Severity::warning) findings_.warning(where, rule_.code, std::move(message), std::move(remedies));
  else findings_.remark(where, rule_.code, std::move(message), std::move(remedies));
}

const std::vector<Rule>& all_rules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all;
    for (auto part : {identity_rules(), nip_rules(), flow_rules(), cell_rules()}) all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.code < b.code; });
    for (const Rule& rule : all) LEMBAR_ASSERT(rule.severity != Severity::error, "lint stops nothing");
    return all;
  }();
  return rules;
}

std::vector<Diagnostic> lint_document(const model::CheckedDocument& document, const SourceFiles& files) {
  Findings findings(files);
  for (const model::CheckedProcedure& procedure : document.procedures()) {
    for (const Rule& rule : all_rules()) {
      RuleReport report(rule, findings);
      rule.check(procedure, report);
    }
  }
  return findings.take();
}

}  // namespace lembar::check
