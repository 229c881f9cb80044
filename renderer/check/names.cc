#include "check/names.h"

#include "base/nearest_word.h"

namespace lembar::check {

Names::Names(const model::Procedure& procedure, Findings& findings) {
  for (std::size_t t = 0; t < procedure.tables.size(); ++t) {
    const auto& rows = procedure.tables[t].rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto* step = std::get_if<model::Step>(&rows[r]);
      if (!step) continue;
      const int table = static_cast<int>(t), row = static_cast<int>(r);
      add(step->id, {table, {row, 0}, !step->symbols.empty(), step->where}, findings);
      for (std::size_t s = 0; s < step->symbols.size(); ++s) {
        // The first symbol may share its step's name: both lead to it.
        if (s == 0 && step->symbols[s].id == step->id) continue;
        add(step->symbols[s].id, {table, {row, static_cast<int>(s)}, true, step->symbols[s].where}, findings);
      }
    }
  }
}

void Names::add(const std::string& id, const Target& target, Findings& findings) {
  const auto [place, fresh] = targets_.emplace(id, target);
  if (fresh) return;
  const std::string line = std::to_string(place->second.where.line);
  findings.error(target.where, "id-twice",
                 {"Id " + in_quotes(id) + " sudah dipakai di baris " + line + ".", "The id " + in_quotes(id) + " is already used on line " + line + "."},
                 {{"Beri id lain; langkah dan simbol berbagi satu daftar nama.", "Choose another; steps and symbols share one list of names."}});
}

const Names::Target* Names::find(std::string_view id) const {
  const auto found = targets_.find(id);
  return found == targets_.end() ? nullptr : &found->second;
}

std::string Names::nearest(std::string_view id, int table) const {
  std::vector<std::string> known;
  if (targets_.size() > kMostCompared) return {};
  for (const auto& [name, target] : targets_)
    if (target.table == table && target.drawn) known.push_back(name);
  return nearest_word(id, known);
}

}  // namespace lembar::check
