// The flow as a graph: starts, ends, what can be reached, how decisions part, which lanes are used.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "check/numbers.h"
#include "check/rules/rule.h"

namespace lembar::check {

using namespace model;

namespace {

// The symbols of one table in document order, with the connectors between them by index.
struct Graph {
  std::vector<SymbolRef> refs;
  std::vector<const Symbol*> symbols;
  std::vector<std::vector<int>> onward, back;

  explicit Graph(const CheckedTable& checked) {
    std::map<SymbolRef, int> index;
    const auto& rows = checked.table->rows;
    for (std::size_t r = 0; r < rows.size(); ++r)
      if (const auto* step = std::get_if<Step>(&rows[r]))
        for (std::size_t s = 0; s < step->symbols.size(); ++s) {
          const SymbolRef ref{static_cast<int>(r), static_cast<int>(s)};
          index[ref] = static_cast<int>(refs.size());
          refs.push_back(ref);
          symbols.push_back(&step->symbols[s]);
        }
    onward.resize(refs.size());
    back.resize(refs.size());
    for (const Edge& edge : checked.edges) {
      join(index[edge.from], index[edge.to]);
      // A line without a head joins two performers of one piece of work: both ways are right.
      if (edge.plain) join(index[edge.to], index[edge.from]);
    }
  }

  void join(int from, int to) {
    onward[from].push_back(to);
    back[to].push_back(from);
  }

  std::vector<bool> reached(std::vector<int> open, const std::vector<std::vector<int>>& ways) const {
    std::vector<bool> seen(refs.size(), false);
    for (int i : open) seen[i] = true;
    while (!open.empty()) {
      const int at = open.back();
      open.pop_back();
      for (int next : ways[at])
        if (!seen[next]) {
          seen[next] = true;
          open.push_back(next);
        }
    }
    return seen;
  }

  std::vector<int> of_kind(SymbolKind kind) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < symbols.size(); ++i)
      if (symbols[i]->kind == kind) found.push_back(static_cast<int>(i));
    return found;
  }
};

void starts(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    const Graph graph(table);
    const auto found = graph.of_kind(SymbolKind::start);
    if (graph.refs.empty() || found.size() == 1) continue;
    if (found.empty())
      report.add(table.table->where, {"Alur ini tidak punya simbol mulai.", "This flow has no start."}, {{"Beri simbol pertama bentuk=\"mulai\".", "Give the first symbol bentuk=\"mulai\"."}});
    else
      report.add(graph.symbols[found[1]]->where, {"Alur ini punya lebih dari satu simbol mulai.", "This flow has more than one start."}, {{"Bila tidak disengaja, sisakan satu.", "Where that is not meant, keep one."}});
  }
}

void ends(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    const Graph graph(table);
    if (!graph.refs.empty() && graph.of_kind(SymbolKind::end).empty())
      report.add(table.table->where, {"Alur ini tidak punya simbol selesai.", "This flow has no end."}, {{"Beri simbol terakhir bentuk=\"selesai\".", "Give the last symbol bentuk=\"selesai\"."}});
  }
}

void unreachable(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    const Graph graph(table);
    if (graph.refs.empty()) continue;
    std::vector<int> first = graph.of_kind(SymbolKind::start);
    if (first.empty()) first.push_back(0);
    const auto seen = graph.reached(first, graph.onward);
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (!seen[i]) {
        const std::string id = in_quotes(graph.symbols[i]->id);
        report.add(graph.symbols[i]->where, {"Simbol " + id + " tidak tercapai dari awal alur.", "Symbol " + id + " cannot be reached from the start."}, {{"Tambahkan <alur> yang menuju ke sana.", "Add an <alur> that leads to it."}});
      }
  }
}

void no_way_out(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    const Graph graph(table);
    std::vector<int> last = graph.of_kind(SymbolKind::end);
    if (last.empty()) continue;  // said by the rule of ends, once
    for (std::size_t i = 0; i < graph.symbols.size(); ++i)
      if (graph.symbols[i]->dead_end) last.push_back(static_cast<int>(i));
    const auto seen = graph.reached(last, graph.back);
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (!seen[i]) {
        const std::string id = in_quotes(graph.symbols[i]->id);
        report.add(graph.symbols[i]->where, {"Dari simbol " + id + " akhir alur tidak tercapai.", "From symbol " + id + " no end can be reached."}, {{"Tambahkan <alur>, atau tulis buntu=\"ya\" bila memang berhenti di sini.", "Add an <alur>, or write buntu=\"ya\" where it does end here."}});
      }
  }
}

void numbers_skip(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    std::optional<int> last;
    for (std::size_t r = 0; r < table.table->rows.size(); ++r) {
      const auto* step = std::get_if<Step>(&table.table->rows[r]);
      const auto number = step ? number_in(table.numbers[r]) : std::nullopt;
      if (!number) continue;
      if (last && *number != *last + 1) {
        const std::string a = std::to_string(*last), b = std::to_string(*number);
        report.add(step->where, {"Nomor " + b + " mengikuti nomor " + a + ".", "Number " + b + " follows number " + a + "."}, {{"Hapus nomor=\"…\" agar dihitung, bila tidak disengaja.", "Remove nomor=\"…\" to have it counted, if it is not meant."}});
      }
      last = number;
    }
  }
}

