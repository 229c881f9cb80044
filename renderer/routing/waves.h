// How many bends at least lie between each place of the grid and the end of a net: the estimate of the search.
//
// Words: a wave is the set of states (node, direction of travel) from which so many bends suffice; a crossing counts
// as the whole bends it costs, a node in other hands as the whole bends of its price, or as closed.
// Method: 0-1 breadth-first search backwards from the goals, bit-parallel: a row of 64 nodes is one machine word, and
// a line's run to its next obstacle is the occluded fill by which chess programs move sliding pieces (Kogge-Stone).
// The waves stop one bend after the first start is reached.
// Cost: about thirty operations for a word, four directions, two to five waves: a few microseconds for a page.
// Weak where the fractions decide (lengths, prices of half a bend): those the search must find out step by step.
// From: retrograde bitboard fills; "bend numbers first" is Lee's router with the bend as its unit (Mikami-Tabuchi).
#pragma once

#include <cstdint>
#include <vector>

#include "routing/bit_loops.h"
#include "routing/tracks.h"

namespace lembar::routing {

// One bit a node; word `w * rows + row` holds columns 64 w .. 64 w + 63, so that a column of words is contiguous.
struct NodeBits {
  NodeBits() = default;
  explicit NodeBits(const Grid& grid) : rows(grid.rows()), words((grid.columns() + 63) / 64) {
    bits.assign(static_cast<std::size_t>(rows) * words, 0);
  }
  void set(int column, int row, bool on) {
    const std::uint64_t bit = std::uint64_t{1} << (column & 63);
    std::uint64_t& word = bits[static_cast<std::size_t>(column >> 6) * rows + row];
    word = on ? word | bit : word & ~bit;
  }
  int rows = 0, words = 0;
  std::vector<Word> bits;
};

// What stands at the nodes: lines that go straight on along y or x, and bends or ends.
struct LineBits {
  NodeBits upright, level, bent;
};

class Waves {
 public:
  static constexpr int kMost = 10;    // more bends than this are not told apart
  static constexpr int kClosed = 99;  // a price that nobody pays

  explicit Waves(const Grid& grid);

  // Forgets the last net. The prices in whole bends, rounded down.
  void begin(int first_row, int last_row, const LineBits& lines, int crossing, int conflict);
  void add_start(int node, Direction d) { starts_.push_back({node, d}); }
  void add_fork(int node, Direction d) { forks_.push_back({node, d}); }  // leaves the line it runs on here
  void add_port(int node, Direction into);
  // A node of a line that goes on in direction `out` with so many bends to its end: straight into it at that price,
  // from either side at one more.
  void add_join(int column, int row, Direction out, int bends);
  // Runs until a start is reached, and one wave more, or until more than `most` bends would be needed; false then.
  bool run(int most);

  // How much was done since the beginning, in steps of a search.
  std::int64_t work() const { return work_; }
  bool all_known() const { return all_known_; }

  // Least bends from a state; from a place where it parts from another line. kClosed where no way leads on.
  int bends(int column, int row, Direction d) const {
    // Each wave holds the ones before it. Counting all that miss the state beats a branch that nobody can foretell.
    const Word* wave = &pool_[static_cast<std::size_t>(d) * size_ + (column >> 6) * rows_ + row - first_row_];
    int missing = 0;
    for (int k = 0; k <= top_; ++k, wave += 8 * static_cast<std::size_t>(size_))
      missing += static_cast<int>(~(*wave >> (column & 63)) & 1);
    return missing <= top_ ? missing : beyond();
  }
  int bends_of_fork(int column, int row, Direction d) const;

 private:
  struct Mark {
    int node;
    Direction d;
  };
  struct Spot {
    int word;
    Word bit;
  };
  struct PortBit {
    int word;
    Direction into;
  };
  int beyond() const { return all_known_ ? kClosed : top_ + 1; }  // for what no wave holds
  Word* reach(int wave, int d) { return &pool_[static_cast<std::size_t>(wave * 8 + d) * size_]; }
  Word* leave(int wave, int d) { return &pool_[static_cast<std::size_t>(wave * 8 + 4 + d) * size_]; }
  bool bit(int wave, int kind, int column, int row) const {
    return pool_[static_cast<std::size_t>(wave * 8 + kind) * size_ + (column >> 6) * rows_ + row - first_row_] >> (column & 63) & 1;
  }
  void make_room(std::size_t words);
  void spread(int wave, Direction d);
  void join(int wave, Direction d);
  bool started() const;

  const Grid& grid_;
  NodeBits open_[4];  // by direction
  int words_;
  int first_row_ = 0, rows_ = 0, size_ = 0, crossing_ = 1, conflict_ = kClosed, top_ = 0;
  std::int64_t work_ = 0;
  bool all_known_ = false;  // what the waves have not reached, nothing reaches
  std::vector<Word> free_, over_[2], pass_[4], none_, all_, pool_;
  std::vector<Word> port_[4];  // by direction; empty but for ports_
  std::vector<PortBit> ports_;
  std::vector<Mark> starts_, forks_;
  std::vector<Spot> joins_[4 * (kMost + 1)];  // by wave and direction out
  int last_join_ = 0;
};

}  // namespace lembar::routing
