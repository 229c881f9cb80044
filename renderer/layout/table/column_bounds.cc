#include "layout/table/column_bounds.h"

namespace lembar::layout {

namespace {

constexpr Length kLeastLane = mm(8.5);
constexpr Length kLeastText = mm(9);
constexpr Length kMostOfOneWord = mm(16);  // syllables: words without any, like addresses, are cut rather than starve all others
constexpr Length kMostOfWholeWord = mm(32);
// Few lanes may be wider than good, up to a share of the table: text needs hardly anything of it.
constexpr Length kAiryLane = mm(30);
constexpr std::int64_t kAiryShare = 32;  // per cent, all lanes together

class Binder {
 public:
  Binder(const ColumnInput& in, LaneHeads heads) : in_(in), heads_(heads), bounds_(in.spec.columns.size()) {}

  std::vector<ColumnBounds> run() {
    bound_text_columns();
    bound_lanes();
    return std::move(bounds_);
  }

 private:
  bool is_text(std::size_t c) const { return !in_.spec.columns[c].lane; }

  // A column of text must take these words, which stand in it alone.
  void need(int first, int last, const model::RichText& words, style::TextRole role) {
    if (first != last || words.empty() || !is_text(first)) return;
    ColumnBounds& b = bounds_[first];
    const style::TextStyle& text = in_.style.text(role);
    const Length pad = in_.style.cell_padding_x * 2;
    b.least = max(b.least, pad + min(kMostOfOneWord, least_words(words, text, in_.shaper, text::Hyphenation::if_needed)));
    b.whole = max(b.whole, pad + min(kMostOfWholeWord, least_words(words, text, in_.shaper, text::Hyphenation::none)));
    b.good = max(b.good, b.least);
  }

  void bound_text_columns() {
    for (std::size_t c = 0; c < bounds_.size(); ++c) {
      const ColumnSpec& column = in_.spec.columns[c];
      if (is_text(c)) bounds_[c] = {.good = column.least, .least = min(column.least, kLeastText), .most = column.most, .empty = true};
    }
    for (const HeadSpec& h : in_.spec.heads) need(h.first, h.last, h.words, style::TextRole::column_head);
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += in_.row_stride()) {
      for (const CellSpec& cell : in_.spec.rows[r].cells) {
        need(cell.first, cell.last, cell.words, cell.text);
        if (cell.first == cell.last && model::plain_text(cell.words).size() > 1) bounds_[cell.first].empty = false;  // a dash says nothing
      }
    }
    for (std::size_t c = 0; c < in_.spec.number_row.size(); ++c)
      need(static_cast<int>(c), static_cast<int>(c), in_.spec.number_row[c], style::TextRole::column_number);
    for (ColumnBounds& b : bounds_)
      if (b.empty) b.good = b.least;
  }

  void bound_lanes() {
    const style::TextStyle& head = in_.style.text(style::TextRole::column_head);
    const Length pad = in_.style.cell_padding_x * 2;
    const text::FontMetrics metrics = in_.shaper.metrics(head.font);
    const bool upright = heads_ == LaneHeads::upright;
    std::vector<Length> whole(bounds_.size()), broken(bounds_.size());
    for (const HeadSpec& h : in_.spec.heads) {
      if (!h.over_lane) continue;
      whole[h.first] = pad + (upright ? metrics.ascent + metrics.descent : least_words(h.words, head, in_.shaper, text::Hyphenation::none));
      broken[h.first] = upright ? whole[h.first] : pad + least_words(h.words, head, in_.shaper, text::Hyphenation::if_needed);
    }
    for (std::size_t c = 0; c < bounds_.size(); ++c) {
      if (is_text(c)) continue;
      const std::size_t lane = c - in_.spec.first_lane;
      const ColumnSpec& column = in_.spec.columns[c];
      const Length extra = in_.lane_extras.empty() ? Length() : in_.lane_extras[lane];
      ColumnBounds& b = bounds_[c];
      b.least = max(in_.lanes[lane].least, max(broken[c], kLeastLane)) + extra;
      b.good = max(b.least, max(column.least, max(in_.lanes[lane].good, min(whole[c], column.most))) + extra);
      b.most = max(column.most, b.good);
      b.airy = max(b.good, min(min(kAiryLane, b.most), scaled(in_.width, kAiryShare, 100) / in_.spec.lane_count));
    }
  }

  const ColumnInput& in_;
  LaneHeads heads_;
  std::vector<ColumnBounds> bounds_;
};

}  // namespace

std::vector<ColumnBounds> bound_columns(const ColumnInput& input, LaneHeads heads) { return Binder(input, heads).run(); }

}  // namespace lembar::layout
