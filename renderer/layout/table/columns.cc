#include "layout/table/columns.h"

#include <algorithm>
#include <optional>

#include "layout/table/priced_cells.h"

namespace lembar::layout {

namespace {

constexpr Length kStep = mm(1);
constexpr std::int64_t kExchanged[] = {1, 2, 3, 6};  // steps
constexpr std::size_t kMostRows = 240;        // a longer table is judged by a sample of its rows
constexpr Length kLeastOfLanes = mm(1);  // height of the table that lanes of one width are worth

// Prices of what the eye dislikes, as height of the table; those of broken words are in priced_cells.cc.
constexpr Length kUprightHeads = mm(6);    // on each page, beside their height: they are harder to read
// Under its good width a column costs the square of what it lacks, for each row: 1/50 mm a square millimetre for a
// lane, less for a text column, whose rows get higher anyway.
constexpr std::int64_t kLackOfLane = 50, kLackOfText = 120;
// Less air than lanes might have costs less than anything that text needs.
constexpr std::int64_t kLackOfAir = 600;

class WidthSearch {
 public:
  WidthSearch(const ColumnInput& in, bool upright) : in_(in), upright_(upright) {}

  ColumnWidths run() {
    ColumnWidths result;
    bounds_ = bound_columns(in_, upright_ ? LaneHeads::upright : LaneHeads::level);
    Length least_sum;
    for (const ColumnBounds& b : bounds_) least_sum += b.least;
    result.needed = least_sum;
    result.upright_lane_heads = upright_;
    result.fits = least_sum <= in_.width;
    if (!result.fits) return result;
    priced_ = in_.prices.price(in_, bounds_, kStep, upright_ ? LaneHeads::upright : LaneHeads::level);
    widths_.resize(count());
    steps_.resize(count());
    lacks_.resize(count());
    Length spare = search(&WidthSearch::start_narrow);
    if (breaks_words()) {
      const Length narrow_spare = spare, narrow_price = price();
      std::vector<Length> narrow = widths_;
      spare = search(&WidthSearch::start_whole);
      if (price() >= narrow_price) {
        widths_ = std::move(narrow);
        spare = narrow_spare;
      }
    }
    even_out_lanes();
    result.price = price();
    result.squeezed = is_squeezed();
    spread(spare);
    result.widths = std::move(widths_);
    return result;
  }

 private:
  // From a start to where no move makes the table better. Returns the width that nobody gains by.
  Length search(void (WidthSearch::*start)()) {
    (this->*start)();
    Length spare = in_.width;
    for (const Length& width : widths_) spare -= width;
    spare = give_away(spare);
    exchange();
    return spare;
  }

  bool is_text(std::size_t c) const { return !in_.spec.columns[c].lane; }
  std::size_t count() const { return bounds_.size(); }
  std::int64_t steps(std::size_t c) const { return (widths_[c] - bounds_[c].least) / kStep; }

  void start_narrow() {
    widths_.clear();
    for (const ColumnBounds& b : bounds_) widths_.push_back(b.least);
  }

  // Every column wide enough for its words; then as much is taken as is too much, each time where it costs least.
  void start_whole() {
    Length sum;
    for (std::size_t c = 0; c < count(); ++c) {
      const ColumnBounds& b = bounds_[c];
      widths_[c] = b.least + kStep * ((max(b.good, b.whole) - b.least + kStep - Length::from_units(1)) / kStep);
      sum += widths_[c];
    }
    for (; sum > in_.width; sum -= kStep) {
      std::size_t cheapest = 0;
      Length least_price;
      const PricedRows::Rest rest = priced_->rows.rest(all_steps());
      for (std::size_t c = 0; c < count(); ++c) {
        if (!may_shrink(c, 1)) continue;
        const Length then = price_after(rest, c, -1);
        if (least_price == Length() || then < least_price) {
          least_price = then;
          cheapest = c;
        }
      }
      widths_[cheapest] -= kStep;
    }
  }

  const ColumnSteps& all_steps() {
    for (std::size_t c = 0; c < count(); ++c) steps_[c] = steps(c);
    return steps_;
  }

  // The whole table as a height.
  Length price() { return price_with(priced_->rows.price(all_steps())); }

  // When one column more is so much wider, all others as they were for `rest`.
  Length price_after(const PricedRows::Rest& rest, std::size_t c, std::int64_t more) {
    steps_ = rest.steps;
    steps_[c] += more;
    widths_[c] += kStep * more;
    const Length price = price_with(priced_->rows.price(rest, c, steps_[c]));
    widths_[c] -= kStep * more;
    return price;
  }

  // With what is to be added to the rows. REQUIRES: steps_ are those of the widths.
  Length price_with(Length rows) {
    Length total = rows, lacks;
    for (std::size_t c = 0; c < count(); ++c) lacks += lack_of(c);
    total += lacks * static_cast<std::int64_t>(priced_->rows.count());
    Length heads = priced_->heads.price(steps_);
    if (upright_) heads += kUprightHeads;
    // A page holds what its heads leave; half a page more or less is no jump.
    const Length room = max(in_.page_height - heads, in_.page_height / 4);
    return total + heads + Length::from_units(heads.units() * (total.units() / 1024) / std::max<std::int64_t>(1, room.units() / 1024));
  }

