// Signing blocks after the tables, side by side where the author puts one left and one right; and the history table.

#include "layout/front/pieces.h"

namespace lembar::layout {

namespace {

constexpr Length kGapAbove = mm(6);
constexpr Length kGapBetween = mm(4);
constexpr Length kLeastInk = mm(18);
constexpr Length kHigh = mm(100);  // a signer's words that had better take more width, or smaller letters
constexpr int kSignerScales[] = {90, 80, 70, 60};  // per cent of the template's size

struct PlacedSigner {
  const model::SigningBlock* block = nullptr;
  OfficialBlock words;  // the place and the day on top
  Length width;
};

using Band = std::vector<PlacedSigner>;

class SigningPlacer {
 public:
  SigningPlacer(const FrontInput& in, Signers arrangement) : in_(in), arrangement_(arrangement) {
    const style::PagePart& part = in.style.part(style::Part::flow);
    page_width_ = in.style.page_size(style::Part::flow).w - part.margins.left - part.margins.right;
    page_height_ = in.style.page_size(style::Part::flow).h - part.margins.top - part.margins.bottom;
    collect_bands();
  }

  Length height() const {
    Length height;
    for (const Band& band : bands_) height += kGapAbove + band_height(band);
    return height;
  }

  void place(PageFiller& pages) {
    for (Band band : bands_) {
      if (kGapAbove + band_height(band) > pages.free() && !pages.at_top()) start_page(pages);
      if (kGapAbove + band_height(band) <= pages.free()) pages.advance(kGapAbove);
      while (band_height(band) > pages.free()) {
        Band piece = band;
        for (std::size_t i = 0; i < band.size(); ++i) piece[i].words = take_lines(band[i].words, pages.free(), pages.at_top());
        place_band(piece, pages);
        start_page(pages);
      }
      place_band(band, pages);
    }
  }

 private:
  static Length band_height(const Band& band) {
    Length height;
    for (const PlacedSigner& signer : band) height = max(height, signer.words.height());
    return height;
  }

  void start_page(PageFiller& pages) { pages.start_page(in_.style, style::Part::flow, "alur", in_.sop); }

  void place_band(const Band& band, PageFiller& pages) {
    for (std::size_t i = 0; i < band.size(); ++i)
      if (band[i].words.height() > Length()) place_signer(band[i], side_of(band, i), pages);
    pages.advance(band_height(band));
  }

  void collect_bands() {
    auto order = [](model::Side side) { return side == model::Side::left ? 0 : side == model::Side::center ? 1 : 2; };
    for (const model::SigningBlock& block : in_.procedure.signing_blocks) {
      const bool joins = !bands_.empty() && (arrangement_ == Signers::abreast ? bands_.back().size() < 3
                                                                               : order(bands_.back().back().block->side) < order(block.side));
      if (!joins) bands_.emplace_back();
      bands_.back().push_back(measure(block));
    }
    for (Band& band : bands_) {
      if (band.size() == 1 && band[0].words.height() > kHigh) band[0] = measure(in_, *band[0].block, page_width_);
      for (PlacedSigner& signer : band) make_lower(signer);
      if (band_height(band) <= page_height_) level_names(band);
    }
  }

  // Names side by side stand on one line: who has fewer lines above has more room for ink.
  static void level_names(Band& band) {
    const auto above_name = [](const PlacedSigner& signer) { return signer.words.above.height + signer.words.ink; };
    Length deepest;
    for (const PlacedSigner& signer : band)
      if (!signer.words.below.lines.empty()) deepest = max(deepest, above_name(signer));
    for (PlacedSigner& signer : band)
      if (!signer.words.below.lines.empty()) signer.words.ink += deepest - above_name(signer);
  }

  PlacedSigner measure(const model::SigningBlock& block) {
    const Length third = (page_width_ - kGapBetween * 2) / 3;
    // A long name stands on one line where the page has room for three blocks side by side.
    const text::FontSpec name = in_.style.text(style::TextRole::signature_name).font;
    const Length whole = block.official.name ? in_.shaper.full_width({{block.official.name->value, name}}) + mm(2) : Length();
    PlacedSigner signer = measure(in_, block, min(max(in_.style.signature.width, whole), third));
    if (signer.words.height() > kHigh) signer = measure(in_, block, third);
    return signer;
  }

  void make_lower(PlacedSigner& signer) {
    for (const int percent : kSignerScales) {
      if (signer.words.height() <= kHigh) return;
      const style::SheetStyle smaller = with_letters_scaled(in_.style, {style::TextRole::signature, style::TextRole::signature_name}, percent);
      signer = measure({in_.procedure, smaller, in_.shaper, in_.images, in_.sheet, in_.sop}, *signer.block, signer.width);
    }
  }

