// Who runs where on the grid: the paths of all nets and, for each node, the arms that each net uses there.
//
// One rule decides legality. At a node two nets may go straight across each other (a crossing); any shared arm, and
// any bend beside another net, is a conflict. Two kinds of company are free of it: nets with the same target from
// where they meet to the end, and nets from the same source, which is no decision, from the start to where they
// part. Promise: crossings() and the costs are always those of the paths that lie on the board.
#pragma once

#include <cstdint>
#include <vector>

#include "routing/tracks.h"
#include "routing/waves.h"

namespace lembar::routing {

struct Path {
  int start_port = -1, end_port = -1;
  std::vector<int> nodes;
  bool empty() const { return nodes.empty(); }
};

// A path with what it costs: lifted off the board it can be put back as it was.
struct Laid {
  struct Step {                         // at a node
    std::uint64_t rest = 0, begin = 0;  // digests of the path from here on, and up to here
    int cost_after = 0, cost_before = 0, bends_after = 0;
    Direction in = kNorth, out = kNorth;
    std::uint8_t arms = 0;
  };
  Path path;
  std::vector<Step> steps;
  int own = 0;
};

class Board {
 public:
  struct Use {
    int net = 0, position = 0;  // nodes[position] of its path
    std::uint8_t arms = 0;
    int next = -1;  // the next use of the same node
  };

  // `mixed_side_price`: of a side of a shape that lines both leave and enter, in price units.
  Board(const Problem& problem, const Grid& grid, int mixed_side_price);

  const Problem& problem() const { return problem_; }
  const Grid& grid() const { return grid_; }
  int nets() const { return static_cast<int>(laid_.size()); }
  int placed_nets() const { return placed_nets_; }
  const Path& path(int net) const { return laid_[net].path; }
  bool placed(int net) const { return !laid_[net].path.empty(); }

  void place(int net, Path path);
  Laid lift(int net);
  void put_back(int net, Laid laid);

  const LineBits& lines() const { return lines_; }
  // Done in placing and lifting since the beginning, in steps of a search.
  std::int64_t work() const { return nodes_placed_ / kNodesPerStep; }
  int first_use(int node) const { return head_[node]; }
  const Use& use(int index) const { return pool_[index]; }

  // What the path costs from the node at `position` on, left by its own way; and up to it, entered by its own way.
  const Laid::Step& step(int net, int position) const { return laid_[net].steps[position]; }
  const std::vector<Laid::Step>& steps(int net) const { return laid_[net].steps; }
  bool same_rest(int net, int position, int other, int other_position) const {
    return step(net, position).rest == step(other, other_position).rest;
  }
  bool same_start(int net, int position, int other, int other_position) const {
    return step(net, position).begin == step(other, other_position).begin;
  }
  // May the two run as one before their target, or after their source?
  bool may_join(int a, int b) const { return join_group_[a] == join_group_[b] && !same_decision(a, b); }
  bool may_fork(int a, int b) const { return fork_group_[a] >= 0 && fork_group_[a] == fork_group_[b]; }
  const std::vector<int>& join_mates(int net) const { return join_mates_[net]; }
  const std::vector<int>& fork_mates(int net) const { return fork_mates_[net]; }

  // Bends, way, ports: everything but crossings.
  int own_cost(int net) const { return laid_[net].own; }
  int port_cost(int net, const Port& port, bool is_target) const;
  // Of a bend at the node where it leaves its source.
  int first_bend_cost(int net, const Port& port) const;

  // What an end at this port costs beside the ends that are there: a side that lines leave and enter by turns is hard
  // to read. A plain line counts as leaving at both ends: arrows in keep off it.
  int mixed_side_cost(const Port& port, bool entering) const {
    const Ends& ends = ends_[4 * port.shape + port.out];
    return (entering ? ends.leaving > 0 && ends.entering == 0 : ends.entering > 0 && ends.leaving == 0) ? mixed_side_price_ : 0;
  }
  int mixed_side_cost_of(int net) const;

  int crossings() const { return crossings_; }
  // Dearer on crowded sheets, where the eye loses a line at a crossing; on small ones a crossing costs little more than
  // the bend that avoids it.
  int crossing_price() const { return nets() > price::kCrowded ? price::kCrossing : price::kCrossingOfFew; }
  std::int64_t total_cost() const { return total_own_ + std::int64_t{crossing_price()} * crossings_ + std::int64_t{mixed_side_price_} * mixed_sides_; }
  // The nets that share a node with this one in a way that is not legal, each once, ascending.
  std::vector<int> conflicts(int net) const;
  bool in_conflict(int net) const;
  bool compatible(int net, int position, std::uint8_t arms, const Use& other) const;
  // The nets that it crosses, each once, ascending; and the nodes where.
  std::vector<int> crossed_by(int net) const;
  int crossings_of(int net) const { return crossings_of_[net]; }

 private:
  bool same_decision(int a, int b) const;
  void count(int node, std::uint8_t arms, int by);
  void count_crossing(int node, int net, bool before, int by);
  void count_ends(int net, int by);
  void measure(int net);
  void put_on(int net);

  const Problem& problem_;
  const Grid& grid_;
  std::vector<Laid> laid_;
  int placed_nets_ = 0;
  std::vector<int> head_;
  struct Standing {  // at a node: lines that go straight on, lines that bend or end
    std::int16_t upright = 0, level = 0, bent = 0;
    bool crossed() const { return upright > 0 && level > 0; }
  };
  std::vector<Standing> standing_;
  std::vector<Use> pool_;
  int free_use_ = -1;
  std::vector<int> join_group_, fork_group_;
  std::vector<std::vector<int>> fork_mates_, join_mates_;
  LineBits lines_;
  static constexpr int kNodesPerStep = 1;  // put on and off again
  std::int64_t nodes_placed_ = 0;
  struct Ends {  // of lines, on a side of a shape
    std::int16_t leaving = 0, entering = 0;
    bool mixed() const { return leaving > 0 && entering > 0; }
  };
  std::vector<Ends> ends_;  // four for each shape
  int mixed_side_price_, mixed_sides_ = 0;
  int crossings_ = 0;
  std::vector<int> crossings_of_;
  std::int64_t total_own_ = 0;
};

}  // namespace lembar::routing
