// Who is called what within one procedure: its steps and symbols, table by table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/findings.h"
#include "model/checked_document.h"

namespace lembar::check {

// The names of one procedure's steps and symbols. Building it reports those given twice.
class Names {
 public:
  Names(const model::Procedure& procedure, Findings& findings);

  struct Target {
    int table = 0;
    model::SymbolRef symbol;
    bool drawn = false;  // false: a step that holds no symbol
    SourceSpan where;
  };
  // Null where nobody is called so.
  const Target* find(std::string_view id) const;
  // The name in that table, of something that a connector can reach, nearest to `id`; empty: none is near.
  std::string nearest(std::string_view id, int table) const;

 private:
  void add(const std::string& id, const Target& target, Findings& findings);

  std::map<std::string, Target, std::less<>> targets_;
};

}  // namespace lembar::check
