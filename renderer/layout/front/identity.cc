// The identity sheet: letterhead and key-value list side by side (or one above the other), the boxes below.
#include <algorithm>

#include "layout/front/boxes.h"
#include "layout/front/letterhead.h"
#include "layout/front/pieces.h"
#include "layout/front/signing_place.h"

namespace lembar::layout {

namespace {

using style::IdentityKeyName;

constexpr int kTextScales[] = {95, 90, 86};  // per cent of the template's size
constexpr int kLetterheadScales[] = {100, 90, 80, 70, 60, 50};
constexpr Length kLeastPiece = mm(14);  // of a field that begins at the foot of a page

style::SheetStyle with_text_scaled(const style::SheetStyle& style, int percent) {
  using style::TextRole;
  return with_letters_scaled(style, {TextRole::identity_label, TextRole::identity_value, TextRole::identity_title, TextRole::box_head,
                                     TextRole::box_text, TextRole::box_subhead}, percent);
}

style::SheetStyle with_letterhead_scaled(const style::SheetStyle& style, int percent) {
  using style::TextRole;
  return with_letters_scaled(style, {TextRole::letterhead_government, TextRole::letterhead_parent, TextRole::letterhead_unit,
                                     TextRole::letterhead_subunit, TextRole::letterhead_address, TextRole::letterhead_contact}, percent);
}

std::optional<IdentityKeyName> name_of(model::IdentityKey key) {
  switch (key) {
    case model::IdentityKey::number: return IdentityKeyName::number;
    case model::IdentityKey::created: return IdentityKeyName::created;
    case model::IdentityKey::revised: return IdentityKeyName::revised;
    case model::IdentityKey::effective: return IdentityKeyName::effective;
    case model::IdentityKey::approved_by: return IdentityKeyName::approved_by;
    case model::IdentityKey::title: return IdentityKeyName::title;
    case model::IdentityKey::custom: break;
  }
  return std::nullopt;
}

struct FieldRow {
  const model::IdentityField* field = nullptr;
  TextBlock label, colon, value;
  OfficialBlock official;
  bool has_official = false, centered = false;
  Length height;
};

class IdentityPlacer {
 public:
  IdentityPlacer(const FrontInput& in, PageFiller& pages) : in_(in), pages_(pages) {}

  TooHigh run() {
    const model::Procedure& p = in_.procedure;
    if (!p.identity && !p.letterhead && p.boxes.empty()) return std::nullopt;
    start_page();
    const Length width = pages_.body().w;
    const bool beside = p.letterhead && p.identity && in_.style.letterhead.place == style::LetterheadPlace::left;
    if (p.letterhead && !beside && in_.style.letterhead.place != style::LetterheadPlace::none) place_letterhead_above(width);
    if (beside) {
      place_halves(width);
    } else if (p.identity) {
      place_fields_alone(width);
    }
    place_boxes(in_, pages_);
    return too_high_;
  }

 private:
  void start_page() { pages_.start_page(in_.style, style::Part::identity, "identitas", in_.sop); }
  Length pad_x() const { return in_.style.cell_padding_x + mm(0.6); }
  Length pad_y() const { return in_.style.cell_padding_y; }

