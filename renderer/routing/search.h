// Finds the cheapest way of one net over the board.
//
// Words: a state is a node with the direction of travel; a join is a node of a net with the same target, from which
// the two are one line; a fork is a node of a net from the same source, from which they part.
// Method: A* over the states. Ends are chosen by the search: any legal port, any join, any fork. The estimate is the
// plain way along x and y plus the bends (and crossings, in whole bends) that the waves (waves.h) find needed on the
// board as it stands; a net whose waves do not reach it below the ceiling is refused without a step.
// Cost: waves first, a few microseconds a page; then about two steps for each node of the path, where the estimate is
// right. Only the rows of the two shapes and 45 mm beyond are searched at first, the whole sheet when that fails.
// Weak: fractions of a bend (a crossing at 1.25, a bend saved by a long way round) are not in the estimate, and there
// the search spreads; a way outside the first window is not seen while there is one inside.
// From: A* with a backward relaxation as its estimate; joins as goals are the Steiner step of VLSI routers.
// Promise: in strict mode the path found is in conflict with nobody; the same call finds the same path.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "routing/board.h"
#include "routing/waves.h"

namespace lembar::routing {

struct SearchTerms {
  std::uint8_t source_sides = kAllSides;  // only by these of the edge's own
  static constexpr int kNoCeiling = 1 << 30;
  bool strict = true;
  int conflict_price = 0;                   // for each net in the way at a node, if not strict
  const std::vector<int>* history = nullptr;  // added to the price of a conflict, by node
  int crossing_price = -1;  // the board's own, if negative
  int ceiling = kNoCeiling;  // gives up at this cost; with one, the search is not widened either
};

// Open places by estimate, in buckets as wide as no eye would tell apart (1.6 mm of way); the last come, the first
// served within a bucket, so that of equals the one nearest to the goal is followed.
class OpenList {
 public:
  OpenList() : newest_(kBuckets, kNone), filled_(kBuckets / 64, 0) {}
  void clear();
  void push(int estimate, int state) {
    const int b = estimate / kWidth;
    if (b >= kBuckets) return push_beyond(estimate, state);
    pushed_.push_back({{estimate, state}, newest_[b]});
    newest_[b] = static_cast<int>(pushed_.size()) - 1;
    filled_[b >> 6] |= std::uint64_t{1} << (b & 63);
    first_ = std::min(first_, b >> 6);
    last_ = std::max(last_, b >> 6);
  }
  bool pop(int& estimate, int& state);

 private:
  void push_beyond(int estimate, int state);

  static constexpr int kBuckets = 16384, kWidth = 64, kNone = -1;
  struct Entry {
    int estimate, state;
    bool operator>(const Entry& o) const { return estimate != o.estimate ? estimate > o.estimate : state > o.state; }
  };
  struct Pushed {
    Entry entry;
    int older;  // in its bucket
  };
  std::vector<Pushed> pushed_;  // all since the last clear(): nothing to allocate once the list has been long
  std::vector<int> newest_;     // by bucket: into pushed_
  std::vector<std::uint64_t> filled_;  // one bit a bucket
  std::vector<Entry> beyond_;          // a heap, for the dear ones of the negotiation
  int first_ = kBuckets, last_ = -1;   // words of filled_ outside of which nothing is
};

class Search {
 public:
  explicit Search(const Board& board);
  // The cost found, crossings and conflicts included, is left in last_cost().
  std::optional<Path> find(int net, const SearchTerms& terms);
  int last_cost() const { return last_cost_; }
  // Work done since the beginning, the measure that a budget counts: places looked at, and the like of it.
  std::int64_t work() const { return steps_ + waves_.work(); }
  std::int64_t finds_ = 0;

 private:
  struct Goal {
    int state;     // from which it was reached
    int port;      // of the target, or -1: joins
    int net, position;
  };
  struct Start {
    int node;
    Direction d;
    int cost, port, fork;  // one of the two is -1
  };
  struct Fork {
    int net, position;
  };
  static constexpr int kCostly = 1 << 29;

  std::optional<Path> run(int net, const SearchTerms& terms, int first_row, int last_row);
  void prepare(int net, int first_row, int last_row);
  bool send_waves();
  void seed();
  void expand(int state, int cost, const Start* start);
  void reach_ports(int state, int cost, const Start* start);
  void reach_joins(int state, int cost, const Start* start);
  int passing_price(int node, std::uint8_t arms, int fork) const;
  int joining_price(int node, Direction in, const Board::Use& joined) const;
  int least_way(int column, int row) const { return column_way_[column] + row_way_[row]; }
  // False where a way at this cost or less is known.
  bool is_gain(int state, int cost) const;
  void offer(int state, int bends, int way, int cost, std::uint32_t parent);
  Path trace(const Goal& goal) const;

  const Board& board_;
  const Grid& grid_;
  // Eight bytes, so that those of a node share a line of the cache. The parent is the direction of the state before,
  // or 4 + the index of a start.
  struct State {
    int cost;  // < 0: done
    std::uint32_t stamp : 12, parent : 20;  // valid where the stamp is that of this run
  };
  static constexpr std::uint32_t kStamps = 1u << 12, kMostStarts = (1u << 20) - 4;
  const Start* start_of(int state) const {
    const std::uint32_t parent = states_[state].parent;
    return parent < 4 ? nullptr : &starts_[parent - 4];
  }
  std::vector<State> states_;  // by 4 * node + direction
  std::uint32_t run_ = 0, stamp_ = 0;
  OpenList open_;
  std::vector<Goal> goals_;
  std::vector<Start> starts_;
  std::vector<Fork> forks_;
  std::vector<int> goal_port_;            // by node: first port of the target there
  std::vector<std::uint32_t> goal_stamp_;
  std::vector<int> next_port_;            // by port: another one at the same node
  std::vector<int> column_way_, row_way_;  // least way to the target from there
  Waves waves_;
  std::vector<std::uint64_t> joined_;  // by node: whose rest was offered as a goal there, salted with the run
  int net_ = 0, first_row_ = 0, last_row_ = 0;
  SearchTerms terms_;
  int last_cost_ = 0;
  std::int64_t steps_ = 0;
};

}  // namespace lembar::routing
