#include "layout/front/boxes.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "layout/flow/row_pieces.h"
#include "layout/front/pieces.h"

namespace lembar::layout {

namespace {

constexpr Length kLeastBoxText = pt(8);
constexpr Length kMostGrowth = mm(14), kOfPageHeight = mm(180);  // of one row of boxes, to fill a page; higher pages, more
constexpr std::int64_t kLeastShare = 4;  // a last page holds at least one part in so many of its height
constexpr int kMostLinesTogether = 4;    // of an item that no page cuts
constexpr Length kLeastPart = mm(14);   // of a box that begins at the foot of a page

const char* element_of(model::BoxKind kind) {
  switch (kind) {
    case model::BoxKind::legal_basis: return "dasar-hukum";
    case model::BoxKind::qualifications: return "kualifikasi-pelaksana";
    case model::BoxKind::related: return "keterkaitan";
    case model::BoxKind::equipment: return "peralatan";
    case model::BoxKind::warnings: return "peringatan";
    case model::BoxKind::records: return "pencatatan";
    case model::BoxKind::custom: break;
  }
  return "kotak";
}

// The end of `lines` moved up to where an item or a paragraph ends, if that leaves any; one of more than four lines may be
// cut, two lines or more on each side.
LineRange cut_between_items(const TextBlock& block, LineRange lines) {
  const int count = static_cast<int>(block.lines.size());
  if (lines.to >= count || lines.to <= lines.from) return lines;
  const auto starts_item = [&](int i) {
    const TextBlock::Line &line = block.lines[i], &above = block.lines[i - 1];
    return line.paragraph != above.paragraph && above.part != PlacedText::Part::list_label;
  };
  int first = lines.to, end = lines.to;
  while (first > lines.from && !starts_item(first)) --first;
  while (end < count && !starts_item(end)) ++end;
  if (first == lines.to || first == lines.from) return lines;
  const int labels = block.lines[first].part == PlacedText::Part::list_label ? 1 : 0;
  if (end - first - labels <= kMostLinesTogether || lines.to - first - labels < 2) return {lines.from, first};
  return {lines.from, end - lines.to < 2 ? lines.to - 1 : lines.to};
}

struct BoxBlock {
  int index = 0;
  std::string role;
  TextBlock head, text;
  int shown = 0;  // lines of the text on earlier pages
  bool begun = false;  // on an earlier page

  bool done() const { return shown >= static_cast<int>(text.lines.size()); }
  Length rest() const { return done() ? Length() : text.height - text.lines[shown].y; }
};

struct BoxRow {
  std::vector<BoxBlock> boxes;  // one over the full width, or left and right
  bool right_alone = false;
};

class BoxPlacer {
 public:
  BoxPlacer(const FrontInput& in, PageFiller& pages) : in_(in), pages_(pages) {}

  void run() {
    collect_rows();
    choose_size();
    const Length spare = pages_.free() - natural_height();
    Length growth;
    if (spare > Length() && !rows_.empty()) growth = min(spare / static_cast<std::int64_t>(rows_.size()), scaled(kMostGrowth, pages_.body().h.units(), kOfPageHeight.units()));
    if (spare < Length()) balance_pages();
    for (BoxRow& row : rows_) place_row(row, growth);
  }

 private:
  // The template's size, or one a little smaller where that keeps all boxes on this page.
  void choose_size() {
    for (const int percent : {100, 95, 90, 86}) {
      style_ = in_.style;
      for (const style::TextRole role : {style::TextRole::box_head, style::TextRole::box_text, style::TextRole::box_subhead}) {
        Length& size = style_.texts[static_cast<std::size_t>(role)].font.size;
        size = max(min(kLeastBoxText, size), scaled(size, percent, 100));
      }
      measure_rows();
      if (natural_height() <= pages_.free()) return;
    }
    style_ = in_.style;
    measure_rows();
  }

  Length natural_height() const {
    Length all;
    for (const BoxRow& row : rows_) all += natural_height(row);
    return all;
  }

