#include "check/connect.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/letters.h"
#include "base/nearest_word.h"
#include "check/bounds.h"

namespace lembar::check {

using namespace model;

namespace {

// Authors slip in two ways: a letter wrong in the id, or the words of the head in its place.
std::string lane_meant(const std::string& given, const std::vector<const Actor*>& actors) {
  if (actors.size() > kMostCompared) return {};
  std::vector<std::string> ids;
  for (const Actor* actor : actors) {
    if (small_letters(plain_text(actor->runs)) == small_letters(given)) return actor->id;
    ids.push_back(actor->id);
  }
  return nearest_word(given, ids);
}

void unknown_lane(const Text& given, const std::vector<const Actor*>& actors, Findings& findings) {
  std::vector<Wording> remedies;
  if (findings.full()) {
    // Only counted: no use to look through all lanes for each of many thousand symbols.
  } else if (actors.empty()) {
    remedies.push_back({"Tulis <pelaksana> dengan <aktor id=" + in_quotes(given.value) + ">.", "Write a <pelaksana> with <aktor id=" + in_quotes(given.value) + ">."});
  } else if (const std::string near = lane_meant(given.value, actors); !near.empty()) {
    remedies.push_back({"Maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
  } else {
    constexpr std::size_t kMostListed = 15;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(actors.size(), kMostListed); ++i) ids.push_back(actors[i]->id);
    remedies.push_back({"Yang ada: " + joined(ids) + ".", "There are: " + joined(ids) + "."});
  }
  findings.error(given.where, "actor-unknown",
                 {"Pelaksana " + in_quotes(given.value) + " tidak ada dalam <pelaksana>.", "There is no lane " + in_quotes(given.value) + " in <pelaksana>."},
                 std::move(remedies));
}

std::string line_of(const SourceSpan& where) { return std::to_string(where.line); }

void unknown_target(const Connector& connector, int table, const Names& names, Findings& findings) {
  std::vector<Wording> remedies;
  if (const std::string near = findings.full() ? "" : names.nearest(connector.to.value, table); !near.empty())
    remedies.push_back({"Maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
  else
    remedies.push_back({"Tulis id langkah atau simbol dari tabel yang sama.", "Write the id of a step or symbol of the same table."});
  findings.error(connector.to.where, "target-unknown",
                 {"Alur ini menuju " + in_quotes(connector.to.value) + ", yang tidak ada.", "This connector leads to " + in_quotes(connector.to.value) + ", which does not exist."},
                 std::move(remedies));
}

// Words beside a line are read in passing; no lane has room for a paragraph.
constexpr std::ptrdiff_t kMostLettersOfLabel = 300;

bool label_too_long(const Connector& connector, Findings& findings) {
  const auto letters = std::count_if(connector.label.begin(), connector.label.end(), [](char c) { return !continues_character(c); });
  if (letters <= kMostLettersOfLabel) return false;
  const std::string count = std::to_string(letters), most = std::to_string(kMostLettersOfLabel);
  findings.error(connector.where, "label-too-long",
                 {"Label alur ini " + count + " huruf panjangnya; paling banyak " + most + ".", "The label of this connector has " + count + " letters; " + most + " at most."},
                 {{"Tulis satu dua kata, misalnya Ya atau Tidak, dan uraikan selebihnya dalam uraian.", "Write a word or two, Ya or Tidak for example, and the rest in the uraian."}});
  return true;
}

// Null where the connector leads nowhere that can be drawn; said so then.
const Names::Target* resolve(const Connector& connector, SymbolRef from, int table, const Names& names, Findings& findings) {
  const Names::Target* target = names.find(connector.to.value);
  const std::string id = in_quotes(connector.to.value);
  if (!target) {
    unknown_target(connector, table, names, findings);
    return nullptr;
  }
  if (target->table != table) {
    findings.error(connector.to.where, "target-elsewhere",
                   {id + " di baris " + line_of(target->where) + " berada dalam <prosedur> lain; alur tidak dapat keluar dari tabelnya.",
                    id + " on line " + line_of(target->where) + " stands in another <prosedur>; a connector cannot leave its table."},
                   {{"Akhiri dengan simbol selesai dan sebut prosedur lain itu dalam uraian.",
                     "End with a symbol selesai and name the other procedure in the uraian."}});
    return nullptr;
  }
  if (!target->drawn) {
    findings.error(connector.to.where, "target-empty",
                   {"Langkah " + id + " tidak bersimbol, jadi alur tidak dapat menuju ke sana.",
                    "Step " + id + " holds no symbol, so no connector can lead to it."},
                   {{"Tuju simbol yang mencakup baris itu, atau beri langkah itu simbol.",
                     "Lead to the symbol that covers that row, or give that step one."}});
    return nullptr;
  }
  if (target->symbol == from) {
    findings.error(connector.to.where, "connector-self",
                   {"Alur ini kembali ke simbolnya sendiri.", "This connector leads back to its own symbol."},
                   {{"Tuju langkah yang diulang, atau hapus alur ini.", "Lead to the step that is repeated, or remove it."}});
    return nullptr;
  }
  return target;
}

bool flows_on_by_itself(const Symbol& symbol) {
  return symbol.connectors.empty() && !symbol.dead_end && symbol.kind != SymbolKind::end && symbol.kind != SymbolKind::decision;
}

// A decision has a corner for each arrow out and one for all that come in.
void check_corners(const FlowTable& table, const std::vector<Edge>& edges, Findings& findings) {
  constexpr int kCorners = 4;
  struct Ends {
    int exits = 0;
    bool entered = false;
  };
  std::map<SymbolRef, Ends> ends;
  for (const Edge& edge : edges) {
    ++ends[edge.from].exits;
    ends[edge.to].entered = true;
  }
  for (const auto& [at, end] : ends) {
    const Symbol& symbol = std::get<Step>(table.rows[at.row]).symbols[at.symbol];
    if (symbol.kind != SymbolKind::decision || end.exits + (end.entered ? 1 : 0) <= kCorners) continue;
    const std::string id = in_quotes(symbol.id), exits = std::to_string(end.exits);
    findings.error(symbol.where, "decision-without-corner",
                   {"Keputusan " + id + " mempunyai " + exits + " panah keluar" + (end.entered ? " dan panah masuk" : "") + "; belah ketupat hanya bersudut empat.",
                    "The decision " + id + " has " + exits + " arrows out" + (end.entered ? " and arrows in" : "") + "; a diamond has four corners."},
                   {{"Arahkan cabang yang sama ke satu kotak sesudah keputusan, lalu bagi dari kotak itu.",
                     "Lead branches of one answer to a box after the decision, and divide them from there."}});
  }
}

}  // namespace

void check_lanes(const Lanes& lanes, Findings& findings) {
  bound_lanes(lanes, findings);
  std::set<std::string> seen;
  for (const Actor* actor : lanes.actors())
    if (!seen.insert(actor->id).second)
      findings.error(actor->where, "id-twice",
                     {"Id aktor " + in_quotes(actor->id) + " sudah dipakai.", "The actor id " + in_quotes(actor->id) + " is already used."},
                     {{"Beri id lain; kata-kata kepalanya boleh sama.", "Choose another; the words of the heads may be the same."}});
}

void check_actors(const FlowTable& table, const Lanes& lanes, Findings& findings) {
  const std::vector<const Actor*> actors = lanes.actors();
  std::set<std::string_view> ids;
  for (const Actor* actor : actors) ids.insert(actor->id);
  for (const Row& row : table.rows) {
    const auto* step = std::get_if<Step>(&row);
    if (!step) continue;
    for (const Symbol& symbol : step->symbols) {
      if (!ids.count(symbol.actor.value)) unknown_lane(symbol.actor, actors, findings);
      if (symbol.actor_to && !ids.count(symbol.actor_to->value)) unknown_lane(*symbol.actor_to, actors, findings);
    }
  }
}

std::vector<Edge> connect(const Procedure& procedure, int table, const Names& names, Findings& findings) {
  const auto& rows = procedure.tables[table].rows;
  std::vector<SymbolRef> order;
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (const auto* step = std::get_if<Step>(&rows[r]))
      for (std::size_t s = 0; s < step->symbols.size(); ++s) order.push_back({static_cast<int>(r), static_cast<int>(s)});

  std::vector<Edge> edges;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Symbol& symbol = std::get<Step>(rows[order[i].row]).symbols[order[i].symbol];
    for (const Connector& connector : symbol.connectors) {
      if (label_too_long(connector, findings)) continue;
      if (const auto* target = resolve(connector, order[i], table, names, findings))
        edges.push_back({order[i], target->symbol, connector.label, connector.plain, false, connector.where});
    }
    if (flows_on_by_itself(symbol) && i + 1 < order.size())
      edges.push_back({order[i], order[i + 1], {}, false, true, symbol.where});
  }
  check_corners(procedure.tables[table], edges, findings);
  return edges;
}

}  // namespace lembar::check
