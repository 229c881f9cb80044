#include "layout/table/priced_cells.h"

namespace lembar::layout {

namespace {

constexpr std::size_t kLongestTime = 14;   // bytes
constexpr Length kBrokenWord = mm(4);      // each, in a row
constexpr Length kBrokenHead = mm(8);      // each, on each page
constexpr std::int64_t kShareOfEmpty = 4;  // over an empty column a broken head costs a quarter
constexpr std::int64_t kOwnHeightShare = 24;  // a cell's own height counts 1/24 of its row's

// The size at each width, reckoned once.
PricedColumn::Estimate remembering(PricedColumn::Estimate estimate) {
  auto known = std::make_shared<std::map<Length, CellEstimate::Size>>();
  return [estimate = std::move(estimate), known](Length width) {
    const auto at = known->find(width);
    return at != known->end() ? at->second : known->emplace(width, estimate(width)).first->second;
  };
}

}  // namespace

class Pricer {
 public:
  Pricer(const ColumnInput& in, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads, PriceBook& book)
      : in_(in), bounds_(bounds), step_(step), heads_(heads), book_(book) {}

  PricedTable run() {
    std::vector<Length> floors;
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += in_.row_stride()) floors.push_back(in_.row_floors.empty() ? Length() : in_.row_floors[r]);
    if (book_.text_.empty()) price_text(floors.size());
    PriceBook::Columns& lanes = book_.lanes_[heads_ == LaneHeads::upright];
    if (lanes.empty()) price_lanes(floors.size(), lanes);
    PriceBook::Columns columns = book_.text_;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (in_.spec.columns[c].lane) columns[c] = lanes[c];
    return {PricedRows(std::move(floors), std::move(columns)), PricedRows({Length()}, price_heads())};
  }

 private:
  std::size_t count() const { return bounds_.size(); }

  PricedColumn& column(PriceBook::Columns& columns, std::size_t c, std::size_t rows, Length least, Length broken_word) {
    if (!columns[c]) columns[c] = std::make_shared<PricedColumn>(rows, least, step_, broken_word);
    return *columns[c];
  }

  void price_text(std::size_t rows) {
    book_.text_.resize(count());
    for (std::size_t r = 0; r < rows; ++r) {
      for (const CellSpec& cell : in_.spec.rows[r * in_.row_stride()].cells) {
        if (cell.first != cell.last || cell.words.empty() || in_.spec.columns[cell.first].lane) continue;
        column(book_.text_, cell.first, rows, bounds_[cell.first].least, kBrokenWord)
            .add(r, cell.row_span, padded(CellEstimate(cell.words, in_.style.text(cell.text), in_.shaper, breaks_of(cell))));
      }
    }
  }

  // The least width of a lane for what stands in it grows with what connectors ask for beside that.
  void price_lanes(std::size_t rows, PriceBook::Columns& lanes) {
    lanes.resize(count());
    for (const LaneDemand& demand : in_.demands) {
      if (demand.row % in_.row_stride() != 0) continue;
      const std::size_t c = in_.spec.first_lane + demand.lane;
      const Length extra = in_.lane_extras.empty() ? Length() : in_.lane_extras[demand.lane];
      column(lanes, c, rows, bounds_[c].least - extra, kBrokenWord).add(demand.row / in_.row_stride(), 1, demand.size);
    }
  }

  // Heads take the room that connectors ask for too: their steps start elsewhere each time.
  PriceBook::Columns price_heads() {
    PriceBook::Columns columns(count());
    for (std::size_t i = 0; i < in_.spec.heads.size(); ++i) {
      const HeadSpec& h = in_.spec.heads[i];
      if (h.first != h.last || h.words.empty()) continue;
      const ColumnBounds& b = bounds_[h.first];
      const bool turned = heads_ == LaneHeads::upright && h.over_lane;
      PricedColumn::Estimate& estimate = book_.heads_[{i, turned}];
      if (!estimate) {
        const CellEstimate words(h.words, in_.style.text(style::TextRole::column_head), in_.shaper);
        estimate = remembering(turned ? upright(words, h.words) : padded(words));
      }
      column(columns, h.first, 1, b.least, b.empty ? kBrokenHead / kShareOfEmpty : kBrokenHead).add(0, 1, estimate);
    }
    return columns;
  }

  // Times are short; a longer one is a sentence.
  static Breaks breaks_of(const CellSpec& cell) {
    return cell.role == "waktu" && model::plain_text(cell.words).size() <= kLongestTime ? Breaks::nowhere : Breaks::between_words;
  }

  PricedColumn::Estimate padded(CellEstimate words) const {
    const Length pad_x = in_.style.cell_padding_x * 2, pad_y = in_.style.cell_padding_y * 2;
    return [words = std::move(words), pad_x, pad_y](Length width) {
      CellEstimate::Size size = words.at(width - pad_x);
      size.height += pad_y;
      return size;
    };
  }