  PlacedSigner measure(const FrontInput& in, const model::SigningBlock& block, Length width) {
    PlacedSigner signer{.block = &block, .width = width};
    style::TextStyle text = in.style.text(style::TextRole::signature);
    text.align = style::Align::center;
    std::string when = block.place ? block.place->value : std::string();
    if (block.date && !block.date->printed.empty()) when += (when.empty() ? "" : ", ") + block.date->printed;
    TextBlock above = block_of(in, rich(when), text, width);
    if (block.opening && !block.opening->empty()) append_block(above, block_of(in, *block.opening, text, width));
    signer.words = lay_out_official(in, block.official, width, ink(), style::Align::center);
    append_block(above, std::move(signer.words.above));
    signer.words.above = std::move(above);
    return signer;
  }

  // A picture of an electronic signature has a size of its own; a pen can do with less.
  Length ink() const {
    const bool close = arrangement_ == Signers::abreast && in_.procedure.signing != model::SigningMode::tte;
    return close ? kLeastInk : max(in_.style.signature.space, kLeastInk);
  }

  // Abreast, the order counts and not the side that each would have alone.
  model::Side side_of(const Band& band, std::size_t i) const {
    if (arrangement_ == Signers::as_given || band.size() == 1) return band[i].block->side;
    if (i == 0) return model::Side::left;
    return i + 1 == band.size() ? model::Side::right : model::Side::center;
  }

  void place_signer(const PlacedSigner& signer, model::Side side, PageFiller& pages) {
    const Rect body = pages.body();
    Length x = body.right() - signer.width;
    if (side == model::Side::left) x = body.x;
    if (side == model::Side::center) x = body.x + half(body.w - signer.width);
    PlacedPage& page = pages.page();
    const std::string cell = add_cell(page, "pengesah", {x, pages.y(), signer.width, signer.words.height()}, kNoEdge);
    add_official(in_, page, signer.words, {x, pages.y()}, signer.width, cell, signer.block->official);
  }

  const FrontInput& in_;
  const Signers arrangement_;
  Length page_width_, page_height_;
  std::vector<Band> bands_;
};

}  // namespace

Length signing_height(const FrontInput& input, Signers arrangement) { return SigningPlacer(input, arrangement).height(); }
void place_signing_blocks(const FrontInput& input, Signers arrangement, PageFiller& pages) { SigningPlacer(input, arrangement).place(pages); }

void place_history(const FrontInput& in, PageFiller& pages) {
  if (!in.style.print_history || in.procedure.history.empty() || !pages.has_page()) return;
  constexpr int kShares[] = {10, 18, 22, 50};
  const Length pad_x = in.style.cell_padding_x, pad_y = in.style.cell_padding_y;
  const TextBlock title = block_of(in, rich(in.style.history_title), style::TextRole::box_head, pages.body().w);
  const auto start_page = [&] { pages.start_page(in.style, style::Part::flow, "riwayat", in.sop); };
  const auto place_cells = [&](const std::vector<model::RichText>& words, style::TextRole role, bool head) {
    std::vector<TextBlock> blocks;
    for (std::size_t c = 0; c < words.size() && c < 4; ++c) blocks.push_back(block_of(in, words[c], role, scaled(pages.body().w, kShares[c], 100) - pad_x * 2));
    place_in_pieces(std::move(blocks), pad_y * 2, pages, start_page, [&](const std::vector<TextBlock>& piece, Length height) {
      Length x = pages.body().x;
      for (std::size_t c = 0; c < piece.size(); ++c) {
        const Length right = c == 3 ? pages.body().right() : x + scaled(pages.body().w, kShares[c], 100);
        PlacedPage& page = pages.page();
        const std::string cell = add_cell(page, head ? "kepala" : "riwayat", Rect::from_edges(x, pages.y(), right, pages.y() + height));
        page.cells.back().part = head ? PlacedCell::Part::column_head : PlacedCell::Part::data;
        page.cells.back().grid = "riwayat";
        add_block(page, piece[c], {x + pad_x, pages.y() + pad_y}, cell);
        x = right;
      }
    });
  };
  if (title.height + mm(20) > pages.free()) start_page();
  pages.advance(mm(5));
  add_block(pages.page(), title, {pages.body().x, pages.y()}, "", PlacedText::Part::heading2);
  pages.advance(title.height + mm(1));
  std::vector<model::RichText> heads;
  for (const std::string& head : in.style.history_heads) heads.push_back(rich(head));
  if (!heads.empty()) place_cells(heads, style::TextRole::column_head, true);
  for (const model::Revision& revision : in.procedure.history)
    place_cells({rich(revision.number), rich(revision.date.printed), rich(revision.by), revision.text}, style::TextRole::cell, false);
}

}  // namespace lembar::layout
