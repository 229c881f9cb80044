// The cover page: its parts from top to bottom in the order written, slogans at the sides on one height, the free
// height shared between them; office and year stand at the foot.
#include <algorithm>

#include "layout/front/block_builder.h"

namespace lembar::layout {

namespace {

constexpr Length kGapBetweenLines = mm(2);  // of one kind
constexpr Length kGapBetweenKinds = mm(5);  // that are read together

constexpr Length kLeastGap = mm(1);
constexpr int kTextScales[] = {100, 90, 80, 70, 60, 50};  // per cent of the template's sizes

struct CoverItem {
  const model::CoverPart* part = nullptr;
  std::optional<TextBlock> text;
  std::optional<int> image;
  Size size;
};

// Parts that share a height: left, middle and right.
struct CoverRow {
  std::vector<CoverItem> items;
  Length height;
};

class CoverPlacer {
 public:
  CoverPlacer(const FrontInput& in, const model::Cover& cover, int file, PageFiller& pages) : in_(in), cover_(cover), file_(file), pages_(pages) {}

  TooHigh run() {
    pages_.start_page(in_.style, style::Part::cover, "sampul", in_.sop);
    const Rect body = pages_.body();
    pages_.page().cells.push_back({.id = "sampul", .role = "sampul", .box = body});
    inner_ = body.grown_by(-mm(8));
    Length used;
    for (const int percent : kTextScales) {
      collect_rows(percent);
      used = Length();
      for (const CoverRow& row : rows_) used += row.height + gap_below(row).value_or(kLeastGap);
      if (used <= inner_.h) break;
    }
    if (used > inner_.h) return cover_.where;
    used = Length();
    for (const CoverRow& row : rows_) used += row.height + gap_below(row).value_or(Length());
    // One part stands in the middle; several share the height, the first at the head and the last at the foot.
    const auto joined = std::count_if(rows_.begin(), rows_.end(), [&](const CoverRow& row) { return gap_below(row).has_value(); });
    const auto gaps = static_cast<std::int64_t>(rows_.size()) - 1 - static_cast<std::int64_t>(joined);
    const Length gap = gaps > 0 ? max(kLeastGap, (inner_.h - used) / gaps) : Length();
    Length y = gaps > 0 ? inner_.y : inner_.y + half(inner_.h - used);
    for (const CoverRow& row : rows_) {
      for (const CoverItem& item : row.items) place(item, y, row.height);
      y += row.height + gap_below(row).value_or(gap);
    }
    return std::nullopt;
  }

 private:
  using Kind = model::CoverPart::Kind;

  static style::TextRole role_of(Kind kind) {
    if (kind == Kind::title) return style::TextRole::cover_title;
    if (kind == Kind::subtitle || kind == Kind::office) return style::TextRole::cover_subtitle;
    return style::TextRole::cover_text;
  }

  // Of a row that makes one piece with the next: lines of one kind, a title and what it is of, an office and its year.
  std::optional<Length> gap_below(const CoverRow& row) const {
    if (&row == &rows_.back()) return std::nullopt;
    const CoverRow& next = *(&row + 1);
    if (row.items.size() != 1 || next.items.size() != 1) return std::nullopt;
    const model::CoverPart &above = *row.items[0].part, &below = *next.items[0].part;
    if (above.side != model::Side::center || below.side != model::Side::center) return std::nullopt;
    if (above.kind == below.kind) return above.kind == Kind::slogan || above.kind == Kind::image ? std::nullopt : std::optional(kGapBetweenLines);
    const bool together = (above.kind == Kind::title && below.kind == Kind::subtitle) || (above.kind == Kind::office && below.kind == Kind::year);
    return together ? std::optional(kGapBetweenKinds) : std::nullopt;
  }

  void collect_rows(int text_percent) {
    rows_.clear();
    for (const model::CoverPart& part : cover_.parts) {
      CoverItem item{.part = &part};
      Length height;
      if (part.kind == Kind::image) {
        item.image = find_image(in_, file_, part.image);
        if (!item.image) continue;
        const Image& picture = in_.sheet.images[*item.image];
        const Length side = mm(34);
        item.size = {side, side};
        if (picture.width_px > 0 && picture.height_px > 0) {
          item.size = picture.height_px >= picture.width_px ? Size{scaled(side, picture.width_px, picture.height_px), side}
                                                            : Size{side, scaled(side, picture.height_px, picture.width_px)};
        }
        height = item.size.h;
      } else {
        style::TextStyle text = in_.style.text(role_of(part.kind));
        text.align = style::Align::center;
        text.font.size = max(min(text.font.size, in_.style.least_text), scaled(text.font.size, text_percent, 100));
        const Length width = part.side == model::Side::center ? inner_.w : inner_.w / 4;
        item.text = even_block(in_, rich(part.runs), text, width);
        height = item.text->height;
      }
      const bool to_side = part.side != model::Side::center || part.kind == Kind::image;
      const bool beside = !rows_.empty() && to_side && has_room(rows_.back(), part.side);
      if (!beside) rows_.emplace_back();
      rows_.back().height = max(rows_.back().height, height);
      rows_.back().items.push_back(std::move(item));
    }
  }

  static bool has_room(const CoverRow& row, model::Side side) {
    // A picture between two slogans may be written between them or after.
    return std::none_of(row.items.begin(), row.items.end(), [&](const CoverItem& item) {
      return item.part->side == side || (item.part->side == model::Side::center && item.text.has_value());
    });
  }

  void place(const CoverItem& item, Length y, Length row_height) {
    const Length quarter = inner_.w / 4;
    Length x = inner_.x, width = inner_.w;
    if (item.part->side == model::Side::left) width = quarter;
    if (item.part->side == model::Side::right) {
      x = inner_.right() - quarter;
      width = quarter;
    }
    PlacedPage& page = pages_.page();
    if (item.image) {
      page.images.push_back({*item.image, {x + half(width - item.size.w), y + half(row_height - item.size.h), item.size.w, item.size.h}, "Gambar sampul"});
    } else {
      const bool title = item.part->kind == Kind::title;
      add_block(page, *item.text, {x, y + half(row_height - item.text->height)}, "sampul",
                title ? PlacedText::Part::heading1 : PlacedText::Part::plain);
    }
  }

  const FrontInput& in_;
  const model::Cover& cover_;
  int file_;
  PageFiller& pages_;
  Rect inner_;
  std::vector<CoverRow> rows_;
};

}  // namespace

TooHigh place_cover(const FrontInput& input, const model::Cover& cover, int file, PageFiller& pages) {
  return CoverPlacer(input, cover, file, pages).run();
}

}  // namespace lembar::layout