  // Boxes that run over to a page of their own fill a part of it that looks meant: the pages before it give up a little
  // each. Tried on scratch pages, from nothing given up to a third of a page.
  void balance_pages() {
    const std::vector<BoxRow> rows = rows_;
    int fewest = 0;
    for (Length cut; cut <= pages_.body().h / 3; cut += mm(10)) {
      rows_ = rows;
      PlacedSheet sheet;
      PageFiller scratch(sheet);
      scratch.start_page(in_.style, style::Part::identity, "identitas", in_.sop);
      scratch.advance(pages_.y() - pages_.body().top());
      target_ = &scratch;
      cut_ = cut;
      for (BoxRow& row : rows_) place_row(row, Length());
      const int count = static_cast<int>(sheet.pages.size());
      if (fewest == 0) fewest = count;
      const Length last = scratch.y() - scratch.body().top();
      if (count == fewest && (count == 1 || last * kLeastShare >= scratch.body().h)) break;
      if (count > fewest) cut_ = Length();
      if (count > fewest) break;
    }
    rows_ = rows;
    target_ = &pages_;
  }

  Length pad_x() const { return in_.style.cell_padding_x + mm(0.6); }
  Length pad_y() const { return in_.style.cell_padding_y; }

  style::BoxStyle style_of(const std::string& element) const {
    const auto it = in_.style.boxes.find(element);
    return it == in_.style.boxes.end() ? style::BoxStyle{} : it->second;
  }

  // Pairs stand side by side as the template says; what has no fixed side takes the next free place.
  void collect_rows() {
    bool open = false;  // the last row's right half is free
    for (std::size_t i = 0; i < in_.procedure.boxes.size(); ++i) {
      const std::string role = element_of(in_.procedure.boxes[i].kind);
      const style::BoxPlace place = style_of(role).place;
      BoxBlock box{.index = static_cast<int>(i), .role = role};
      const bool joins = open && (place == style::BoxPlace::right || place == style::BoxPlace::next);
      if (joins) {
        rows_.back().boxes.push_back(std::move(box));
        open = false;
      } else {
        rows_.push_back({{std::move(box)}, place == style::BoxPlace::right});
        open = place == style::BoxPlace::left || place == style::BoxPlace::next;
      }
    }
  }

  void measure_rows() {
    for (BoxRow& row : rows_) {
      const Length width = pages_.body().w / static_cast<std::int64_t>(row.boxes.size());
      for (BoxBlock& box : row.boxes) {
        const model::Box& source = in_.procedure.boxes[box.index];
        const style::BoxStyle style = style_of(box.role);
        const FrontInput in{in_.procedure, style_, in_.shaper, in_.images, in_.sheet, in_.sop};
        box.head = block_of(in, rich(source.label ? *source.label : style.label), style::TextRole::box_head, width - pad_x() * 2);
        box.text = block_of(in, source.text, style::TextRole::box_text, width - pad_x() * 2, static_cast<model::ListMarker>(style.marker));
      }
    }
  }

  Length head_height(const BoxBlock& box) const {
    if (box.head.lines.empty()) return Length();
    return box.head.height + pad_y() * 2;
  }

  // The heads of a row are of one height, even where one box has none.
  Length head_height(const BoxRow& row) const {
    Length height;
    for (const BoxBlock& box : row.boxes) height = max(height, head_height(box));
    return height;
  }

  Length natural_height(const BoxRow& row) const {
    Length rest;
    for (const BoxBlock& box : row.boxes) rest = max(rest, box.rest());
    return head_height(row) + rest + pad_y() * 2;
  }

  void place_row(BoxRow& row, Length growth) {
    if (natural_height(row) > fresh_page_height() && head_height(row) > fresh_page_height() / 3) place_heads_alone(row);
    for (bool first = true;; first = false) {
      const Length need = natural_height(row);
      if (need <= room()) {
        place_part(row, min(need + growth, room()));
        for (const BoxBlock& box : row.boxes) LEMBAR_ASSERT(box.done(), "a row of boxes that fits is shown whole");
        return;
      }
      const bool starts_badly = room() < kLeastPart + least_start(row) || need <= fresh_page_height() / 2;
      if (first && starts_badly && !target_->at_top()) {
        start_page();
        continue;
      }
      if (room() < least_start(row)) {
        if (target_->at_top()) return;  // a page lower than two lines: the template's margins leave nothing
        start_page();
        continue;
      }
      place_part(row, room());
      bool done = true;
      for (const BoxBlock& box : row.boxes) done = done && box.done();
      if (done) return;
      start_page();
    }
  }

