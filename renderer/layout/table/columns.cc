#include "layout/table/columns.h"

#include <algorithm>
#include <array>

namespace lembar::layout {

namespace {

constexpr Length kStep = mm(1);
constexpr std::size_t kMostRows = 240;        // a longer table is judged by a sample of its rows
constexpr std::int64_t kOwnHeightShare = 24;  // a cell's own height counts 1/24 of its row's
constexpr std::size_t kLongestTime = 14;  // bytes
constexpr Length kLeastLane = mm(8.5);
constexpr Length kLeastText = mm(9);
constexpr Length kMostOfOneWord = mm(16);

// Prices of what the eye dislikes, as height of the table.
constexpr Length kBrokenWord = mm(4);      // each, in a row
constexpr Length kBrokenHead = mm(8);    // each, on each page
constexpr Length kUprightHeads = mm(22);   // on each page: they are harder to read
// Under its good width a column costs the square of what it lacks, for each row: 1/60 mm a square millimetre for a
// lane, less for a text column, whose rows get higher anyway.
constexpr std::int64_t kLackOfLane = 30, kLackOfText = 120;

struct Bounds {
  Length good, least, most;  // most 0: no limit
};

// What a cell costs at each width of its column, in steps from its least.
class PricedCell {
 public:
  using Estimate = std::function<CellEstimate::Size(Length width)>;  // of the whole cell at a width of its column

  PricedCell(std::size_t column, int row_span, Length least, Estimate estimate)
      : column(column), row_span(row_span), estimate_(std::move(estimate)), least_(least) {}

  struct Price {
    Length height;
    Length broken;
  };
  const Price& at(std::int64_t steps, Length broken_word) {
    if (static_cast<std::size_t>(steps) >= known_.size()) known_.resize(steps + 1, {Length::from_units(-1), {}});
    Price& price = known_[steps];
    if (price.height < Length()) {
      const CellEstimate::Size size = estimate_(least_ + kStep * steps);
      price = {size.height / row_span, broken_word * size.broken};
    }
    return price;
  }

  std::size_t column;
  int row_span;

 private:
  Estimate estimate_;
  Length least_;
  std::vector<Price> known_;
};

struct PricedRow {
  Length floor;
  std::vector<PricedCell> cells;
};

class WidthSearch {
 public:
  WidthSearch(const ColumnInput& in, bool upright) : in_(in), upright_(upright) {}

  ColumnWidths run() {
    ColumnWidths result;
    bound_text_columns();
    bound_lanes();
    Length least_sum;
    for (const Bounds& b : bounds_) least_sum += b.least;
    result.needed = least_sum;
    result.upright_lane_heads = upright_;
    result.fits = least_sum <= in_.width;
    if (!result.fits) return result;
    prepare();
    Length spare = give_away(in_.width - least_sum);
    exchange();
    result.price = price();
    result.squeezed = is_squeezed();
    spread(spare);
    result.widths = std::move(widths_);
    return result;
  }

 private:
  bool is_text(std::size_t c) const { return !in_.spec.columns[c].lane; }
  std::size_t count() const { return bounds_.size(); }
  std::int64_t steps(std::size_t c) const { return (widths_[c] - bounds_[c].least) / kStep; }

  void bound_text_columns() {
    const Length pad = in_.style.cell_padding_x * 2;
    bounds_.resize(in_.spec.columns.size());
    for (std::size_t c = 0; c < count(); ++c) {
      if (!is_text(c)) continue;
      const ColumnSpec& column = in_.spec.columns[c];
      bounds_[c] = {column.least, min(column.least, kLeastText), column.most};
    }
    auto need = [&](int first, int last, const model::RichText& words, const style::TextStyle& text) {
      if (first != last || words.empty() || !is_text(first)) return;
      Bounds& b = bounds_[first];
      // A word without syllables, like an address, may be cut anywhere before it takes the width from all others.
      b.least = max(b.least, pad + min(kMostOfOneWord, least_words(words, text, in_.shaper, text::Hyphenation::if_needed)));
      b.good = max(b.good, b.least);
    };
    for (const HeadSpec& h : in_.spec.heads) need(h.first, h.last, h.words, in_.style.text(style::TextRole::column_head));
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += stride())
      for (const CellSpec& cell : in_.spec.rows[r].cells) need(cell.first, cell.last, cell.words, in_.style.text(cell.text));
    for (std::size_t c = 0; c < in_.spec.number_row.size(); ++c)
      need(static_cast<int>(c), static_cast<int>(c), in_.spec.number_row[c], in_.style.text(style::TextRole::column_number));
  }

