// Who runs where on the grid: the paths of all nets and, for each node, the arms that each net uses there.
//
// One rule decides legality. At a node two nets may go straight across each other (a crossing); any shared arm, and
// any bend beside another net, is a conflict. Two kinds of company are free of it: nets with the same target from
// where they meet to the end, and nets from the same source, which is no decision, from the start to where they
// part. Promise: crossings() and own_cost() are always those of the paths that lie on the board.
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

class Board {
 public:
  struct Use {
    int net = 0, position = 0;  // nodes[position] of its path
    std::uint8_t arms = 0;
    int next = -1;  // the next use of the same node
  };

  Board(const Problem& problem, const Grid& grid);

  const Problem& problem() const { return problem_; }
  const Grid& grid() const { return grid_; }
  int nets() const { return static_cast<int>(paths_.size()); }
  const Path& path(int net) const { return paths_[net]; }
  bool placed(int net) const { return !paths_[net].empty(); }

  void place(int net, Path path);
  void lift(int net);

  const LineBits& lines() const { return lines_; }
  // Done in placing and lifting since the beginning, in steps of a search.
  std::int64_t work() const { return nodes_placed_ / kNodesPerStep; }
  int first_use(int node) const { return head_[node]; }
  const Use& use(int index) const { return pool_[index]; }

  // What the path costs from the node at `position` on, left by its own way; and up to it, entered by its own way.
  int cost_after(int net, int position) const { return detail_[net].cost_after[position]; }
  int cost_before(int net, int position) const { return detail_[net].cost_before[position]; }
  Direction way_in(int net, int position) const {
    const Path& p = paths_[net];
    return position == 0 ? grid_.ports()[p.start_port].out : grid_.direction(p.nodes[position - 1], p.nodes[position]);
  }
  Direction way_out(int net, int position) const {
    const Path& p = paths_[net];
    return position + 1 == static_cast<int>(p.nodes.size()) ? opposite(grid_.ports()[p.end_port].out)
                                                            : grid_.direction(p.nodes[position], p.nodes[position + 1]);
  }
  std::uint64_t rest(int net, int position) const { return detail_[net].rest[position]; }
  bool same_rest(int net, int position, int other, int other_position) const {
    return detail_[net].rest[position] == detail_[other].rest[other_position];
  }
  bool same_start(int net, int position, int other, int other_position) const {
    return detail_[net].begin[position] == detail_[other].begin[other_position];
  }
  // May the two run as one before their target, or after their source?
  bool may_join(int a, int b) const { return join_group_[a] == join_group_[b] && !same_decision(a, b); }
  bool may_fork(int a, int b) const { return fork_group_[a] >= 0 && fork_group_[a] == fork_group_[b]; }
  const std::vector<int>& join_mates(int net) const { return join_mates_[net]; }
  const std::vector<int>& fork_mates(int net) const { return fork_mates_[net]; }

  // Bends, way, ports: everything but crossings.
  int bends_after(int net, int position) const { return detail_[net].bends_after[position]; }
  int own_cost(int net) const { return detail_[net].own; }
  int bends(int net) const { return detail_[net].bends; }
  int port_cost(int net, const Port& port, bool is_target) const;
  // Of a bend at the node where it leaves its source.
  int first_bend_cost(int net, const Port& port) const;

  int crossings() const { return crossings_; }
  // Dearer on crowded sheets, where the eye loses a line at a crossing; on small ones a crossing costs little more than
  // the bend that avoids it.
  int crossing_price() const { return nets() > price::kCrowded ? price::kCrossing : price::kCrossingOfFew; }
  std::int64_t total_cost() const { return total_own_ + std::int64_t{crossing_price()} * crossings_; }
  // The nets that share a node with this one in a way that is not legal, each once, ascending.
  std::vector<int> conflicts(int net) const;
  bool in_conflict(int net) const;
  bool compatible(int net, int position, std::uint8_t arms, const Use& other) const;
  // The nets that it crosses, each once, ascending; and the nodes where.
  std::vector<int> crossed_by(int net) const;
  int crossings_of(int net) const;

 private:
  struct Detail {
    std::vector<int> cost_after, cost_before, bends_after;
    std::vector<std::uint64_t> rest, begin;
    int own = 0, bends = 0;
  };

  bool same_decision(int a, int b) const;
  void count(int node, std::uint8_t arms, int by);
  void measure(int net);

  const Problem& problem_;
  const Grid& grid_;
  std::vector<Path> paths_;
  std::vector<Detail> detail_;
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
  int crossings_ = 0;
  std::int64_t total_own_ = 0;
};

}  // namespace lembar::routing
