// Connectors of one symbol are paired: to the same target with the same label; to the same target; with the same
// label; in order. What is left came or went. A connector that nobody wrote, before or after, follows
// from the order of the steps, which is told already: where it leads is no change of its own.
#include "job/compare/compare_symbols.h"

#include <algorithm>
#include <functional>

#include "job/compare/flow_names.h"

namespace lembar::job {

using namespace model;

namespace {

constexpr std::size_t kMostConnectorsWeighed = 300;  // connectors of one symbol

class StepSymbols {
 public:
  StepSymbols(Differences& out, const FlowPairs& pairs, int old_row, int new_row, int sheet)
      : out_(out), pairs_(pairs), from_(pairs.old_rows[old_row]), to_(pairs.new_rows[new_row]), old_(pairs.old_table(old_row)),
        now_(pairs.new_table(new_row)) {
    mark_ = {.sheet = sheet, .table = to_.table, .row = to_.row, .role = "lajur"};
  }

  void run() {
    const Step &before = step_at(old_, from_.row), &after = step_at(now_, to_.row);
    std::vector<int> origin(after.symbols.size(), -1);
    for (int i = 0; i < static_cast<int>(before.symbols.size()); ++i) {
      const auto partner = pairs_.symbol_partner.find({from_.table, {from_.row, i}});
      if (partner != pairs_.symbol_partner.end()) origin[partner->second.ref.symbol] = i;
      else whole(ChangeKind::removed, old_, {from_.row, i});
    }
    for (int j = 0; j < static_cast<int>(after.symbols.size()); ++j) {
      if (origin[j] < 0) {
        whole(ChangeKind::added, now_, {to_.row, j});
        continue;
      }
      symbol(before.symbols[origin[j]], after.symbols[j], j);
      connectors(origin[j], j);
    }
  }

 private:
  Change about(const char* what, int symbol) const {
    const Step& step = step_at(now_, to_.row);
    Change change;
    change.part = SheetPart::flow;
    change.what = what;
    change.key = step.id + (step.symbols.size() > 1 ? "/" + step.symbols[symbol].id : "");
    change.place = symbol_name(now_, {to_.row, symbol});
    return change;
  }

  std::string described(const CheckedTable& table, const Symbol& symbol) const {
    std::string out = std::string(shape_name(symbol.kind)) + ", " + lane_name(*table.lanes, symbol.actor.value);
    const std::string words = plain_text(symbol.runs);
    return words.empty() ? out : out + ", \"" + words + "\"";
  }

  void whole(ChangeKind kind, const CheckedTable& table, const SymbolRef& ref) {
    const Symbol& symbol = step_at(table, ref.row).symbols[ref.symbol];
    Change change;
    change.kind = kind;
    change.what = "symbol";
    change.key = step_at(table, ref.row).id + "/" + symbol.id;
    change.place = symbol_name(table, ref);
    (kind == ChangeKind::added ? change.after : change.before) = described(table, symbol);
    (kind == ChangeKind::added ? change.new_line : change.old_line) = symbol.where.line;
    out_.push_back({std::move(change), mark_});
  }

  void aspect(const char* name, const Wording& words, int j, const Symbol& before, const Symbol& after, std::string was, std::string is) {
    if (was == is) return;
    Change change = about("symbol", j);
    change.aspect = name;
    change.place = {change.place.id + ", " + words.id, change.place.en + ", " + words.en};
    change.before = std::move(was);
    change.after = std::move(is);
    change.old_line = before.where.line;
    change.new_line = after.where.line;
    out_.push_back({std::move(change), mark_});
  }

  void symbol(const Symbol& before, const Symbol& after, int j) {
    const auto same = [&](const std::string& a, const std::string& b) { return pairs_.lane_now(from_.table, a) == b; };
    if (!same(before.actor.value, after.actor.value))
      aspect("lane", {"pelaksana", "lane"}, j, before, after, lane_name(*old_.lanes, before.actor.value),
             lane_name(*now_.lanes, after.actor.value) + (lane_name(*old_.lanes, before.actor.value) == lane_name(*now_.lanes, after.actor.value)
                                                              ? " (" + after.actor.value + ")" : ""));
    const std::string was = before.actor_to ? before.actor_to->value : "", is = after.actor_to ? after.actor_to->value : "";
    if (was.empty() != is.empty() || (!was.empty() && !same(was, is)))
      aspect("span", {"sampai", "up to"}, j, before, after, was.empty() ? "-" : lane_name(*old_.lanes, was) + " (" + was + ")",
             is.empty() ? "-" : lane_name(*now_.lanes, is) + " (" + is + ")");
    aspect("rows", {"baris", "rows"}, j, before, after, std::to_string(before.rows), std::to_string(after.rows));
    aspect("shape", {"bentuk", "shape"}, j, before, after, shape_name(before.kind), shape_name(after.kind));
    aspect("dead-end", {"buntu", "dead end"}, j, before, after, before.dead_end ? "ya" : "-", after.dead_end ? "ya" : "-");
    Change change = about("symbol", j);
    change.place = {change.place.id + ", isi simbol", change.place.en + ", words of the symbol"};
    change.before = plain_text(before.runs);
    change.after = plain_text(after.runs);
    change.old_line = before.where.line;
    change.new_line = after.where.line;
    add_text_change(out_, change, mark_, style_of(before.runs), style_of(after.runs));
  }

