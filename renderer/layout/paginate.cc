#include "layout/paginate.h"

#include <algorithm>
#include <limits>

namespace lembar::layout {

namespace {

using Cost = std::int64_t;
constexpr Cost kNever = std::numeric_limits<Cost>::max() / 4;
constexpr Cost kCutConnector = 400;
constexpr Cost kPartedDecision = 1600;
constexpr Cost kBlankPage = 12000;   // times the cube of the blank share: a third is air, two thirds are a hole
constexpr Cost kPage = 2500;
constexpr Cost kLoneRow = 700;       // one row alone on a page
constexpr Cost kThinLastPage = 500;  // the last page under a quarter full

class Paginator {
 public:
  explicit Paginator(const PaginationInput& in) : in_(in), n_(static_cast<int>(in.units.size())) {
    count_cuts();
    find_parted_decisions();
  }

  Pagination run() {
    Pagination result;
    if (n_ == 0) {
      result.pages.push_back({});
      return result;
    }
    Length tail = in_.tail;
    if (!solve_from_either_page(tail)) {
      tail = Length();
      result.tail_fits = false;
      if (!solve_from_either_page(tail)) {
        result.overfull_unit = stuck_;
        return result;
      }
    }
    for (int end = n_; end > 0;) {
      const int first = start_of_[end];
      result.pages.push_back({first, end - 1});
      end = first;
    }
    std::reverse(result.pages.begin(), result.pages.end());
    if (fresh_first_) result.pages.insert(result.pages.begin(), PageRange{});
    explain(result);
    return result;
  }

 private:
  void count_cuts() {
    std::vector<int> change(n_ + 1, 0);
    for (const FlowEdge& edge : in_.graph.edges) {
      const int a = in_.bands.unit_of_symbol(edge.from), b = in_.bands.unit_of_symbol(edge.to);
      if (a == b) continue;
      ++change[std::min(a, b)];
      --change[std::max(a, b)];
    }
    cuts_.assign(n_, 0);
    int open = 0;
    for (int u = 0; u < n_; ++u) cuts_[u] = open += change[u];
  }

  // A break after u parts a decision that stands at or above u from branches that all lead below u. Only those whose
  // nearest branch is the next unit or so matter: the count ends where the first branch target stands.
  void find_parted_decisions() {
    std::vector<int> change(n_ + 1, 0);
    const int symbols = static_cast<int>(in_.graph.symbols.size());
    std::vector<int> nearest(symbols, -1);
    std::vector<char> decides(symbols, 0);
    for (const FlowEdge& edge : in_.graph.edges) {
      if (!edge.branch) continue;
      const int own = in_.bands.unit_of_symbol(edge.from), to = in_.bands.unit_of_symbol(edge.to);
      if (!decides[edge.from]) nearest[edge.from] = n_;
      decides[edge.from] = 1;
      nearest[edge.from] = to <= own ? own : std::min(nearest[edge.from], to);
    }
    for (int s = 0; s < symbols; ++s) {
      if (!decides[s]) continue;
      const int own = in_.bands.unit_of_symbol(s);
      if (nearest[s] <= own) continue;
      ++change[own];
      --change[std::min(nearest[s], n_)];
    }
    parted_.assign(n_, 0);
    int open = 0;
    for (int u = 0; u < n_; ++u) parted_[u] = open += change[u];
  }

  Cost break_cost(int after) const {
    return kCutConnector * cuts_[after] + kPartedDecision * parted_[after] + (in_.glue.empty() ? 0 : in_.glue[after]);
  }

  static Cost blank_cost(Length blank, Length room) {
    const Cost share = room > Length() ? blank.units() * 1000 / room.units() : 0;
    return kBlankPage * share * share / 1'000'000 * share / 1000;
  }

  Cost page_cost(int first, int last, Length used, Length room) const {
    Cost cost = kPage + (first == last && n_ > 1 ? kLoneRow : 0);
    if (last + 1 < n_) return cost + blank_cost(room - used, room) + break_cost(last);
    if (used < room / 4 && first > 0) cost += kThinLastPage;
    return cost;
  }

  // The cheapest pages when the first one has `first_room`; kNever where some unit fits nowhere.
  Cost solve(Length first_room, Length tail) {
    best_.assign(n_ + 1, kNever);
    start_of_.assign(n_ + 1, 0);
    best_[0] = 0;
    for (int first = 0; first < n_; ++first)
      if (best_[first] < kNever) extend(first, first == 0 ? first_room : in_.room, tail);
    if (best_[n_] >= kNever)
      for (int u = 0; u < n_; ++u)
        if (best_[u] < kNever) stuck_ = u;
    return best_[n_];
  }

  // Both ways to start: on the page where the table stands, or on a fresh one, whose price is the blank it leaves.
  bool solve_from_either_page(Length tail) {
    fresh_first_ = false;
    if (!in_.may_leave_first_page) return solve(in_.first_room, tail) < kNever;
    const Cost here = solve(in_.first_room, tail);
    const std::vector<int> starts = start_of_;
    const Cost fresh = solve(in_.fresh_room, tail);  // last, so that a unit that fits nowhere is named by the larger page
    if (here < kNever && (fresh >= kNever || here <= fresh + blank_cost(in_.first_room, in_.room) + kPage / 4)) {
      start_of_ = starts;
      return true;
    }
    fresh_first_ = fresh < kNever;
    return fresh_first_;
  }

  void extend(int first, Length room, Length tail) {
    Length rows;
    for (int last = first; last < n_; ++last) {
      if (last > first && in_.units[last].piece > 0) break;  // the pieces of a cut row stand on pages of their own
      rows += in_.units[last].height;
      if (rows > room) break;
      const Length used = rows + in_.bands.height(first, last) + (last + 1 == n_ ? tail : Length());
      if (used > room) continue;
      const Cost cost = best_[first] + page_cost(first, last, used, room);
      if (cost < best_[last + 1]) {
        best_[last + 1] = cost;
        start_of_[last + 1] = first;
      }
    }
  }

  void explain(Pagination& result) const {
    for (const PageRange& page : result.pages) {
      if (page.last < page.first || page.last + 1 >= n_) continue;
      result.reasons.push_back("break after row " + std::to_string(in_.units[page.last].row + 1) + ": " + std::to_string(cuts_[page.last]) +
                               " connectors cut, " + std::to_string(parted_[page.last]) + " decisions parted from their branches");
    }
  }

  const PaginationInput& in_;
  int n_;
  std::vector<int> cuts_, parted_;
  std::vector<Cost> best_;
  std::vector<int> start_of_;
  bool fresh_first_ = false;
  int stuck_ = -1;
};

}  // namespace

Pagination paginate(const PaginationInput& input) { return Paginator(input).run(); }

}  // namespace lembar::layout