void no_symbol(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    int covered = 0;  // rows still covered by a symbol above
    for (const Row& row : table.table->rows) {
      const auto* step = std::get_if<Step>(&row);
      if (!step) continue;
      if (step->symbols.empty() && covered <= 0)
        report.add(step->where, {"Langkah " + in_quotes(step->id) + " tidak punya pelaksana.", "Step " + in_quotes(step->id) + " has nobody who does it."}, {{"Tambahkan pelaksana=\"…\".", "Add pelaksana=\"…\"."}});
      --covered;
      for (const Symbol& symbol : step->symbols) covered = std::max(covered, symbol.rows - 1);
    }
  }
}

// Of each lane, whether a symbol of the table stands in it or reaches over it.
std::vector<bool> lanes_used(const CheckedTable& table) {
  const auto actors = table.lanes->actors();
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < actors.size(); ++i) places[actors[i]->id] = i;
  // How many symbols begin at a lane less those that ended before it.
  std::vector<int> change(actors.size() + 1, 0);
  for (const Row& row : table.table->rows) {
    const auto* step = std::get_if<Step>(&row);
    if (!step) continue;
    for (const Symbol& symbol : step->symbols) {
      const std::size_t a = places.at(symbol.actor.value), b = symbol.actor_to ? places.at(symbol.actor_to->value) : a;
      ++change[std::min(a, b)];
      --change[std::max(a, b) + 1];
    }
  }
  std::vector<bool> used(actors.size());
  int here = 0;
  for (std::size_t i = 0; i < used.size(); ++i) used[i] = (here += change[i]) > 0;
  return used;
}

void unused_lane(const CheckedProcedure& checked, RuleReport& report) {
  // Lanes that several tables share are used where one of them does.
  std::map<const Lanes*, std::vector<bool>> used;
  std::vector<const Lanes*> order;
  for (const CheckedTable& table : checked.tables) {
    const auto [known, fresh] = used.emplace(table.lanes, std::vector<bool>());
    if (fresh) order.push_back(table.lanes);
    const std::vector<bool> here = lanes_used(table);
    known->second.resize(here.size());
    for (std::size_t i = 0; i < here.size(); ++i) known->second[i] = known->second[i] || here[i];
  }
  for (const Lanes* lanes : order) {
    std::size_t i = 0;
    for (const Actor* actor : lanes->actors())
      if (!used[lanes][i++])
        report.add(actor->where, {"Lajur " + in_quotes(plain_text(actor->runs)) + " tidak dipakai langkah mana pun.", "Lane " + in_quotes(plain_text(actor->runs)) + " is used by no step."}, {{"Hapus lajur itu, atau beri langkahnya.", "Remove the lane, or give it its step."}});
  }
}

void decision_exits(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables)
    for (const Symbol* symbol : Graph(table).symbols) {
      if (symbol->kind != SymbolKind::decision) continue;
      const std::size_t exits = symbol->connectors.size();
      const std::string decision_id = "Keputusan " + in_quotes(symbol->id), decision_en = "Decision " + in_quotes(symbol->id), count = std::to_string(exits);
      if (exits < 2)
        report.add(symbol->where, {decision_id + (exits == 0 ? " tidak bercabang." : " hanya punya satu jalan keluar."), decision_en + (exits == 0 ? " has no exits." : " has only one exit.")},
                   {{"Tulis dua <alur>, misalnya berlabel Ya dan Tidak.", "Write two <alur>, labelled Ya and Tidak for example."}});
      else if (exits > 2)
        report.add(symbol->where, {decision_id + " bercabang " + count + "; pedoman mengenal dua.", decision_en + " has " + count + " exits; the guideline knows two."},
                   {{"Bila dapat, bagi menjadi keputusan yang berturut-turut.", "Where that can be, divide it into decisions one after the other."}});
      else if (std::any_of(symbol->connectors.begin(), symbol->connectors.end(), [](const Connector& c) { return c.label.empty(); }))
        report.add(symbol->where, {decision_id + " punya jalan keluar tanpa label.", decision_en + " has an exit without a label."},
                   {{"Beri label pada kedua <alur>, misalnya Ya dan Tidak.", "Label both <alur>, Ya and Tidak for example."}});
    }
}

void same_exit(const CheckedProcedure& checked, RuleReport& report) {
  for (const CheckedTable& table : checked.tables) {
    std::map<SymbolRef, std::set<SymbolRef>> targets;
    for (const Edge& edge : table.edges) {
      const Symbol& from = std::get<Step>(table.table->rows[edge.from.row]).symbols[edge.from.symbol];
      if (from.kind == SymbolKind::decision && !targets[edge.from].insert(edge.to).second)
        report.add(edge.where, {"Dua jalan keluar keputusan ini menuju tempat yang sama.", "Two exits of this decision lead to the same place."}, {{"Periksa tujuan <alur> ini.", "Check where this <alur> leads."}});
    }
  }
}

}  // namespace

std::vector<Rule> flow_rules() {
  constexpr auto kWarning = Severity::warning;
  return {
      {"L100", kWarning, starts},
      {"L101", kWarning, ends},
      {"L102", kWarning, unreachable},
      {"L103", kWarning, no_way_out},
      {"L104", kWarning, numbers_skip},
      {"L105", kWarning, no_symbol},
      {"L107", kWarning, unused_lane},
      {"L130", kWarning, decision_exits},
      {"L131", kWarning, same_exit},
  };
}

}  // namespace lembar::check
