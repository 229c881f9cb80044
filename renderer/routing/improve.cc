#include "routing/improve.h"

#include <algorithm>

namespace lembar::routing {
namespace {

// A try may cost this much work on the average (in steps of the search); small boards use far less.
constexpr std::int64_t kWorkPerTry = 1600;
constexpr std::int64_t kWorkPerNet = 40000;  // small sheets are done soon
// It gives up after so many tries without gain, and so many for each net that still loses something.
constexpr int kLeastPatience = 100, kPatience = 25;
constexpr int kKindsOfTry = 10;
constexpr int kWorthTrying = price::kBend / 4;  // what a net must lose against its best alone
constexpr int kOneInSoMany = 2;  // tries may end dearer by this: a way out of a dead end
constexpr int kAllowance = price::kBend * 5 / 2;
constexpr std::size_t kMostBlockers = 4;
constexpr int kMostBeside = 6;  // nets taken off beside the one that is to gain
constexpr int kLostPrice = 1000 * price::kBend;

class Dice {
 public:
  // Less than n.
  int roll(int n) {
    state_ += 0x9e3779b97f4a7c15ull;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return static_cast<int>(((z ^ (z >> 31)) >> 33) % static_cast<std::uint64_t>(n));
  }
  template <class T>
  void shuffle(std::vector<T>& v) {
    for (int i = static_cast<int>(v.size()) - 1; i > 0; --i) std::swap(v[i], v[roll(i + 1)]);
  }

 private:
  std::uint64_t state_ = 20120035;
};

void cut(std::vector<int>& v, int most) {
  while (static_cast<int>(v.size()) > most) v.pop_back();
}

class Improver {
 public:
  Improver(Board& board, Search& search) : board_(board), search_(search) {}

  void run(int tries) {
    measure_alone();
    const std::int64_t last_work = work() + std::min(tries * kWorkPerTry, board_.nets() * kWorkPerNet);
    best_cost_ = cost();
    excess_.assign(board_.nets(), 0);
    in_vain_.assign(board_.nets(), 0);
    remember();
    for (int t = 0; t < tries && work() < last_work; ++t) {
      const int net = pick();
      if (net < 0 || t - last_gain_ > kLeastPatience + kPatience * wanting_) break;
      allowance_ = t < tries * 3 / 4 && dice_.roll(kOneInSoMany) == 0 ? kAllowance : 0;
      switch (dice_.roll(kKindsOfTry)) {
        case 0: attempt(target_group(net)); break;
        case 1: wish(net); break;
        default: attempt(crossing_group(net)); break;
      }
      if (keep_best()) last_gain_ = t;
    }
    if (cost() <= best_cost_) return;
    for (int n = 0; n < board_.nets(); ++n) board_.lift(n);
    for (int n = 0; n < board_.nets(); ++n) board_.place(n, std::move(best_[n]));
  }

 private:
  std::int64_t work() const { return search_.work() + board_.work(); }
  bool keep_best() {
    const std::int64_t now = cost();
    if (now >= best_cost_) return false;
    best_cost_ = now;
    remember();
    std::fill(in_vain_.begin(), in_vain_.end(), 0);
    return true;
  }
  void remember() {
    best_.clear();
    for (int n = 0; n < board_.nets(); ++n) best_.push_back(board_.path(n));
  }

  std::int64_t cost() const { return board_.total_cost() + std::int64_t{kLostPrice} * (board_.nets() - board_.placed_nets()); }

  // What each net would cost if it had the table for itself.
  void measure_alone() {
    alone_.assign(board_.nets(), 0);
    SearchTerms free;
    free.strict = false;
    free.crossing_price = 0;
    for (int n = 0; n < board_.nets(); ++n) {
      if (search_.find(n, free)) alone_[n] = search_.last_cost();
    }
  }

  int excess(int net) const {
    if (!board_.placed(net)) return kLostPrice;
    return board_.own_cost(net) - alone_[net] + board_.crossing_price() * board_.crossings_of(net) + board_.mixed_side_cost_of(net);
  }

  // By chance: the more it loses the more often, the oftener it was tried in vain the less.
  int pick() {
    if (changed_) {
      changed_ = false;
      for (int n = 0; n < board_.nets(); ++n) excess_[n] = excess(n);
    }
    int sum = 0;
    wanting_ = 0;
    for (int n = 0; n < board_.nets(); ++n) {
      if (excess_[n] < kWorthTrying) continue;
      ++wanting_;
      sum += weight(n);
    }
    if (sum == 0) return -1;
    int at = dice_.roll(sum);
    for (int n = 0; n < board_.nets(); ++n) {
      if (excess_[n] < kWorthTrying) continue;
      if ((at -= weight(n)) < 0) {
        ++in_vain_[n];
        return n;
      }
    }
    return -1;
  }
  int weight(int net) const { return std::min(excess_[net], 20 * price::kBend) / (10 * (1 + in_vain_[net])) + 1; }