  // The length of an upright head on as many lines as its lane is wide.
  PricedColumn::Estimate upright(CellEstimate words, const model::RichText& head) const {
    const style::TextStyle& text = in_.style.text(style::TextRole::column_head);
    const Length pad_x = in_.style.cell_padding_x * 2, pad_y = in_.style.cell_padding_y * 2;
    Length full;
    for (const model::Block& block : head.blocks) full = max(full, in_.shaper.full_width(styled_runs(block.runs, text)));
    const Length least = max(kLeastUprightHead, least_words(head, text, in_.shaper, text::Hyphenation::none));
    return [words = std::move(words), pad_x, pad_y, least, full](Length width) {
      Length length = least;
      while (length < full && words.at(length).height > width - pad_x) length += mm(1);
      return CellEstimate::Size{length + pad_y, 0};
    };
  }

  const ColumnInput& in_;
  const std::vector<ColumnBounds>& bounds_;
  Length step_;
  LaneHeads heads_;
  PriceBook& book_;
};

PricedTable PriceBook::price(const ColumnInput& input, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads) {
  return Pricer(input, bounds, step, heads, *this).run();
}

const PricedColumn::Slice& PricedColumn::at(std::int64_t steps) {
  if (static_cast<std::size_t>(steps) >= known_.size()) known_.resize(steps + 1);
  std::unique_ptr<Slice>& slice = known_[steps];
  if (slice) return *slice;
  slice = std::make_unique<Slice>();
  slice->highest.resize(rows_);
  slice->all.resize(rows_);
  for (const Cell& cell : cells_) {
    const CellEstimate::Size size = cell.estimate(least_ + step_ * steps);
    const Length height = size.height / cell.row_span;
    slice->highest[cell.row] = max(slice->highest[cell.row], height);
    slice->all[cell.row] += height;
    slice->broken += broken_word_ * size.broken;
  }
  return *slice;
}

Length PricedRows::price(const ColumnSteps& steps) {
  std::vector<Length> highest = floors_, all(count());
  Length sum;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (!columns_[c]) continue;
    const PricedColumn::Slice& slice = columns_[c]->at(steps[c]);
    for (std::size_t r = 0; r < count(); ++r) {
      highest[r] = max(highest[r], slice.highest[r]);
      all[r] += slice.all[r];
    }
    sum += slice.broken;
  }
  for (std::size_t r = 0; r < count(); ++r) sum += highest[r] + all[r] / kOwnHeightShare;
  return sum;
}

bool PricedRows::breaks_words(const ColumnSteps& steps) {
  for (std::size_t c = 0; c < columns_.size(); ++c)
    if (columns_[c] && columns_[c]->at(steps[c]).broken > Length()) return true;
  return false;
}

PricedRows::Rest PricedRows::rest(const ColumnSteps& steps) {
  Rest rest{std::vector<Length>(columns_.size() * count()), std::vector<Length>(count()), {}, steps};
  std::vector<Length> before = floors_, after(count());
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::copy(before.begin(), before.end(), rest.highest.begin() + static_cast<std::ptrdiff_t>(c * count()));
    if (!columns_[c]) continue;
    const PricedColumn::Slice& slice = columns_[c]->at(steps[c]);
    for (std::size_t r = 0; r < count(); ++r) {
      before[r] = max(before[r], slice.highest[r]);
      rest.all[r] += slice.all[r];
    }
    rest.broken += slice.broken;
  }
  for (std::size_t c = columns_.size(); c-- > 0;) {
    Length* highest = &rest.highest[c * count()];
    for (std::size_t r = 0; r < count(); ++r) highest[r] = max(highest[r], after[r]);
    if (!columns_[c]) continue;
    const PricedColumn::Slice& slice = columns_[c]->at(steps[c]);
    for (std::size_t r = 0; r < count(); ++r) after[r] = max(after[r], slice.highest[r]);
  }
  return rest;
}

Length PricedRows::price(const Rest& rest, std::size_t column, std::int64_t steps) {
  const Length* highest = rest.highest.data() + column * count();
  Length sum = rest.broken;
  if (!columns_[column]) {
    for (std::size_t r = 0; r < count(); ++r) sum += highest[r] + rest.all[r] / kOwnHeightShare;
    return sum;
  }
  const PricedColumn::Slice &now = columns_[column]->at(rest.steps[column]), &then = columns_[column]->at(steps);
  for (std::size_t r = 0; r < count(); ++r) sum += max(highest[r], then.highest[r]) + (rest.all[r] - now.all[r] + then.all[r]) / kOwnHeightShare;
  return sum - now.broken + then.broken;
}

}  // namespace lembar::layout
