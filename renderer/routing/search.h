// Finds the cheapest way of one net over the board: A* over (node, direction of travel).
//
// Ends are chosen by the search: any legal port of the source, any of the target, any node of a net that goes to the
// same target (from there on the two are one line), and any node of a net from the same source to part from.
// Promise: in strict mode the path found is in conflict with nobody; the same call finds the same path.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "routing/board.h"

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
  OpenList() : buckets_(kBuckets) {}
  void clear();
  void push(int estimate, int state);
  bool pop(int& estimate, int& state);

 private:
  static constexpr int kBuckets = 16384, kWidth = 64;
  struct Entry {
    int estimate, state;
    bool operator>(const Entry& o) const { return estimate != o.estimate ? estimate > o.estimate : state > o.state; }
  };
  std::vector<std::vector<Entry>> buckets_;
  std::vector<Entry> beyond_;  // a heap, for the dear ones of the negotiation
  int first_ = kBuckets, last_ = -1;
};

class Search {
 public:
  explicit Search(const Board& board);
  // The cost found, crossings and conflicts included, is left in last_cost().
  std::optional<Path> find(int net, const SearchTerms& terms);
  int last_cost() const { return last_cost_; }
  // Places looked at since the beginning: the measure of work that a budget counts.
  std::int64_t steps() const { return steps_; }

 private:
  struct Goal {
    int state;     // from which it was reached
    int port;      // of the target, or -1: joins
    int net, position;
  };
  struct Fork {
    int net, position;
  };
  static constexpr int kCostly = 1 << 29;

  std::optional<Path> run(int net, const SearchTerms& terms, int first_row, int last_row);
  void prepare(int net, int first_row, int last_row);
  void seed();
  void expand(int state, int cost);
  void reach_ports(int state, int cost);
  void reach_joins(int state, int cost);
  int passing_price(int node, std::uint8_t arms, int fork) const;
  int joining_price(int node, Direction in, const Board::Use& joined) const;
  int least_rest(int node, Direction d) const;
  void offer(int node, Direction d, int cost, int parent);
  Path trace(const Goal& goal) const;

  const Board& board_;
  const Grid& grid_;
  // By state = 4 * node + direction; valid where the stamp is that of this run.
  std::vector<int> cost_, parent_;
  std::vector<std::uint32_t> stamp_;
  std::uint32_t run_ = 0;
  OpenList open_;
  std::vector<Goal> goals_;
  std::vector<Fork> forks_;
  std::vector<int> goal_port_;            // by node: first port of the target there
  std::vector<std::uint32_t> goal_stamp_;
  std::vector<int> next_port_;            // by port: another one at the same node
  std::vector<int> column_of_, row_of_;   // by node: a division saved
  std::vector<std::uint8_t> column_class_, row_class_;
  std::vector<int> column_way_, row_way_;  // least way to the target from there
  int bends_[5][5][4];
  int net_ = 0, first_row_ = 0, last_row_ = 0;
  SearchTerms terms_;
  int last_cost_ = 0;
  std::int64_t steps_ = 0;
};

}  // namespace lembar::routing
