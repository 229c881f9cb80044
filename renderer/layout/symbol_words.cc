#include "layout/symbol_words.h"

#include <algorithm>
#include <map>

namespace lembar::layout {

namespace {

const char* kind_words(model::SymbolKind kind) {
  switch (kind) {
    case model::SymbolKind::start: return "mulai";
    case model::SymbolKind::end: return "selesai";
    case model::SymbolKind::decision: return "keputusan";
    case model::SymbolKind::circle: return "penghubung";
    case model::SymbolKind::process: break;
  }
  return "proses";
}

class TableDescriber {
 public:
  explicit TableDescriber(const model::CheckedTable& table) : table_(table) {
    for (const model::Actor* actor : table.lanes->actors()) lanes_[actor->id] = model::plain_text(actor->runs);
  }

  void collect(std::map<std::string, std::string>& alts) const {
    const auto& rows = table_.table->rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto* step = std::get_if<model::Step>(&rows[r]);
      if (!step) continue;
      for (std::size_t s = 0; s < step->symbols.size(); ++s)
        alts[step->symbols[s].id] = words(step->symbols[s], {static_cast<int>(r), static_cast<int>(s)});
    }
  }

 private:
  std::string lane(const std::string& id) const {
    const auto it = lanes_.find(id);
    return it == lanes_.end() ? id : it->second;
  }

  std::string words(const model::Symbol& symbol, model::SymbolRef ref) const {
    std::string out = kind_words(symbol.kind);
    const std::string inside = model::plain_text(symbol.runs);
    if (!inside.empty()) out += " \"" + inside + "\"";
    out += ", " + lane(symbol.actor.value);
    if (symbol.actor_to) out += " sampai " + lane(symbol.actor_to->value);
    std::string ways;
    // The edges stand in the order of their sources.
    auto edge = std::lower_bound(table_.edges.begin(), table_.edges.end(), ref, [](const model::Edge& e, const model::SymbolRef& r) { return e.from < r; });
    for (; edge != table_.edges.end() && edge->from == ref; ++edge) ways += (ways.empty() ? ": " : ", ") + way(*edge);
    return out + ways;
  }

  std::string way(const model::Edge& edge) const {
    const std::string& number = table_.numbers[edge.to.row];
    const std::string target = number.empty() ? "langkah berikut" : "langkah " + number;
    if (edge.plain) return "bersama " + target;
    std::string out = edge.label.empty() ? std::string() : "bila " + edge.label + " ";
    if (edge.to.row < edge.from.row) out += "kembali ";
    return out + "ke " + target;
  }

  const model::CheckedTable& table_;
  std::map<std::string, std::string> lanes_;
};

}  // namespace

void describe_symbols(const model::CheckedDocument& document, PlacedSheet& sheet) {
  for (std::size_t p = 0; p < document.procedures().size(); ++p) {
    std::map<std::string, std::string> alts;
    for (const model::CheckedTable& table : document.procedures()[p].tables) TableDescriber(table).collect(alts);
    const std::string sop = document.document().compilation ? "sop-" + std::to_string(p + 1) : std::string();
    for (PlacedPage& page : sheet.pages) {
      if (page.sop != sop) continue;
      for (PlacedSymbol& symbol : page.symbols) {
        if (symbol.kind != PlacedKind::offpage) {
          symbol.alt = alts[symbol.id];
          continue;
        }
        symbol.alt = "penghubung halaman " + symbol.letter;
        if (!symbol.peers.empty()) symbol.alt += ", halaman " + std::to_string(symbol.peers.front().page);
      }
    }
  }
}

}  // namespace lembar::layout
