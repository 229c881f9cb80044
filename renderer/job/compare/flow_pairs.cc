#include "job/compare/flow_pairs.h"

#include <algorithm>
#include <functional>
#include <map>

#include "job/compare/flow_names.h"
#include "job/compare/match.h"

namespace lembar::job {

using namespace model;

namespace {

constexpr std::size_t kMostTablesWeighed = 300;   // on each side; of more, those that share most rows are paired first
constexpr std::size_t kMostSymbolsWeighed = 300;  // symbols of one step; beyond, they are paired in order

// What a step says: its uraian; where it has none, its other cells, then the words of its symbols.
std::string words_of(const Step& step) {
  std::string words, rest;
  for (const Cell& cell : step.cells) {
    if (cell.column == "uraian") words = plain_text(cell.text);
    else rest += (rest.empty() ? "" : " ") + plain_text(cell.text);
  }
  if (!words.empty()) return words;
  for (const Symbol& symbol : step.symbols) rest += (rest.empty() ? "" : " ") + plain_text(symbol.runs);
  return rest;
}

Entry entry_of(const Row& row) {
  if (const auto* step = std::get_if<Step>(&row)) return {step->id, words_of(*step), 0};
  if (const auto* section = std::get_if<SectionRow>(&row)) return {{}, plain_text(section->text), 1};
  // Of sums there is hardly ever more than one; their words are mostly the template's.
  return {"jumlah", plain_text(std::get<TotalRow>(row).text), 2};
}

std::vector<RowAt> rows_of(const CheckedProcedure& procedure, std::vector<Entry>& entries) {
  std::vector<RowAt> out;
  for (std::size_t t = 0; t < procedure.tables.size(); ++t) {
    const auto& rows = procedure.tables[t].table->rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      out.push_back({static_cast<int>(t), static_cast<int>(r)});
      entries.push_back(entry_of(rows[r]));
    }
  }
  return out;
}

// Tables that share rows, those that share most first; then what is left over, in order.
void pair_tables(FlowPairs& pairs) {
  const std::size_t n = pairs.before.tables.size(), m = pairs.after.tables.size();
  pairs.table_partner.assign(n, -1);
  pairs.table_origin.assign(m, -1);
  std::map<std::pair<int, int>, long long> shared;  // rows, by table before and after
  for (std::size_t i = 0; i < pairs.row_partner.size(); ++i)
    if (pairs.row_partner[i] >= 0) ++shared[{pairs.old_rows[i].table, pairs.new_rows[pairs.row_partner[i]].table}];
  if (n * m <= kMostTablesWeighed * kMostTablesWeighed) {
    std::vector<long long> values(n * m, 0);
    for (const auto& [tables, rows] : shared) values[tables.first * m + tables.second] = rows;
    pairs.table_partner = best_pairs(static_cast<int>(n), static_cast<int>(m), values);
  } else {
    std::vector<std::pair<long long, std::pair<int, int>>> most_first;
    for (const auto& [tables, rows] : shared) most_first.push_back({-rows, tables});
    std::sort(most_first.begin(), most_first.end());
    std::vector<bool> taken(m, false);
    for (const auto& [rows, tables] : most_first) {
      if (pairs.table_partner[tables.first] >= 0 || taken[tables.second]) continue;
      pairs.table_partner[tables.first] = tables.second;
      taken[tables.second] = true;
    }
  }
  for (std::size_t i = 0; i < n; ++i)
    if (pairs.table_partner[i] >= 0) pairs.table_origin[pairs.table_partner[i]] = static_cast<int>(i);
  std::size_t j = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (pairs.table_partner[i] >= 0) continue;
    while (j < m && pairs.table_origin[j] >= 0) ++j;
    if (j == m) break;
    pairs.table_partner[i] = static_cast<int>(j);
    pairs.table_origin[j] = static_cast<int>(i);
  }
}

void map_lanes(FlowPairs& pairs) {
  pairs.lane_partner.resize(pairs.before.tables.size());
  for (std::size_t t = 0; t < pairs.before.tables.size(); ++t) {
    if (pairs.table_partner[t] < 0) continue;
    const Lanes &old = *pairs.before.tables[t].lanes, &now = *pairs.after.tables[pairs.table_partner[t]].lanes;
    const std::vector<int> partner = pair_lanes(old, now);
    const auto old_actors = old.actors(), new_actors = now.actors();
    for (std::size_t i = 0; i < partner.size(); ++i)
      if (partner[i] >= 0) pairs.lane_partner[t][old_actors[i]->id] = new_actors[partner[i]]->id;
  }
}

