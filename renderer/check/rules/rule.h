// Lint: what makes a sheet doubtful without making it impossible. One function for each rule, one row for each in
// the table of rules; a new rule is a new row.
//
// Codes are those of the catalogue of rules (L001 …): stable, for scripts and for switching single ones off.
#pragma once

#include <string>
#include <vector>

#include "base/findings.h"
#include "model/checked_document.h"

namespace lembar::check {

struct Rule;

// Where a rule leaves what it found; it knows the rule's code and severity.
class RuleReport {
 public:
  RuleReport(const Rule& rule, Findings& findings) : rule_(rule), findings_(findings) {}
  void add(const SourceSpan& where, Wording message, std::vector<Wording> remedies = {});

 private:
  const Rule& rule_;
  Findings& findings_;
};

struct Rule {
  std::string code;
  Severity severity = Severity::warning;  // never error: lint stops nothing
  void (*check)(const model::CheckedProcedure&, RuleReport&) = nullptr;
};

// Ordered by code.
const std::vector<Rule>& all_rules();

// The rows that each file of rules brings.
std::vector<Rule> identity_rules();
std::vector<Rule> nip_rules();
std::vector<Rule> flow_rules();
std::vector<Rule> cell_rules();

}  // namespace lembar::check
