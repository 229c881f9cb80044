#include "layout/table/priced_cells.h"

#include <algorithm>

namespace lembar::layout {

namespace {

constexpr std::size_t kLongestTime = 14;   // bytes
constexpr Length kBrokenWord = mm(4);      // each, in a row
constexpr Length kBrokenHead = mm(8);      // each, on each page
constexpr std::int64_t kShareOfEmpty = 4;  // over an empty column a broken head costs a quarter

class Pricer {
 public:
  Pricer(const ColumnInput& in, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads)
      : in_(in), bounds_(bounds), step_(step), heads_(heads) {}

  PricedTable run() {
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += in_.row_stride()) price_row(r);
    for (const LaneDemand& demand : in_.demands) {
      if (demand.row % in_.row_stride() != 0) continue;
      const std::size_t c = in_.spec.first_lane + demand.lane;
      out_.rows[demand.row / in_.row_stride()].cells.emplace_back(c, 1, bounds_[c].least, step_, kBrokenWord, demand.size);
    }
    for (const HeadSpec& h : in_.spec.heads) {
      if (h.first != h.last || h.words.empty()) continue;
      const ColumnBounds& b = bounds_[h.first];
      const CellEstimate words(h.words, in_.style.text(style::TextRole::column_head), in_.shaper);
      out_.heads.cells.emplace_back(h.first, 1, b.least, step_, b.empty ? kBrokenHead / kShareOfEmpty : kBrokenHead,
                                    heads_ == LaneHeads::upright && h.over_lane ? upright(words, h.words) : padded(words));
    }
    return std::move(out_);
  }

 private:
  void price_row(std::size_t r) {
    PricedRow& row = out_.rows.emplace_back();
    row.floor = in_.row_floors.empty() ? Length() : in_.row_floors[r];
    for (const CellSpec& cell : in_.spec.rows[r].cells) {
      if (cell.first != cell.last || cell.words.empty() || in_.spec.columns[cell.first].lane) continue;
      row.cells.emplace_back(cell.first, cell.row_span, bounds_[cell.first].least, step_, kBrokenWord,
                             padded(CellEstimate(cell.words, in_.style.text(cell.text), in_.shaper, breaks_of(cell))));
    }
  }

  // Times are short; a longer one is a sentence.
  static Breaks breaks_of(const CellSpec& cell) {
    return cell.role == "waktu" && model::plain_text(cell.words).size() <= kLongestTime ? Breaks::nowhere : Breaks::between_words;
  }

  PricedCell::Estimate padded(CellEstimate words) const {
    const Length pad_x = in_.style.cell_padding_x * 2, pad_y = in_.style.cell_padding_y * 2;
    return [words = std::move(words), pad_x, pad_y](Length width) {
      CellEstimate::Size size = words.at(width - pad_x);
      size.height += pad_y;
      return size;
    };
  }

  // The length of an upright head on as many lines as its lane is wide.
  PricedCell::Estimate upright(CellEstimate words, const model::RichText& head) const {
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
  PricedTable out_;
};

}  // namespace

PricedTable price_cells(const ColumnInput& input, const std::vector<ColumnBounds>& bounds, Length step, LaneHeads heads) {
  return Pricer(input, bounds, step, heads).run();
}

}  // namespace lembar::layout