  // For each row.
  Length lack_of(std::size_t c) {
    Lack& known = lacks_[c];
    if (known.width == widths_[c]) return known.price;
    const std::int64_t lack = max(Length(), bounds_[c].good - widths_[c]).units();
    const std::int64_t air = max(Length(), bounds_[c].airy - widths_[c]).units();
    known = {widths_[c], Length::from_units(lack * lack / kStep.units() / (is_text(c) ? kLackOfText : kLackOfLane) + air * air / kStep.units() / kLackOfAir)};
    return known.price;
  }

  bool breaks_words() { return priced_->rows.breaks_words(all_steps()) || priced_->heads.breaks_words(all_steps()); }

  bool is_squeezed() {
    for (std::size_t c = 0; c < count(); ++c)
      if (!is_text(c) && widths_[c] + mm(2) < bounds_[c].good) return true;
    return priced_->rows.breaks_words(all_steps());
  }

  // Widths to give away or take back at once: one column's, or those of all lanes that lag behind the widest common one.
  struct Move {
    std::vector<std::size_t> columns;
    std::int64_t steps = 0;
    Length by() const { return kStep * (steps * static_cast<std::int64_t>(columns.size())); }
  };

  void apply(const Move& move, int direction) {
    for (const std::size_t c : move.columns) widths_[c] += kStep * (move.steps * direction);
  }

  bool may_grow(std::size_t c, std::int64_t steps) const {
    const Length then = widths_[c] + kStep * steps;
    return is_text(c) ? bounds_[c].most == Length() || then <= bounds_[c].most : then < max(bounds_[c].good, bounds_[c].airy) + kStep;
  }

  // All lanes narrower than `width` that have not their good width yet.
  Move lanes_up_to(Length width, std::int64_t steps) const {
    Move move{{}, steps};
    for (std::size_t c = 0; c < count(); ++c)
      if (!is_text(c) && widths_[c] < width && may_grow(c, steps)) move.columns.push_back(c);
    return move;
  }

  std::vector<Move> growing_moves(Length spare) const {
    std::vector<Move> moves;
    auto offer = [&](Move move) {
      if (!move.columns.empty() && move.by() <= spare) moves.push_back(std::move(move));
    };
    for (std::size_t c = 0; c < count(); ++c)
      for (const std::int64_t steps : {1, 2, 3, 5, 8, 13, 21})
        if (may_grow(c, steps)) offer({{c}, steps});
    Length widest, narrowest;
    for (std::size_t c = 0; c < count(); ++c) {
      if (is_text(c)) continue;
      widest = max(widest, widths_[c]);
      narrowest = narrowest == Length() ? widths_[c] : min(narrowest, widths_[c]);
    }
    for (const std::int64_t steps : {1, 2, 4}) {
      offer(lanes_up_to(widest + kStep, steps));
      if (narrowest + kStep < widest) offer(lanes_up_to(narrowest + kStep, steps));
    }
    return moves;
  }

  Length price_of(const Move& move) {
    apply(move, 1);
    const Length then = price();
    apply(move, -1);
    return then;
  }

  // Returns what nobody gains by.
  Length give_away(Length spare) {
    Length now = price();
    while (spare >= kStep) {
      const Move* best = nullptr;
      Length best_price;
      double best_gain = 0;
      const std::vector<Move> moves = growing_moves(spare);
      const PricedRows::Rest rest = priced_->rows.rest(all_steps());
      for (const Move& move : moves) {
        const Length then = move.columns.size() == 1 ? price_after(rest, move.columns[0], move.steps) : price_of(move);
        const double gain = static_cast<double>((now - then).units()) / static_cast<double>(move.by().units());
        if (gain > best_gain) {
          best_gain = gain;
          best = &move;
          best_price = then;
        }
      }
      if (!best) break;
      apply(*best, 1);
      spare -= best->by();
      now = best_price;
    }
    return spare;
  }

  bool may_shrink(std::size_t c, std::int64_t steps) const { return widths_[c] - kStep * steps >= bounds_[c].least; }

  // From every column, and from all lanes together, to every column.
  void exchange() {
    Length now = price();
    for (int round = 0; round < 4; ++round) {
      bool moved = false;
      for (std::size_t a = 0; a <= count(); ++a) {
        Taken taken[std::size(kExchanged)];
        for (std::size_t b = 0; b < count(); ++b) {
          for (std::size_t k = 0; k < std::size(kExchanged); ++k) {
            if (!take_and_give(a, b, kExchanged[k], taken[k], now)) continue;
            moved = true;
            for (Taken& other : taken) other.rest.reset();  // the widths are others now
          }
        }
      }
      if (!moved) break;
    }
  }