  std::vector<int> crossing_group(int net) {
    chosen_.assign(board_.nets(), false);
    for (int node : board_.path(net).nodes)
      for (int u = board_.first_use(node); u >= 0; u = board_.use(u).next) chosen_[board_.use(u).net] = true;
    const Edge& e = board_.problem().edges[net];
    std::vector<int> group;
    for (int n = 0; n < board_.nets(); ++n) {
      const Edge& o = board_.problem().edges[n];
      if (n == net) continue;
      if (chosen_[n] || o.source == e.source || o.target == e.source || o.source == e.target || o.target == e.target)
        group.push_back(n);
    }
    dice_.shuffle(group);
    cut(group, 1 + dice_.roll(kMostBeside));
    group.push_back(net);
    dice_.shuffle(group);
    return group;
  }

  std::vector<int> target_group(int net) {
    std::vector<int> group;
    for (int n = 0; n < board_.nets(); ++n)
      if (board_.problem().edges[n].target == board_.problem().edges[net].target) group.push_back(n);
    dice_.shuffle(group);
    cut(group, 6);
    if (std::find(group.begin(), group.end(), net) == group.end()) group.push_back(net);
    return group;
  }

  // Gives the net the way it would like, if others made room for little; then those others find new ways.
  void wish(int net) {
    static constexpr int kPrices[] = {price::kBend / 5, price::kBend / 2, price::kBend, 2 * price::kBend};
    const std::int64_t before = cost();
    std::vector<Laid> kept;
    kept.push_back(board_.lift(net));
    std::vector<int> group{net};
    SearchTerms terms;
    terms.strict = false;
    terms.conflict_price = kPrices[dice_.roll(4)];
    if (dice_.roll(2)) terms.crossing_price = price::kBend / 2;
    std::optional<Path> path = search_.find(net, terms);
    if (!path) {
      board_.put_back(net, std::move(kept[0]));
      return;
    }
    board_.place(net, std::move(*path));
    std::vector<int> blockers = board_.conflicts(net);
    if (dice_.roll(2))
      for (int n : board_.crossed_by(net))
        if (std::find(blockers.begin(), blockers.end(), n) == blockers.end()) blockers.push_back(n);
    if (blockers.size() > kMostBlockers) {
      restore(group, kept);
      return;
    }
    dice_.shuffle(blockers);
    for (int b : blockers) {
      group.push_back(b);
      kept.push_back(board_.lift(b));
    }
    if (!lay(blockers, before) || !polish(group, before)) restore(group, kept);
  }

  void attempt(const std::vector<int>& group) {
    const std::int64_t before = cost();
    std::vector<Laid> kept;
    for (int n : group) kept.push_back(board_.lift(n));
    if (!lay(group, before) || !polish(group, before)) restore(group, kept);
  }

  void restore(const std::vector<int>& group, std::vector<Laid>& kept) {
    for (int n : group) board_.lift(n);
    for (std::size_t i = 0; i < group.size(); ++i) board_.put_back(group[i], std::move(kept[i]));
  }

  // Lays nets that are off the board; false as soon as that cannot end below `limit`.
  bool lay(const std::vector<int>& nets, std::int64_t limit) {
    std::int64_t to_come = 0;
    for (int n : nets) to_come += alone_[n];
    for (int n : nets) {
      to_come -= alone_[n];
      // Those still off the board count as lost in cost(): take that out.
      const std::int64_t room = limit - board_.total_cost() - to_come + slack();
      if (room <= 0) return false;
      SearchTerms terms;
      terms.ceiling = static_cast<int>(std::min<std::int64_t>(room, SearchTerms::kNoCeiling - 1));
      std::optional<Path> path = search_.find(n, terms);
      if (!path) return false;
      board_.place(n, std::move(*path));
    }
    return true;
  }

  // The first nets were laid without knowing of the later ones.
  bool polish(const std::vector<int>& group, std::int64_t before) {
    for (int n : group) {
      const std::int64_t with = board_.total_cost();
      Laid old = board_.lift(n);
      SearchTerms terms;
      terms.ceiling = static_cast<int>(with - board_.total_cost());
      std::optional<Path> path = search_.find(n, terms);
      if (path) {
        board_.place(n, std::move(*path));
        if (board_.total_cost() <= with) continue;
        board_.lift(n);
      }
      board_.put_back(n, std::move(old));
    }
    changed_ = true;
    return cost() <= before + allowance_;
  }

  std::int64_t slack() const { return price::kBend + allowance_; }

  Board& board_;
  Search& search_;
  Dice dice_;
  std::vector<int> alone_, excess_, in_vain_;
  std::vector<bool> chosen_;  // in crossing_group
  int wanting_ = 0, last_gain_ = 0;
  bool changed_ = true;
  std::int64_t best_cost_ = 0, allowance_ = 0;
  std::vector<Path> best_;
};

}  // namespace

void improve(Board& board, Search& search, int tries, std::vector<int>& lost) {
  Improver(board, search).run(tries);
  lost.clear();
  for (int n = 0; n < board.nets(); ++n)
    if (!board.placed(n)) lost.push_back(n);
}

}  // namespace lembar::routing
