#include "routing/bit_loops.h"

// Compiled twice, and chosen when the program starts. Not under sanitizers: they are not awake yet at that time.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define LEMBAR_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define LEMBAR_WIDE
#endif
#define LEMBAR_WITHIN inline __attribute__((always_inline))  // or it would be a call, and narrow

namespace lembar::routing {
namespace {

// Onto lower columns: where a step to the east would lead onto a set bit, as far as `open` goes. Six rounds, written
// out, for a loop in a loop is not taken for wide registers.
LEMBAR_WITHIN void fill_west(Word* __restrict row, const Word* __restrict open, int rows) {
  for (int j = 0; j < rows; ++j) {
    Word f = row[j], o = open[j];
    f |= o & f >> 1;
    o &= o >> 1;
    f |= o & f >> 2;
    o &= o >> 2;
    f |= o & f >> 4;
    o &= o >> 4;
    f |= o & f >> 8;
    o &= o >> 8;
    f |= o & f >> 16;
    o &= o >> 16;
    row[j] = f | (o & f >> 32);
  }
}

// The other way a carry does it: added to a run of ones, a bit wipes all from itself to the end of the run.
LEMBAR_WITHIN void fill_east(Word* __restrict row, const Word* __restrict open, int rows) {
  for (int j = 0; j < rows; ++j) {
    const Word o = open[j], next = row[j] << 1 & o;
    row[j] |= next | (o & ~(o + next));
  }
}

LEMBAR_WITHIN void flow_east(Word* r, const Word* pass, int words, int rows) {
  for (int w = words - 1; w >= 0; --w) {
    Word* row = r + w * rows;
    const Word* open = pass + w * rows;
    if (w + 1 < words) {
      Word* __restrict here = row;
      const Word* __restrict beyond = row + rows;
      for (int j = 0; j < rows; ++j) here[j] |= beyond[j] << 63 & open[j];
    }
    fill_west(row, open, rows);
  }
}

LEMBAR_WITHIN void flow_west(Word* r, const Word* pass, int words, int rows) {
  for (int w = 0; w < words; ++w) {
    Word* row = r + w * rows;
    const Word* open = pass + w * rows;
    if (w > 0) {
      Word* __restrict here = row;
      const Word* __restrict beyond = row - rows;
      for (int j = 0; j < rows; ++j) here[j] |= beyond[j] >> 63 & open[j];
    }
    fill_east(row, open, rows);
  }
}

// Row after row, for each needs the last; columns of words side by side, so that none waits for another.
template <int kBeside>
LEMBAR_WITHIN void flow_vertical(Word* __restrict r, const Word* __restrict pass, int rows, int first, int step) {
  Word carried[kBeside] = {};
  for (int j = 0, i = first; j < rows; ++j, i += step)
    for (int w = 0; w < kBeside; ++w) r[i + w * rows] = carried[w] = r[i + w * rows] | (carried[w] & pass[i + w * rows]);
}

LEMBAR_WITHIN void flow_vertical(Word* r, const Word* pass, int words, int rows, int first, int step) {
  for (; words >= 3; words -= 3, r += 3 * rows, pass += 3 * rows) flow_vertical<3>(r, pass, rows, first, step);
  if (words == 2) flow_vertical<2>(r, pass, rows, first, step);
  if (words == 1) flow_vertical<1>(r, pass, rows, first, step);
}

LEMBAR_WITHIN void back_east(Word* __restrict out, const Word* __restrict r, const Word* __restrict open, int open_rows,
                            const Word* __restrict port, int words, int rows) {
  for (int w = 0; w < words; ++w, out += rows, r += rows, port += rows, open += open_rows) {
    if (w + 1 < words)
      for (int j = 0; j < rows; ++j) out[j] = ((r[j] >> 1 | r[j + rows] << 63) & open[j]) | port[j];
    else
      for (int j = 0; j < rows; ++j) out[j] = (r[j] >> 1 & open[j]) | port[j];
  }
}

LEMBAR_WITHIN void back_west(Word* __restrict out, const Word* __restrict r, const Word* __restrict open, int open_rows,
                            const Word* __restrict port, int words, int rows) {
  for (int w = 0; w < words; ++w, out += rows, r += rows, port += rows, open += open_rows) {
    if (w > 0)
      for (int j = 0; j < rows; ++j) out[j] = ((r[j] << 1 | r[j - rows] >> 63) & open[j]) | port[j];
    else
      for (int j = 0; j < rows; ++j) out[j] = (r[j] << 1 & open[j]) | port[j];
  }
}

LEMBAR_WITHIN void back_south(Word* __restrict out, const Word* __restrict r, const Word* __restrict open, int open_rows,
                             const Word* __restrict port, int words, int rows) {
  for (int w = 0; w < words; ++w, out += rows, r += rows, port += rows, open += open_rows) {
    for (int j = 0; j + 1 < rows; ++j) out[j] = (r[j + 1] & open[j]) | port[j];
    out[rows - 1] = port[rows - 1];
  }
}

LEMBAR_WITHIN void back_north(Word* __restrict out, const Word* __restrict r, const Word* __restrict open, int open_rows,
                             const Word* __restrict port, int words, int rows) {
  for (int w = 0; w < words; ++w, out += rows, r += rows, port += rows, open += open_rows) {
    for (int j = 1; j < rows; ++j) out[j] = (r[j - 1] & open[j]) | port[j];
    out[0] = port[0];
  }
}

}  // namespace

LEMBAR_WIDE void sort_nodes(const Word* __restrict upright, const Word* __restrict level, const Word* __restrict bent,
                             Word* __restrict free, Word* __restrict only_level, Word* __restrict only_upright, int n) {
  for (int j = 0; j < n; ++j) {
    const Word u = upright[j], l = level[j], b = bent[j];
    free[j] = ~(u | l | b);
    only_level[j] = l & ~u & ~b;
    only_upright[j] = u & ~l & ~b;
  }
}

LEMBAR_WIDE void find_passable(const Word* __restrict free, const Word* __restrict over, const Word* __restrict open,
                                Word* __restrict pass, int n) {
  if (over == nullptr)
    for (int j = 0; j < n; ++j) pass[j] = free[j] & open[j];
  else
    for (int j = 0; j < n; ++j) pass[j] = (free[j] | over[j]) & open[j];
}

LEMBAR_WIDE void spread_wave(Word* __restrict r, const Word* __restrict old, const Word* __restrict a, const Word* __restrict b,
                              const Word* __restrict turn, const Word* __restrict on, const Word* __restrict cross, int n) {
  for (int i = 0; i < n; ++i) r[i] = old[i] | ((a[i] | b[i]) & turn[i]) | (on[i] & cross[i]);
}

LEMBAR_WIDE void flow_back(Direction d, Word* r, const Word* pass, int words, int rows) {
  switch (d) {
    case kEast: return flow_east(r, pass, words, rows);
    case kWest: return flow_west(r, pass, words, rows);
    case kSouth: return flow_vertical(r, pass, words, rows, rows - 1, -1);
    case kNorth: return flow_vertical(r, pass, words, rows, 0, 1);
  }
}

LEMBAR_WIDE void step_back(Direction d, Word* out, const Word* r, const Word* open, int open_rows, const Word* port, int words,
                           int rows) {
  switch (d) {
    case kEast: return back_east(out, r, open, open_rows, port, words, rows);
    case kWest: return back_west(out, r, open, open_rows, port, words, rows);
    case kSouth: return back_south(out, r, open, open_rows, port, words, rows);
    case kNorth: return back_north(out, r, open, open_rows, port, words, rows);
  }
}

}  // namespace lembar::routing