  // Known fields stand in the template's order on the places where the author wrote known fields; others stay.
  std::vector<const model::IdentityField*> ordered_fields() const {
    std::vector<const model::IdentityField*> fields, known;
    for (const model::IdentityField& field : in_.procedure.identity->fields) {
      fields.push_back(&field);
      if (field.key != model::IdentityKey::custom) known.push_back(&field);
    }
    const auto& order = in_.style.identity.order;
    auto rank = [&](const model::IdentityField* field) {
      return std::find(order.begin(), order.end(), *name_of(field->key)) - order.begin();
    };
    std::stable_sort(known.begin(), known.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
    std::size_t next = 0;
    for (auto& field : fields)
      if (field->key != model::IdentityKey::custom) field = known[next++];
    return fields;
  }

  std::string label_of(const model::IdentityField& field) const {
    if (field.label) return *field.label;
    const auto name = name_of(field.key);
    if (!name) return {};
    const auto it = in_.style.identity.labels.find(*name);
    return it == in_.style.identity.labels.end() ? std::string() : it->second;
  }

  std::vector<FieldRow> measure_fields(Length label_width, Length value_width) {
    std::vector<FieldRow> rows;
    const style::IdentityStyle& s = in_.style.identity;
    const style::TextStyle& value_style = in_.style.text(style::TextRole::identity_value);
    for (const model::IdentityField* field : ordered_fields()) {
      FieldRow row;
      row.field = field;
      std::string label = label_of(*field);
      if (s.colon == style::IdentityStyle::Colon::after_label && !label.empty()) label += " :";
      row.label = block_of(in_, rich(label), style::TextRole::identity_label, label_width - pad_x() * 2);
      if (s.colon == style::IdentityStyle::Colon::own_column) {
        row.colon = block_of(in_, rich(std::string(":")), value_style, mm(4));
        colon_room_ = row.colon.width + mm(1.2);
      }
      const Length room = value_width - pad_x() * 2 - colon_room_;
      if (field->official) {
        row.has_official = true;
        row.centered = s.center_official;
        const bool signs_here = s.signature_in_cell && signs_in_identity(in_.procedure, *field->official);
        const Length ink = signs_here ? max(s.signing_height, mm(20)) : Length();
        const Length wide = row.centered ? value_width - pad_x() * 2 : room;
        row.official = lay_out_official(in_, *field->official, wide, ink, row.centered ? style::Align::center : style::Align::left);
        row.height = row.official.height();
        if (row.official.ink > Length()) row.height += mm(2);
      } else if (field->date) {
        row.value = block_of(in_, rich(field->date->printed), style::TextRole::identity_value, room);
        row.height = row.value.height;
      } else {
        const style::TextRole role = field->key == model::IdentityKey::title ? style::TextRole::identity_title : style::TextRole::identity_value;
        row.value = block_of(in_, field->text, role, room);
        row.height = row.value.height;
      }
      row.height = max(max(row.height, row.label.height), row.colon.height) + pad_y() * 2;
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Length sum(const std::vector<FieldRow>& rows) const {
    Length height = head_height();
    for (const FieldRow& row : rows) height += row.height;
    return height;
  }

  // A heading over the list stands there only where the author gave one.
  void measure_head(Length width) {
    const model::Label& label = in_.procedure.identity->label;
    if (label && !label->empty()) head_ = block_of(in_, rich(*label), style::TextRole::box_head, width - pad_x() * 2);
  }
  Length head_height() const { return head_.lines.empty() ? Length() : head_.height + pad_y() * 2; }
  void place_head(const TextBlock& head, Point at, Length width) {
    if (head.lines.empty()) return;
    const std::string cell = add_cell(pages_.page(), "identitas-label", {at.x, at.y, width, head.height + pad_y() * 2});
    pages_.page().cells.back().part = PlacedCell::Part::box_head;
    add_block(pages_.page(), head, {at.x + pad_x(), at.y + pad_y()}, cell);
  }

  void place_rows(const std::vector<FieldRow>& rows, Point at, Length label_width, Length value_width) {
    PlacedPage& page = pages_.page();
    for (const FieldRow& row : rows) {
      const std::string label = add_cell(page, "identitas-label", {at.x, at.y, label_width, row.height});
      page.cells.back().part = PlacedCell::Part::row_head;
      page.cells.back().grid = "identitas";
      const std::string value = add_cell(page, "identitas", {at.x + label_width, at.y, value_width, row.height});
      page.cells.back().part = PlacedCell::Part::data;
      page.cells.back().grid = "identitas";
      const Length top = at.y + pad_y();
      const Length x = at.x + label_width + pad_x();
      // One line beside one line; a tall value keeps its label at the top.
      const bool low = !row.has_official && row.value.lines.size() <= 1 && row.label.lines.size() <= 1;
      const Length label_top = low ? at.y + half(row.height - row.label.height) : top;
      const Length value_top = low ? at.y + half(row.height - row.value.height) : top;
      add_block(page, row.label, {at.x + pad_x(), label_top}, label);
      if (!row.colon.lines.empty() && !(row.has_official && row.centered)) add_block(page, row.colon, {x, low ? at.y + half(row.height - row.colon.height) : top}, value, PlacedText::Part::ornament);
      if (row.has_official) {
        const Length inset = row.centered ? Length() : colon_room_;
        const Length wide = value_width - pad_x() * 2 - inset;
        add_official(in_, page, row.official, {x + inset, at.y + half(row.height - row.official.height())}, wide, value, *row.field->official);
      } else {
        const bool title = row.field->key == model::IdentityKey::title;
        add_block(page, row.value, {x + colon_room_, value_top}, value, title ? PlacedText::Part::heading1 : PlacedText::Part::plain);
      }
      at.y += row.height;
    }
  }

  // Left the letterhead, right the fields; both end on one line.
  void place_halves(Length width) {
    const style::IdentityStyle& s = in_.style.identity;
    const Length left = scaled(width, s.letterhead_share, 100), right = width - left;
    const Length label_width = scaled(right, s.label_share, 100);
    measure_head(right);
    std::vector<FieldRow> rows = measure_fields(label_width, right - label_width);
    LetterheadBlock kop = lay_out_letterhead(in_, *in_.procedure.letterhead, left - pad_x() * 2, !in_.style.letterhead.logo_above);
    Length own;
    for (const TextBlock& cell : kop.own_cells) own += cell.height + pad_y() * 2;
    const Length kop_height = kop.height + mm(5);
    Length height = max(sum(rows), kop_height + own);
    if (height > pages_.free()) {  // so many fields that they must break: one below the other
      place_letterhead_above(width);
      place_fields_alone(width);
      return;
    }
    if (!rows.empty() && sum(rows) < height) grow_rows(rows, height - sum(rows));
    const Point at{pages_.body().x, pages_.y()};
    PlacedPage& page = pages_.page();
    const Rect box{at.x, at.y, left, height - own};
    const std::string cell = add_cell(page, "kop", box);
    add_letterhead(in_, page, kop, {box.x + pad_x(), box.y + half(box.h - kop.height)}, cell);
    Length y = box.bottom();
    for (const TextBlock& line : kop.own_cells) {
      const Rect own_box{at.x, y, left, line.height + pad_y() * 2};
      const std::string id = add_cell(page, "kop", own_box);
      add_block(page, line, {own_box.x + pad_x(), own_box.y + pad_y()}, id);
      y = own_box.bottom();
    }
    place_head(head_, {at.x + left, at.y}, right);
    place_rows(rows, {at.x + left, at.y + head_height()}, label_width, right - label_width);
    pages_.advance(height);
  }

  // The signer's row takes what the letterhead needs more, else all rows share it.
  static void grow_rows(std::vector<FieldRow>& rows, Length extra) {
    for (FieldRow& row : rows) {
      if (row.official.ink > Length()) {
        row.height += extra;
        return;
      }
    }
    const auto count = static_cast<std::int64_t>(rows.size());
    for (FieldRow& row : rows) row.height += extra / count;
    rows.back().height += extra - extra / count * count;
  }

  // In smaller words where it would take more than half of the page.
  LetterheadBlock letterhead_above(Length width) {
    LetterheadBlock kop;
    for (const int percent : kLetterheadScales) {
      const style::SheetStyle smaller = with_letterhead_scaled(in_.style, percent);
      const FrontInput in{in_.procedure, smaller, in_.shaper, in_.images, in_.sheet, in_.sop};
      kop = lay_out_letterhead(in, *in_.procedure.letterhead, width, true);
      if (kop.height <= half(pages_.body().h)) break;
    }
    return kop;
  }

  void place_letterhead_above(Length width) {
    const LetterheadBlock kop = letterhead_above(width - pad_x() * 2);
    PlacedPage& page = pages_.page();
    const bool framed = kop.rule_height == Length();
    const Rect box{pages_.body().x, pages_.y(), width, kop.height + (framed ? mm(5) : Length())};
    const std::string cell = add_cell(page, "kop", box, framed ? kAllEdges : kNoEdge);
    add_letterhead(in_, page, kop, {box.x + pad_x(), box.y + (framed ? mm(2.5) : Length())}, cell);
    pages_.advance(box.h + (framed ? Length() : mm(3)));
    if (pages_.free() < Length()) {
      too_high_ = in_.procedure.letterhead->where;
      return;
    }
    for (const TextBlock& line : kop.own_cells) {
      place_in_pieces({line}, pad_y() * 2, pages_, [&] { start_page(); }, [&](const std::vector<TextBlock>& piece, Length height) {
        const std::string id = add_cell(pages_.page(), "kop", {box.x, pages_.y(), width, height});
        add_block(pages_.page(), piece[0], {box.x + pad_x(), pages_.y() + pad_y()}, id);
      });
    }
  }

  void place_fields_alone(Length width) {
    const Length label_width = scaled(width, in_.style.identity.label_share, 150);
    measure_head(width);
    std::vector<FieldRow> rows = measure_fields(label_width, width - label_width);
    if (!head_.lines.empty())
      place_in_pieces({head_}, pad_y() * 2, pages_, [&] { start_page(); }, [&](const std::vector<TextBlock>& piece, Length) {
        place_head(piece[0], {pages_.body().x, pages_.y()}, width);
      });
    for (FieldRow& row : rows) {
      while (row.height > pages_.free()) place_piece(row, label_width, width - label_width);
      place_rows({row}, {pages_.body().x, pages_.y()}, label_width, width - label_width);
      pages_.advance(row.height);
    }
  }

  // Makes room for a row: a fresh page or, where that is too low as well, as many of its lines as this one holds. A label
  // of a few lines stands beside each piece.
  void place_piece(FieldRow& row, Length label_width, Length value_width) {
    const bool must = pages_.at_top();
    const bool repeated = row.label.height <= pages_.body().h / 3;
    const Length least = repeated ? max(kLeastPiece, row.label.height + pad_y() * 2) : kLeastPiece;
    if (must || (row.height > pages_.body().h && pages_.free() >= least)) {
      const Length room = pages_.free() - pad_y() * 2;
      FieldRow piece = row;
      if (!repeated) piece.label = take_lines(row.label, room, must);
      piece.value = take_lines(row.value, room, must);
      piece.official = take_lines(row.official, room, must);
      if (!repeated) row.colon.lines.clear();
      piece.height = pages_.free();
      row.height = max(max(row.label.height, row.value.height), row.official.height()) + pad_y() * 2;
      place_rows({piece}, {pages_.body().x, pages_.y()}, label_width, value_width);
    }
    start_page();
  }

  const FrontInput& in_;
  PageFiller& pages_;
  Length colon_room_;
  TextBlock head_;
  TooHigh too_high_;
};

}  // namespace

TooHigh place_identity(const FrontInput& input, PageFiller& pages) {
  const std::size_t before = input.sheet.pages.size();
  const TooHigh too_high = IdentityPlacer(input, pages).run();
  if (too_high || input.sheet.pages.size() != before + 2) return too_high;
  // A little more than a page: in slightly smaller words it may be one, which is easier to sign and to file.
  for (const int percent : kTextScales) {
    const style::SheetStyle smaller = with_text_scaled(input.style, percent);
    const FrontInput again{input.procedure, smaller, input.shaper, input.images, input.sheet, input.sop};
    input.sheet.pages.resize(before);
    IdentityPlacer(again, pages).run();
    if (input.sheet.pages.size() == before + 1) return std::nullopt;
  }
  input.sheet.pages.resize(before);
  return IdentityPlacer(input, pages).run();
}

}  // namespace lembar::layout
