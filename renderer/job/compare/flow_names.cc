#include "job/compare/flow_names.h"

namespace lembar::job {

const model::Step& step_at(const model::CheckedTable& table, int row) { return std::get<model::Step>(table.table->rows[row]); }

Wording row_name(const model::CheckedTable& table, int row) {
  const model::Row& r = table.table->rows[row];
  if (const auto* step = std::get_if<model::Step>(&r)) {
    const std::string& number = table.numbers[row];
    const std::string name = number.empty() ? "(" + step->id + ")" : number;
    return {"langkah " + name, "step " + name};
  }
  if (const auto* section = std::get_if<model::SectionRow>(&r)) {
    const std::string words = "\"" + model::plain_text(section->text) + "\"";
    return {"bagian " + words, "section " + words};
  }
  return {"baris jumlah", "total row"};
}

std::string lane_name(const model::Lanes& lanes, const std::string& actor) {
  for (const model::Actor* a : lanes.actors()) {
    if (a->id != actor) continue;
    const std::string words = model::plain_text(a->runs);
    return words.empty() ? a->id : words;
  }
  return actor;
}

const char* shape_name(model::SymbolKind kind) {
  switch (kind) {
    case model::SymbolKind::start: return "mulai";
    case model::SymbolKind::end: return "selesai";
    case model::SymbolKind::decision: return "keputusan";
    case model::SymbolKind::circle: return "lingkaran";
    case model::SymbolKind::process: break;
  }
  return "proses";
}

Wording symbol_name(const model::CheckedTable& table, const model::SymbolRef& ref) {
  Wording name = row_name(table, ref.row);
  if (step_at(table, ref.row).symbols.size() < 2) return name;
  const std::string n = std::to_string(ref.symbol + 1);
  return {name.id + ", simbol " + n, name.en + ", symbol " + n};
}

std::string target_name(const model::CheckedTable& table, const model::SymbolRef& ref) {
  const model::Step& step = step_at(table, ref.row);
  const std::string& number = table.numbers[ref.row];
  const std::string name = number.empty() ? step.id : number;
  if (step.symbols.size() < 2) return name;
  const model::Symbol& symbol = step.symbols[ref.symbol];
  return name + " (" + shape_name(symbol.kind) + ", " + lane_name(*table.lanes, symbol.actor.value) + ")";
}

}  // namespace lembar::job