  // What is taken of a column, or of all lanes, and what all columns cost then: the same for whoever gets it.
  struct Taken {
    Move take;
    std::optional<PricedRows::Rest> rest;
  };

  bool take_and_give(std::size_t a, std::size_t b, std::int64_t steps, Taken& taken, Length& now) {
    if (a == b || (a == count() && !is_text(b))) return false;
    if (!taken.rest) {
      taken.take = {{}, steps};
      for (std::size_t c = 0; c < count(); ++c)
        if ((c == a || (a == count() && !is_text(c))) && may_shrink(c, steps)) taken.take.columns.push_back(c);
    }
    const Move& take = taken.take;
    if (take.columns.empty()) return false;
    const Move give{{b}, take.by() / kStep};
    if (!may_grow(b, give.steps)) return false;
    apply(take, -1);
    if (!taken.rest) taken.rest = priced_->rows.rest(all_steps());
    const Length then = price_after(*taken.rest, b, give.steps);
    if (then < now) {
      now = then;
      apply(give, 1);
      return true;
    }
    apply(take, 1);
    return false;
  }

  // Lanes that the search left a little apart, for it gives whole millimetres, are made alike where that costs nothing.
  void even_out_lanes() {
    Length narrowest, sum;
    for (std::size_t c = 0; c < count(); ++c)
      if (!is_text(c)) narrowest = narrowest == Length() ? widths_[c] : min(narrowest, widths_[c]);
    std::vector<std::size_t> alike;
    for (std::size_t c = 0; c < count(); ++c) {
      if (is_text(c) || widths_[c] > narrowest + kStep * 2) continue;
      alike.push_back(c);
      sum += widths_[c];
    }
    if (alike.empty()) return;
    const Length common = sum / static_cast<std::int64_t>(alike.size());
    const std::vector<Length> before = widths_;
    const Length price_before = price();
    for (const std::size_t c : alike) {
      if (common < bounds_[c].least) return void(widths_ = before);
      widths_[c] = common;
    }
    if (price() > price_before + kLeastOfLanes) widths_ = before;
  }

  // What is left over goes by weight to the text columns and, up to their limit, to the lanes: air where it looks best.
  void spread(Length spare) {
    for (int pass = 0; pass < 2 && spare > Length(); ++pass) {
      std::int64_t weights = 0;
      std::vector<std::int64_t> weight(count());
      for (std::size_t c = 0; c < count(); ++c) {
        const bool open = pass == 1 || bounds_[c].most == Length() || widths_[c] < bounds_[c].most;
        weight[c] = !open || bounds_[c].empty ? 0 : is_text(c) ? in_.spec.columns[c].weight : 80;
        weights += weight[c];
      }
      if (weights == 0) continue;
      const Length all = spare;
      for (std::size_t c = 0; c < count(); ++c) {
        Length share = Length::from_units(all.units() * weight[c] / weights);
        if (pass == 0 && bounds_[c].most > Length()) share = min(share, max(Length(), bounds_[c].most - widths_[c]));
        widths_[c] += share;
        spare -= share;
      }
    }
    settle();
  }

  // Rounding leaves some units over or short: the widest text column takes them.
  void settle() {
    Length sum;
    std::size_t widest = 0;
    for (std::size_t c = 0; c < count(); ++c) {
      sum += widths_[c];
      if (widths_[c] - bounds_[c].least > widths_[widest] - bounds_[widest].least) widest = c;
    }
    widths_[widest] += in_.width - sum;
  }

  const ColumnInput& in_;
  const bool upright_;
  std::vector<ColumnBounds> bounds_;
  std::vector<Length> widths_;
  ColumnSteps steps_;  // of the widths, while they are priced
  struct Lack {
    Length width, price;
  };
  std::vector<Lack> lacks_;  // by column, as reckoned last
  std::optional<PricedTable> priced_;
};

}  // namespace

std::vector<text::StyledRun> styled_runs(const std::vector<model::TextRun>& runs, const style::TextStyle& style) {
  std::vector<text::StyledRun> out;
  for (const model::TextRun& run : runs) {
    text::StyledRun styled{run.text, style.font, style.underline || run.underline, run.line_break};
    styled.font.bold = style.font.bold || run.bold;
    styled.font.italic = style.font.italic || run.italic;
    out.push_back(std::move(styled));
  }
  return out;
}

std::size_t ColumnInput::row_stride() const { return spec.rows.size() <= kMostRows ? 1 : spec.rows.size() / kMostRows + 1; }

ColumnWidths choose_column_widths(const ColumnInput& input) {
  ColumnWidths level = WidthSearch(input, false).run();
  if (level.fits && !level.squeezed) return level;
  ColumnWidths upright = WidthSearch(input, true).run();
  if (!level.fits) return upright;
  return upright.fits && upright.price < level.price ? upright : level;
}

}  // namespace lembar::layout
