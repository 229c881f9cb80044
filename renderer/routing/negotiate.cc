#include "routing/negotiate.h"

#include <algorithm>
#include <tuple>

namespace lembar::routing {
namespace {

constexpr int kFirstPrice = 3 * price::kBend;
constexpr int kHighestPrice = 400 * price::kBend;
constexpr int kHistoryStep = price::kBend;

// Plain joint lines first, for they should be straight; then what spans least, for it has the least choice.
std::vector<int> routing_order(const Problem& p) {
  using Key = std::tuple<bool, Units, int>;
  std::vector<Key> keys;
  for (std::size_t i = 0; i < p.edges.size(); ++i) {
    const Point a = p.shapes[p.edges[i].source].box.center(), b = p.shapes[p.edges[i].target].box.center();
    const Units span = std::abs((a.x - b.x).units()) + std::abs((a.y - b.y).units());
    keys.emplace_back(p.edges[i].kind != EdgeKind::joint, span, static_cast<int>(i));
  }
  std::sort(keys.begin(), keys.end());
  std::vector<int> order;
  for (const Key& k : keys) order.push_back(std::get<2>(k));
  return order;
}

void remember_contested(const Board& board, int net, std::vector<int>& history) {
  const Path& p = board.path(net);
  for (int k = 0; k < static_cast<int>(p.nodes.size()); ++k) {
    const std::uint8_t arms = board.step(net, k).arms;
    for (int u = board.first_use(p.nodes[k]); u >= 0; u = board.use(u).next)
      if (board.use(u).net != net && !board.compatible(net, k, arms, board.use(u))) {
        history[p.nodes[k]] = std::min(history[p.nodes[k]] + kHistoryStep, kHighestPrice);
        break;
      }
  }
}

// Takes the most contested nets off the board until the rest is clean, then gives each a last chance.
std::vector<int> give_up_some(Board& board, Search& search) {
  std::vector<int> off;
  while (true) {
    int worst = -1;
    std::size_t most = 0;
    for (int n = 0; n < board.nets(); ++n) {
      const std::size_t c = board.conflicts(n).size();
      if (c > most) {
        most = c;
        worst = n;
      }
    }
    if (worst < 0) break;
    board.lift(worst);
    off.push_back(worst);
  }
  for (int n = 0; n < board.nets(); ++n)
    if (!board.placed(n) && std::find(off.begin(), off.end(), n) == off.end()) off.push_back(n);
  std::vector<int> lost;
  for (int n : off) {
    if (std::optional<Path> path = search.find(n, {}))
      board.place(n, std::move(*path));
    else
      lost.push_back(n);
  }
  std::sort(lost.begin(), lost.end());
  return lost;
}

}  // namespace

std::vector<int> negotiate(Board& board, Search& search, int rounds) {
  const std::vector<int> order = routing_order(board.problem());
  std::vector<int> history(board.grid().nodes(), 0);
  SearchTerms terms;
  terms.strict = false;
  terms.conflict_price = kFirstPrice;
  terms.history = &history;
  for (int net : order)
    if (std::optional<Path> path = search.find(net, terms)) board.place(net, std::move(*path));
  for (int round = 0; round < rounds; ++round) {
    std::vector<int> contested;
    for (int net : order)
      if (board.in_conflict(net)) contested.push_back(net);
    if (contested.empty()) break;
    for (int net : contested) remember_contested(board, net, history);
    terms.conflict_price = std::min(terms.conflict_price + terms.conflict_price / 4, kHighestPrice);
    for (int net : contested) {
      board.lift(net);
      if (std::optional<Path> path = search.find(net, terms)) board.place(net, std::move(*path));
    }
  }
  return give_up_some(board, search);
}

}  // namespace lembar::routing