  void bound_lanes() {
    const style::TextStyle& head = in_.style.text(style::TextRole::column_head);
    const Length pad = in_.style.cell_padding_x * 2;
    const text::FontMetrics metrics = in_.shaper.metrics(head.font);
    std::vector<Length> whole(count()), broken(count());
    for (const HeadSpec& h : in_.spec.heads) {
      if (!h.over_lane) continue;
      whole[h.first] = pad + (upright_ ? metrics.ascent + metrics.descent : least_words(h.words, head, in_.shaper, text::Hyphenation::none));
      broken[h.first] = upright_ ? whole[h.first] : pad + least_words(h.words, head, in_.shaper, text::Hyphenation::if_needed);
    }
    for (std::size_t c = 0; c < count(); ++c) {
      if (is_text(c)) continue;
      const std::size_t lane = c - in_.spec.first_lane;
      const ColumnSpec& column = in_.spec.columns[c];
      const Length extra = in_.lane_extras.empty() ? Length() : in_.lane_extras[lane];
      Bounds& b = bounds_[c];
      b.least = max(in_.lanes[lane].least, max(broken[c], kLeastLane)) + extra;
      b.good = max(b.least, max(column.least, max(in_.lanes[lane].good, min(whole[c], column.most))) + extra);
      b.most = max(column.most, b.good);
    }
  }

  std::size_t stride() const { return in_.spec.rows.size() <= kMostRows ? 1 : in_.spec.rows.size() / kMostRows + 1; }

  PricedCell::Estimate padded(CellEstimate words) const {
    const Length pad_x = in_.style.cell_padding_x * 2, pad_y = in_.style.cell_padding_y * 2;
    return [words = std::move(words), pad_x, pad_y](Length width) {
      CellEstimate::Size size = words.at(width - pad_x);
      size.height += pad_y;
      return size;
    };
  }

  // Times are short; a longer one is a sentence.
  Breaks breaks_of(const CellSpec& cell) const {
    return cell.role == "waktu" && model::plain_text(cell.words).size() <= kLongestTime ? Breaks::nowhere : Breaks::between_words;
  }

  void prepare() {
    for (const Bounds& b : bounds_) widths_.push_back(b.least);
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += stride()) {
      PricedRow row;
      row.floor = in_.row_floors.empty() ? Length() : in_.row_floors[r];
      for (const CellSpec& cell : in_.spec.rows[r].cells) {
        if (cell.first != cell.last || cell.words.empty() || !is_text(cell.first)) continue;
        row.cells.emplace_back(cell.first, cell.row_span, bounds_[cell.first].least,
                               padded(CellEstimate(cell.words, in_.style.text(cell.text), in_.shaper, breaks_of(cell))));
      }
      rows_.push_back(std::move(row));
    }
    for (const LaneDemand& demand : in_.demands) {
      if (demand.row % stride() != 0) continue;
      const std::size_t c = in_.spec.first_lane + demand.lane;
      rows_[demand.row / stride()].cells.emplace_back(c, 1, bounds_[c].least, demand.size);
    }
    for (const HeadSpec& h : in_.spec.heads) {
      if (h.first != h.last || h.words.empty() || (upright_ && h.over_lane)) continue;
      heads_.cells.emplace_back(h.first, 1, bounds_[h.first].least,
                                padded(CellEstimate(h.words, in_.style.text(style::TextRole::column_head), in_.shaper)));
    }
  }