// The symbols of two steps that are one: by id, then by lane and shape, then by lane, then in order.
class SymbolPairer {
 public:
  SymbolPairer(FlowPairs& pairs, int old_row, int new_row)
      : pairs_(pairs), from_(pairs.old_rows[old_row]), to_(pairs.new_rows[new_row]),
        old_(step_at(pairs.old_table(old_row), from_.row)), now_(step_at(pairs.new_table(new_row), to_.row)),
        old_taken_(old_.symbols.size(), false), new_taken_(now_.symbols.size(), false) {}

  void run() {
    // A lone symbol may go by its step's id, which says nothing.
    const bool lone = old_.symbols.size() == 1 && now_.symbols.size() == 1;
    const bool too_many = old_.symbols.size() > kMostSymbolsWeighed || now_.symbols.size() > kMostSymbolsWeighed;
    if (too_many) {
      for (std::size_t i = 0; i < std::min(old_.symbols.size(), now_.symbols.size()); ++i) pair(i, i);
      return;
    }
    if (!lone) {
      pass([](const Symbol& a, const Symbol& b) { return a.id == b.id; });
      pass([&](const Symbol& a, const Symbol& b) { return same_lane(a, b) && a.kind == b.kind; });
      pass([&](const Symbol& a, const Symbol& b) { return same_lane(a, b); });
    }
    pass([](const Symbol&, const Symbol&) { return true; });
  }

 private:
  bool same_lane(const Symbol& a, const Symbol& b) const { return pairs_.lane_now(from_.table, a.actor.value) == b.actor.value; }

  void pair(std::size_t i, std::size_t j) {
    old_taken_[i] = new_taken_[j] = true;
    pairs_.symbol_partner[{from_.table, {from_.row, static_cast<int>(i)}}] = {to_.table, {to_.row, static_cast<int>(j)}};
  }

  void pass(const std::function<bool(const Symbol&, const Symbol&)>& fits) {
    for (std::size_t i = 0; i < old_.symbols.size(); ++i) {
      for (std::size_t j = 0; j < now_.symbols.size() && !old_taken_[i]; ++j) {
        if (new_taken_[j] || !fits(old_.symbols[i], now_.symbols[j])) continue;
        pair(i, j);
      }
    }
  }

  FlowPairs& pairs_;
  RowAt from_, to_;
  const Step& old_;
  const Step& now_;
  std::vector<bool> old_taken_, new_taken_;
};

}  // namespace

std::string FlowPairs::lane_now(int old_table, const std::string& actor) const {
  const auto found = lane_partner[old_table].find(actor);
  return found == lane_partner[old_table].end() ? actor : found->second;
}

std::vector<int> pair_lanes(const Lanes& before, const Lanes& after) {
  const auto entries = [](const Lanes& lanes) {
    std::vector<Entry> out;
    for (const Actor* actor : lanes.actors()) out.push_back({actor->id, plain_text(actor->runs)});
    return out;
  };
  return match(entries(before), entries(after));
}

FlowPairs pair_flows(const CheckedProcedure& before, const CheckedProcedure& after) {
  FlowPairs pairs{before, after};
  std::vector<Entry> old_entries, new_entries;
  pairs.old_rows = rows_of(before, old_entries);
  pairs.new_rows = rows_of(after, new_entries);
  pairs.row_partner = match(old_entries, new_entries);
  pairs.row_moved = moved(pairs.row_partner);
  pairs.row_origin.assign(pairs.new_rows.size(), -1);
  for (std::size_t i = 0; i < pairs.row_partner.size(); ++i)
    if (pairs.row_partner[i] >= 0) pairs.row_origin[pairs.row_partner[i]] = static_cast<int>(i);
  pair_tables(pairs);
  map_lanes(pairs);
  for (std::size_t i = 0; i < pairs.row_partner.size(); ++i)
    if (pairs.row_partner[i] >= 0 && old_entries[i].kind == 0) SymbolPairer(pairs, static_cast<int>(i), pairs.row_partner[i]).run();
  return pairs;
}

}  // namespace lembar::job
