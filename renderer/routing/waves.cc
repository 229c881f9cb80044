#include "routing/waves.h"

#include <algorithm>

namespace lembar::routing {
namespace {

constexpr int kWordsPerStep = 2;  // words of a wave that take as long as one step of a search

// Onto lower columns: where a step to the east would lead onto a set bit, as far as `open` goes.
std::uint64_t fill_west(std::uint64_t from, std::uint64_t open) {
  for (int k = 1; k < 64; k *= 2) {
    from |= open & (from >> k);
    open &= open >> k;
  }
  return from;
}

// The other way a carry does it: added to a run of ones, a bit wipes all from itself to the end of the run.
std::uint64_t fill_east(std::uint64_t from, std::uint64_t open) {
  const std::uint64_t next = from << 1 & open;
  return from | next | (open & ~(open + next));
}

Direction left_of(Direction d) { return static_cast<Direction>((d + 3) & 3); }
Direction right_of(Direction d) { return static_cast<Direction>((d + 1) & 3); }

}  // namespace

Waves::Waves(const Grid& grid) : grid_(grid), words_((grid.columns() + 63) / 64) {
  for (NodeBits& b : open_) b = NodeBits(grid);
  for (int j = 0; j < grid.rows(); ++j)
    for (int i = 0; i < grid.columns(); ++i) {
      const std::uint8_t open = grid.open(grid.node(i, j));
      for (int d = 0; d < 4; ++d) open_[d].set(i, j, (open >> d & 1) != 0);
    }
}

void Waves::begin(int first_row, int last_row, const LineBits& lines, int crossing, int conflict) {
  first_row_ = first_row;
  rows_ = last_row - first_row + 1;
  size_ = words_ * rows_;
  crossing_ = crossing;
  conflict_ = conflict;
  starts_.clear();
  forks_.clear();
  for (auto& v : joins_) v.clear();
  last_join_ = 0;
  const std::size_t n = static_cast<std::size_t>(size_);
  for (const PortBit& p : ports_) port_[p.into][p.word] = 0;
  ports_.clear();
  if (free_.size() < n) make_room(n);
  for (int w = 0; w < words_; ++w) {
    const std::size_t from = static_cast<std::size_t>(w) * grid_.rows() + first_row, to = static_cast<std::size_t>(w) * rows_;
    for (int j = 0; j < rows_; ++j) {
      const std::uint64_t upright = lines.upright.bits[from + j], level = lines.level.bits[from + j], bent = lines.bent.bits[from + j];
      free_[to + j] = ~(upright | level | bent);
      over_[0][to + j] = level & ~upright & ~bent;
      over_[1][to + j] = upright & ~level & ~bent;
    }
    for (int d = 0; d < 4; ++d)
      for (int j = 0; j < rows_; ++j) {
        std::uint64_t pass = free_[to + j];
        if (crossing_ == 0) pass |= over_[d & 1][to + j];
        if (conflict_ == 0) pass = ~std::uint64_t{0};
        pass_[d][to + j] = pass & open_[d].bits[from + j];
      }
  }
}

void Waves::make_room(std::size_t words) {
  free_.resize(words);
  for (auto* each : {&over_[0], &over_[1], &pass_[0], &pass_[1], &pass_[2], &pass_[3], &port_[0], &port_[1], &port_[2], &port_[3]})
    each->resize(words);
  pool_.resize(words * 8 * (kMost + 1));
}

void Waves::add_port(int node, Direction into) {
  const int i = grid_.column_of(node), j = grid_.row_of(node) - first_row_;
  if (j < 0 || j >= rows_) return;
  const int word = (i >> 6) * rows_ + j;
  port_[into][word] |= std::uint64_t{1} << (i & 63);
  ports_.push_back({word, into});
}

void Waves::add_join(int column, int row, Direction out, int bends) {
  const int j = row - first_row_;
  if (bends > kMost || j < 0 || j >= rows_) return;
  joins_[bends * 4 + out].push_back({(column >> 6) * rows_ + j, std::uint64_t{1} << (column & 63)});
  last_join_ = std::max(last_join_, std::min(bends + 1, kMost));
}

// What reaches a join in direction d at the price of this wave.
void Waves::join(int wave, Direction d) {
  std::uint64_t* r = reach(wave, d);
  for (const Spot& s : joins_[wave * 4 + d]) r[s.word] |= s.bit;
  if (wave == 0) return;
  for (const Direction out : {left_of(d), right_of(d)})
    for (const Spot& s : joins_[(wave - 1) * 4 + out]) r[s.word] |= s.bit;
}

// What gets on in direction d at the price of this wave, before it runs on freely.
void Waves::spread(int wave, Direction d) {
  std::uint64_t* r = reach(wave, d);
  const bool any = conflict_ == 0;
  if (wave == 0) {
    for (int i = 0; i < size_; ++i) r[i] = port_[d][i] & (any ? ~std::uint64_t{0} : free_[i] | (crossing_ == 0 ? over_[d & 1][i] : 0));
  } else {
    const std::uint64_t *old = reach(wave - 1, d), *a = leave(wave - 1, left_of(d)), *b = leave(wave - 1, right_of(d));
    for (int i = 0; i < size_; ++i) r[i] = old[i] | ((a[i] | b[i]) & (any ? ~std::uint64_t{0} : free_[i]));
  }
  if (crossing_ > 0 && wave >= crossing_) {
    const std::uint64_t* on = leave(wave - crossing_, d);
    for (int i = 0; i < size_; ++i) r[i] |= on[i] & over_[d & 1][i];
  }
  if (conflict_ > 0 && wave >= conflict_) {
    const std::uint64_t* on = leave(wave - conflict_, d);
    for (int i = 0; i < size_; ++i) r[i] |= on[i] & ~free_[i];
  }
  if (conflict_ > 0 && wave > conflict_) {
    const std::uint64_t *a = leave(wave - 1 - conflict_, left_of(d)), *b = leave(wave - 1 - conflict_, right_of(d));
    for (int i = 0; i < size_; ++i) r[i] |= (a[i] | b[i]) & ~free_[i];
  }
}

void Waves::flow(Direction d, std::uint64_t* r) const {
  const std::uint64_t* pass = pass_[d].data();
  switch (d) {
    case kEast:
      for (int w = words_ - 1; w >= 0; --w) {
        std::uint64_t* row = r + w * rows_;
        const std::uint64_t* open = pass + w * rows_;
        if (w + 1 < words_)
          for (int j = 0; j < rows_; ++j) row[j] |= (row[j + rows_] << 63) & open[j];
        for (int j = 0; j < rows_; ++j) row[j] = fill_west(row[j], open[j]);
      }
      break;
    case kWest:
      for (int w = 0; w < words_; ++w) {
        std::uint64_t* row = r + w * rows_;
        const std::uint64_t* open = pass + w * rows_;
        if (w > 0)
          for (int j = 0; j < rows_; ++j) row[j] |= (row[j - rows_] >> 63) & open[j];
        for (int j = 0; j < rows_; ++j) row[j] = fill_east(row[j], open[j]);
      }
      break;
    case kSouth:
      for (int w = 0; w < words_; ++w)
        for (int j = rows_ - 2, i = w * rows_ + j; j >= 0; --j, --i) r[i] |= r[i + 1] & pass[i];
      break;
    case kNorth:
      for (int w = 0; w < words_; ++w)
        for (int j = 1, i = w * rows_ + 1; j < rows_; ++j, ++i) r[i] |= r[i - 1] & pass[i];
      break;
  }
}

// The nodes from which the step in direction d leads into the wave, or into a port.
void Waves::step_back(int wave, Direction d) {
  const std::uint64_t *r = reach(wave, d), *port = port_[d].data();
  std::uint64_t* out = leave(wave, d);
  for (int w = 0; w < words_; ++w) {
    const std::uint64_t* open = &open_[d].bits[static_cast<std::size_t>(w) * grid_.rows() + first_row_];
    const int at = w * rows_;
    switch (d) {
      case kEast:
        for (int j = 0; j < rows_; ++j) {
          const std::uint64_t carried = w + 1 < words_ ? r[at + rows_ + j] << 63 : 0;
          out[at + j] = ((r[at + j] >> 1 | carried) & open[j]) | port[at + j];
        }
        break;
      case kWest:
        for (int j = 0; j < rows_; ++j) {
          const std::uint64_t carried = w > 0 ? r[at - rows_ + j] >> 63 : 0;
          out[at + j] = ((r[at + j] << 1 | carried) & open[j]) | port[at + j];
        }
        break;
      case kSouth:
        for (int j = 0; j + 1 < rows_; ++j) out[at + j] = (r[at + j + 1] & open[j]) | port[at + j];
        out[at + rows_ - 1] = port[at + rows_ - 1];
        break;
      case kNorth:
        for (int j = 1; j < rows_; ++j) out[at + j] = (r[at + j - 1] & open[j]) | port[at + j];
        out[at] = port[at];
        break;
    }
  }
}

bool Waves::started() const {
  for (const Mark& s : starts_)
    if (bit(top_, s.d, grid_.column_of(s.node), grid_.row_of(s.node))) return true;
  return std::any_of(forks_.begin(), forks_.end(), [this](const Mark& f) {
    return bends_of_fork(grid_.column_of(f.node), grid_.row_of(f.node), f.d) <= top_;
  });
}

bool Waves::run(int most) {
  most = std::min(most, kMost);
  all_known_ = false;
  top_ = -1;
  int last = -1, still = 0;
  bool found = false;
  const int latest = std::max(crossing_, conflict_ == kClosed ? 0 : conflict_ + 1);
  for (int k = 0; k <= kMost; ++k) {
    if (k > (found ? last : most)) break;
    top_ = k;
    work_ += size_ / kWordsPerStep;
    bool grown = k <= last_join_;
    for (int d = 0; d < 4; ++d) {
      spread(k, static_cast<Direction>(d));
      join(k, static_cast<Direction>(d));
      flow(static_cast<Direction>(d), reach(k, d));
      if (k > 0 && !grown) grown = !std::equal(reach(k, d), reach(k, d) + size_, reach(k - 1, d));
    }
    for (int d = 0; d < 4; ++d) step_back(k, static_cast<Direction>(d));
    still = grown || k == 0 ? 0 : still + 1;
    if (!found && started()) {
      found = true;
      last = std::min(k + 1, most);
    }
    if (still > latest) {
      all_known_ = true;
      break;
    }
  }
  return found;
}

int Waves::bends_of_fork(int column, int row, Direction d) const {
  int least = all_known_ ? kClosed : top_ + 1;
  for (int x = 0; x < 4; ++x) {
    if (x == opposite(d)) continue;
    for (int k = 0; k <= top_; ++k)
      if (bit(k, 4 + x, column, row)) {
        least = std::min(least, k + (x != d));
        break;
      }
  }
  return least;
}

}  // namespace lembar::routing