  // The whole table as a height.
  Length price() {
    Length total;
    for (PricedRow& row : rows_) total += price_of(row, kBrokenWord);
    for (std::size_t c = 0; c < count(); ++c) {
      const std::int64_t lack = max(Length(), bounds_[c].good - widths_[c]).units();
      total += Length::from_units(lack * lack / kStep.units() / (is_text(c) ? kLackOfText : kLackOfLane)) * static_cast<std::int64_t>(rows_.size());
    }
    Length heads = price_of(heads_, kBrokenHead);
    if (upright_) heads += kUprightHeads;
    // A page holds what its heads leave; half a page more or less is no jump.
    const Length room = max(in_.page_height - heads, in_.page_height / 4);
    return total + heads + Length::from_units(heads.units() * (total.units() / 1024) / std::max<std::int64_t>(1, room.units() / 1024));
  }

  Length price_of(PricedRow& row, Length broken_word) {
    Length high = row.floor, own, broken;
    for (PricedCell& cell : row.cells) {
      const PricedCell::Price& price = cell.at(steps(cell.column), broken_word);
      high = max(high, price.height);
      own += price.height;
      broken += price.broken;
    }
    return high + own / kOwnHeightShare + broken;
  }

  bool is_squeezed() {
    for (std::size_t c = 0; c < count(); ++c)
      if (!is_text(c) && widths_[c] + mm(2) < bounds_[c].good) return true;
    for (PricedRow& row : rows_)
      for (PricedCell& cell : row.cells)
        if (cell.at(steps(cell.column), kBrokenWord).broken > Length()) return true;
    return false;
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
    return is_text(c) ? bounds_[c].most == Length() || then <= bounds_[c].most : then < bounds_[c].good + kStep;
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

  // Returns what nobody gains by.
  Length give_away(Length spare) {
    Length now = price();
    while (spare >= kStep) {
      const Move* best = nullptr;
      Length best_price;
      double best_gain = 0;
      const std::vector<Move> moves = growing_moves(spare);
      for (const Move& move : moves) {
        apply(move, 1);
        const Length then = price();
        apply(move, -1);
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
      for (std::size_t a = 0; a <= count(); ++a)
        for (std::size_t b = 0; b < count(); ++b)
          for (const std::int64_t steps : {1, 3, 6}) moved = take_and_give(a, b, steps, now) || moved;
      if (!moved) break;
    }
  }

  bool take_and_give(std::size_t a, std::size_t b, std::int64_t steps, Length& now) {
    Move take{{}, steps};
    for (std::size_t c = 0; c < count(); ++c)
      if ((c == a || (a == count() && !is_text(c))) && c != b && may_shrink(c, steps)) take.columns.push_back(c);
    if (take.columns.empty() || (a == count() && !is_text(b))) return false;
    const Move give{{b}, take.by() / kStep};
    if (!may_grow(b, give.steps)) return false;
    apply(take, -1);
    apply(give, 1);
    const Length then = price();
    if (then < now) {
      now = then;
      return true;
    }
    apply(give, -1);
    apply(take, 1);
    return false;
  }

  // What is left over goes by weight to the text columns and, up to their limit, to the lanes: air where it looks best.
  void spread(Length spare) {
    for (int pass = 0; pass < 2 && spare > Length(); ++pass) {
      std::int64_t weights = 0;
      std::vector<std::int64_t> weight(count());
      for (std::size_t c = 0; c < count(); ++c) {
        const bool open = pass == 1 || bounds_[c].most == Length() || widths_[c] < bounds_[c].most;
        weight[c] = !open ? 0 : is_text(c) ? in_.spec.columns[c].weight : 80;
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
  std::vector<Bounds> bounds_;
  std::vector<Length> widths_;
  std::vector<PricedRow> rows_;
  PricedRow heads_;
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

ColumnWidths choose_column_widths(const ColumnInput& input) {
  ColumnWidths level = WidthSearch(input, false).run();
  if (level.fits && !level.squeezed) return level;
  ColumnWidths upright = WidthSearch(input, true).run();
  if (!level.fits) return upright;
  return upright.fits && upright.price < level.price ? upright : level;
}

}  // namespace lembar::layout