  // Whether an old connector leads where a new one does.
  bool same_target(const Edge& a, const Edge& b) const {
    const auto found = pairs_.symbol_partner.find({from_.table, a.to});
    return found != pairs_.symbol_partner.end() && found->second == SymbolAt{to_.table, b.to};
  }

  void connectors(int i, int j) {
    std::vector<const Edge*> before = leaving(old_, {from_.row, i}), after = leaving(now_, {to_.row, j});
    if (before.size() > kMostConnectorsWeighed || after.size() > kMostConnectorsWeighed) return in_order(before, after, j);
    const auto pass = [&](const std::function<bool(const Edge&, const Edge&)>& fits) {
      for (const Edge*& a : before) {
        for (const Edge*& b : after) {
          if (!a || !b || !fits(*a, *b)) continue;
          tell(*a, *b, j);
          a = b = nullptr;
        }
      }
    };
    pass([&](const Edge& a, const Edge& b) { return same_target(a, b) && a.label == b.label; });
    pass([&](const Edge& a, const Edge& b) { return same_target(a, b); });
    pass([](const Edge& a, const Edge& b) { return a.label == b.label; });
    pass([](const Edge&, const Edge&) { return true; });
    for (const Edge* a : before)
      if (a) whole(ChangeKind::removed, *a, old_, j);
    for (const Edge* b : after)
      if (b) whole(ChangeKind::added, *b, now_, j);
  }

  // They are sorted by the symbol that they leave.
  static std::vector<const Edge*> leaving(const CheckedTable& table, const SymbolRef& from) {
    std::vector<const Edge*> out;
    auto edge = std::lower_bound(table.edges.begin(), table.edges.end(), from, [](const Edge& e, const SymbolRef& f) { return e.from < f; });
    for (; edge != table.edges.end() && edge->from == from; ++edge) out.push_back(&*edge);
    return out;
  }

  // Too many to be weighed against each other; no sheet that anybody could read has so many.
  void in_order(const std::vector<const Edge*>& before, const std::vector<const Edge*>& after, int j) {
    for (std::size_t k = 0; k < std::max(before.size(), after.size()); ++k) {
      if (k >= after.size()) whole(ChangeKind::removed, *before[k], old_, j);
      else if (k >= before.size()) whole(ChangeKind::added, *after[k], now_, j);
      else tell(*before[k], *after[k], j);
    }
  }

  // "alur "Ya"", the label that the reader of the new sheet sees.
  Change about_edge(const std::string& label, int j) const {
    Change change = about("connector", j);
    const std::string words = label.empty() ? "" : " \"" + label + "\"";
    change.key += "/" + (label.empty() ? "alur" : label);
    change.place = {change.place.id + ", alur" + words, change.place.en + ", connector" + words};
    return change;
  }

  void tell(const Edge& a, const Edge& b, int j) {
    Change change = about_edge(b.label, j);
    change.old_line = a.where.line;
    change.new_line = b.where.line;
    const auto add = [&](const char* aspect, std::string was, std::string is) {
      change.aspect = aspect;
      change.before = std::move(was);
      change.after = std::move(is);
      out_.push_back({change, mark_});
    };
    if (!same_target(a, b) && !(a.silent && b.silent)) add("target", target_name(old_, a.to), target_name(now_, b.to));
    if (a.label != b.label) add("label", a.label, b.label);
    if (a.plain != b.plain) add("line", a.plain ? "polos" : "panah", b.plain ? "polos" : "panah");
  }

  void whole(ChangeKind kind, const Edge& edge, const CheckedTable& table, int j) {
    Change change = about_edge(edge.label, j);
    change.kind = kind;
    (kind == ChangeKind::added ? change.after : change.before) = target_name(table, edge.to);
    (kind == ChangeKind::added ? change.new_line : change.old_line) = edge.where.line;
    out_.push_back({std::move(change), mark_});
  }

  Differences& out_;
  const FlowPairs& pairs_;
  RowAt from_, to_;
  const CheckedTable& old_;
  const CheckedTable& now_;
  Mark mark_;
};

}  // namespace

void compare_symbols(Differences& out, const FlowPairs& pairs, int old_row, int new_row, int sheet) {
  StepSymbols(out, pairs, old_row, new_row, sheet).run();
}

}  // namespace lembar::job