  // Head and two lines of the fullest box.
  Length least_start(const BoxRow& row) const {
    Length least;
    for (const BoxBlock& box : row.boxes)
      if (!box.done()) least = max(least, box.text.lines[box.shown].line.height() * 2);
    return head_height(row) + pad_y() * 2 + least;
  }

  Length room() const { return target_->free() - cut_; }
  Length fresh_page_height() const { return target_->body().h - cut_; }
  void start_page() { target_->start_page(in_.style, style::Part::identity, "identitas", in_.sop); }

  static std::string name_of(const BoxBlock& box) { return box.role + "-" + std::to_string(box.index + 1); }

  void add_head(const BoxBlock& box, const TextBlock& words, const Rect& head) {
    const std::string id = "kepala-" + name_of(box);
    target_->page().cells.push_back({.id = id, .role = "kotak-kepala", .box = head,
                                     .edges = in_.style.heads_in_cell ? unsigned(kTopEdge | kLeftEdge | kRightEdge) : unsigned(kAllEdges),
                                     .part = PlacedCell::Part::box_head});
    add_block(target_->page(), words, {head.x + pad_x(), head.y + pad_y()}, id);
  }

  // Heads that would leave a page little room below them stand there once, and are not repeated.
  void place_heads_alone(BoxRow& row) {
    std::vector<TextBlock> heads;
    for (BoxBlock& box : row.boxes) heads.push_back(std::exchange(box.head, {}));
    place_in_pieces(std::move(heads), pad_y() * 2, *target_, [this] { start_page(); }, [&](const std::vector<TextBlock>& piece, Length height) {
      Length x = target_->body().x;
      for (std::size_t i = 0; i < piece.size(); ++i) {
        const Length right = right_edge(row, i, x);
        add_head(row.boxes[i], piece[i], Rect::from_edges(x, target_->y(), right, target_->y() + height));
        x = right;
      }
    });
  }

  Length right_edge(const BoxRow& row, std::size_t box, Length left) const {
    return box + 1 == row.boxes.size() ? target_->body().right() : left + target_->body().w / static_cast<std::int64_t>(row.boxes.size());
  }

  void place_part(BoxRow& row, Length height) {
    PlacedPage& page = target_->page();
    const Length heads = head_height(row);
    Length x = target_->body().x;
    for (std::size_t i = 0; i < row.boxes.size(); ++i) {
      BoxBlock& box = row.boxes[i];
      const Length right = right_edge(row, i, x);
      const std::string name = name_of(box);
      const Rect all = Rect::from_edges(x, target_->y(), right, target_->y() + height);
      // A box that has said all beside one that goes on is empty there, and its head would say that it is.
      if (heads > Length()) add_head(box, !box.begun || !box.done() ? box.head : TextBlock(), {all.x, all.y, all.w, heads});
      const Rect body = Rect::from_edges(all.x, all.y + heads, all.right(), all.bottom());
      const unsigned edges = in_.style.heads_in_cell && heads > Length() ? unsigned(kBottomEdge | kLeftEdge | kRightEdge) : unsigned(kAllEdges);
      page.cells.push_back({.id = name, .role = box.role, .box = body, .edges = edges, .part = PlacedCell::Part::box_text});
      const LineRange lines = cut_between_items(box.text, lines_that_fit(box.text, box.shown, body.h - pad_y() * 2));
      if (lines.to > lines.from) {
        const Length first = box.text.lines[lines.from].y;
        place_lines(page, box.text, lines, {body.x + pad_x(), body.y + pad_y() - first}, name);
      }
      box.shown = std::max(box.shown, lines.to);
      box.begun = true;
      x = right;
    }
    target_->advance(height);
  }

  static void place_lines(PlacedPage& page, const TextBlock& block, LineRange range, Point at, const std::string& cell) {
    TextBlock part;
    part.lines.assign(block.lines.begin() + range.from, block.lines.begin() + range.to);
    add_block(page, part, at, cell);
  }

  const FrontInput& in_;
  PageFiller& pages_;
  PageFiller* target_ = &pages_;  // scratch pages while balance_pages tries
  Length cut_;                    // foot of each page that stays free
  style::SheetStyle style_;  // the template's, with the size of the boxes' words
  std::vector<BoxRow> rows_;
};

}  // namespace

void place_boxes(const FrontInput& input, PageFiller& pages) {
  if (!input.procedure.boxes.empty()) BoxPlacer(input, pages).run();
}

}  // namespace lembar::layout
