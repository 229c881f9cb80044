#include "routing/waves.h"

#include <algorithm>

namespace lembar::routing {
namespace {

constexpr int kWordsPerStep = 2;  // words of a wave that take as long as one step of a search

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
    sort_nodes(&lines.upright.bits[from], &lines.level.bits[from], &lines.bent.bits[from], &free_[to], &over_[0][to], &over_[1][to],
                rows_);
    for (int d = 0; d < 4; ++d) {
      const Word* open = &open_[d].bits[from];
      Word* pass = &pass_[d][to];
      if (conflict_ == 0)
        std::copy(open, open + rows_, pass);
      else
        find_passable(&free_[to], crossing_ == 0 ? &over_[d & 1][to] : nullptr, open, pass, rows_);
    }
  }
}

void Waves::make_room(std::size_t words) {
  free_.resize(words);
  for (auto* each : {&over_[0], &over_[1], &pass_[0], &pass_[1], &pass_[2], &pass_[3], &port_[0], &port_[1], &port_[2], &port_[3]})
    each->resize(words);
  none_.resize(words, 0);
  all_.resize(words, ~Word{0});
  pool_.resize(words * 8 * (kMost + 1));
}

void Waves::add_port(int node, Direction into) {
  const int i = grid_.column_of(node), j = grid_.row_of(node) - first_row_;
  if (j < 0 || j >= rows_) return;
  const int word = (i >> 6) * rows_ + j;
  port_[into][word] |= Word{1} << (i & 63);
  ports_.push_back({word, into});
}

void Waves::add_join(int column, int row, Direction out, int bends) {
  const int j = row - first_row_;
  if (bends > kMost || j < 0 || j >= rows_) return;
  std::vector<Spot>& spots = joins_[bends * 4 + out];
  const int word = (column >> 6) * rows_ + j;
  const Word bit = Word{1} << (column & 63);
  if (!spots.empty() && spots.back().word == word)
    spots.back().bit |= bit;
  else
    spots.push_back({word, bit});
  last_join_ = std::max(last_join_, std::min(bends + 1, kMost));
}

// What reaches a join in direction d at the price of this wave.
void Waves::join(int wave, Direction d) {
  Word* r = reach(wave, d);
  for (const Spot& s : joins_[wave * 4 + d]) r[s.word] |= s.bit;
  if (wave == 0) return;
  for (const Direction out : {left_of(d), right_of(d)})
    for (const Spot& s : joins_[(wave - 1) * 4 + out]) r[s.word] |= s.bit;
}

// What gets on in direction d at the price of this wave, before it runs on freely.
void Waves::spread(int wave, Direction d) {
  Word* r = reach(wave, d);
  const bool any = conflict_ == 0;
  if (wave == 0) {
    std::fill(r, r + size_, 0);
    for (const PortBit& p : ports_)
      if (p.into == d)
        r[p.word] = port_[d][p.word] & (any ? ~Word{0} : free_[p.word] | (crossing_ == 0 ? over_[d & 1][p.word] : 0));
  } else {
    const Word* on = crossing_ > 0 && wave >= crossing_ ? leave(wave - crossing_, d) : none_.data();
    spread_wave(r, reach(wave - 1, d), leave(wave - 1, left_of(d)), leave(wave - 1, right_of(d)),
                  any ? all_.data() : free_.data(), on, over_[d & 1].data(), size_);
  }
  if (conflict_ > 0 && wave >= conflict_) {
    const Word* on = leave(wave - conflict_, d);
    for (int i = 0; i < size_; ++i) r[i] |= on[i] & ~free_[i];
  }
  if (conflict_ > 0 && wave > conflict_) {
    const Word *a = leave(wave - 1 - conflict_, left_of(d)), *b = leave(wave - 1 - conflict_, right_of(d));
    for (int i = 0; i < size_; ++i) r[i] |= (a[i] | b[i]) & ~free_[i];
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
      flow_back(static_cast<Direction>(d), reach(k, d), pass_[d].data(), words_, rows_);
      if (k > 0 && !grown) grown = !std::equal(reach(k, d), reach(k, d) + size_, reach(k - 1, d));
    }
    const bool is_last = k == (found ? last : most);
    if (!is_last || !forks_.empty())  // only forks ask what leads into the last wave
      for (int d = 0; d < 4; ++d)
        step_back(static_cast<Direction>(d), leave(k, d), reach(k, d), &open_[d].bits[first_row_], grid_.rows(), port_[d].data(),
                  words_, rows_);
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
  int least = beyond();
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
