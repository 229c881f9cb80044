// Signing blocks after the tables, side by side where the author puts one left and one right; and the history table.
#include <algorithm>

#include "layout/front/block_builder.h"

namespace lembar::layout {

namespace {

constexpr Length kGapAbove = mm(6);
constexpr Length kGapBetween = mm(4);
constexpr Length kLeastInk = mm(18);

struct PlacedSigner {
  const model::SigningBlock* block = nullptr;
  std::optional<TextBlock> place_date, opening;
  OfficialBlock official;
  Length width, height;
};

using Band = std::vector<PlacedSigner>;

class SigningPlacer {
 public:
  SigningPlacer(const FrontInput& in, Signers arrangement) : in_(in), arrangement_(arrangement) {
    const style::PagePart& part = in.style.part(style::Part::flow);
    page_width_ = in.style.page_size(style::Part::flow).w - part.margins.left - part.margins.right;
    collect_bands();
  }

  Length height() const {
    Length height;
    for (const Band& band : bands_) height += kGapAbove + band_height(band);
    return height;
  }

  // More bands than a page holds go on on the next.
  TooHigh place(PageFiller& pages) {
    for (const Band& band : bands_) {
      if (kGapAbove + band_height(band) > pages.free() && !pages.at_top()) pages.start_page(in_.style, style::Part::flow, "alur", in_.sop);
      if (kGapAbove + band_height(band) > pages.free()) return band.front().block->official.where;
      pages.advance(kGapAbove);
      for (std::size_t i = 0; i < band.size(); ++i) place_signer(band[i], side_of(band, i), pages);
      pages.advance(band_height(band));
    }
    return std::nullopt;
  }

 private:
  static Length band_height(const Band& band) {
    Length height;
    for (const PlacedSigner& signer : band) height = max(height, signer.height);
    return height;
  }

  void collect_bands() {
    auto order = [](model::Side side) { return side == model::Side::left ? 0 : side == model::Side::center ? 1 : 2; };
    for (const model::SigningBlock& block : in_.procedure.signing_blocks) {
      const bool joins = !bands_.empty() && (arrangement_ == Signers::abreast ? bands_.back().size() < 3
                                                                               : order(bands_.back().back().block->side) < order(block.side));
      if (!joins) bands_.emplace_back();
      bands_.back().push_back(measure(block));
    }
    for (Band& band : bands_) level_names(band);
  }

  // Names side by side stand on one line: who has fewer lines above has more room for ink.
  static void level_names(Band& band) {
    const auto above_name = [](const PlacedSigner& signer) {
      Length below;
      for (const TextBlock& block : signer.official.below) below += block.height;
      return signer.height - below;
    };
    Length deepest;
    for (const PlacedSigner& signer : band)
      if (!signer.official.below.empty()) deepest = max(deepest, above_name(signer));
    for (PlacedSigner& signer : band) {
      const Length lack = deepest - above_name(signer);
      if (signer.official.below.empty() || lack <= Length()) continue;
      signer.official.ink += lack;
      signer.official.height += lack;
      signer.height += lack;
    }
  }

  PlacedSigner measure(const model::SigningBlock& block) {
    PlacedSigner signer;
    signer.block = &block;
    // A long name stands on one line where the page has room for three blocks side by side.
    const text::FontSpec name = in_.style.text(style::TextRole::signature_name).font;
    const Length whole = block.official.name ? in_.shaper.full_width({{block.official.name->value, name}}) + mm(2) : Length();
    signer.width = min(max(in_.style.signature.width, whole), (page_width_ - kGapBetween * 2) / 3);
    style::TextStyle text = in_.style.text(style::TextRole::signature);
    text.align = style::Align::center;
    std::string when = block.place ? block.place->value : std::string();
    if (block.date && !block.date->printed.empty()) when += (when.empty() ? "" : ", ") + block.date->printed;
    if (!when.empty()) signer.place_date = block_of(in_, rich(when), text, signer.width);
    if (block.opening && !block.opening->empty()) signer.opening = block_of(in_, *block.opening, text, signer.width);
    signer.official = lay_out_official(in_, block.official, signer.width, ink(), style::Align::center);
    signer.height = signer.official.height;
    if (signer.place_date) signer.height += signer.place_date->height;
    if (signer.opening) signer.height += signer.opening->height;
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
    const std::string cell = add_cell(page, "pengesah", {x, pages.y(), signer.width, signer.height}, kNoEdge);
    Point at{x, pages.y()};
    for (const auto* block : {&signer.place_date, &signer.opening}) {
      if (!*block) continue;
      add_block(page, **block, at, cell);
      at.y += (*block)->height;
    }
    add_official(in_, page, signer.official, at, signer.width, cell, signer.block->official);
  }

  const FrontInput& in_;
  const Signers arrangement_;
  Length page_width_;
  std::vector<Band> bands_;
};

}  // namespace

Length signing_height(const FrontInput& input, Signers arrangement) { return SigningPlacer(input, arrangement).height(); }
TooHigh place_signing_blocks(const FrontInput& input, Signers arrangement, PageFiller& pages) {
  return SigningPlacer(input, arrangement).place(pages);
}

TooHigh place_history(const FrontInput& in, PageFiller& pages) {
  if (!in.style.print_history || in.procedure.history.empty() || !pages.has_page()) return std::nullopt;
  constexpr int kShares[] = {10, 18, 22, 50};
  const Length pad_x = in.style.cell_padding_x, pad_y = in.style.cell_padding_y;
  const TextBlock title = block_of(in, rich(in.style.history_title), style::TextRole::box_head, pages.body().w);
  auto place_cells = [&](const std::vector<model::RichText>& words, style::TextRole role, bool head) {
    std::vector<TextBlock> blocks;
    Length height;
    for (std::size_t c = 0; c < words.size() && c < 4; ++c) {
      blocks.push_back(block_of(in, words[c], role, scaled(pages.body().w, kShares[c], 100) - pad_x * 2));
      height = max(height, blocks.back().height + pad_y * 2);
    }
    if (height > pages.free()) pages.start_page(in.style, style::Part::flow, "riwayat", in.sop);
    if (height > pages.free()) return false;
    Length x = pages.body().x;
    for (std::size_t c = 0; c < blocks.size(); ++c) {
      const Length right = c == 3 ? pages.body().right() : x + scaled(pages.body().w, kShares[c], 100);
      PlacedPage& page = pages.page();
      const std::string cell = add_cell(page, head ? "kepala" : "riwayat", Rect::from_edges(x, pages.y(), right, pages.y() + height));
      page.cells.back().part = head ? PlacedCell::Part::column_head : PlacedCell::Part::data;
      page.cells.back().grid = "riwayat";
      add_block(page, blocks[c], {x + pad_x, pages.y() + pad_y}, cell);
      x = right;
    }
    pages.advance(height);
    return true;
  };
  if (title.height + mm(20) > pages.free()) pages.start_page(in.style, style::Part::flow, "riwayat", in.sop);
  pages.advance(mm(5));
  add_block(pages.page(), title, {pages.body().x, pages.y()}, "", PlacedText::Part::heading2);
  pages.advance(title.height + mm(1));
  std::vector<model::RichText> heads;
  for (const std::string& head : in.style.history_heads) heads.push_back(rich(head));
  if (!heads.empty()) place_cells(heads, style::TextRole::column_head, true);
  for (const model::Revision& revision : in.procedure.history)
    if (!place_cells({rich(revision.number), rich(revision.date.printed), rich(revision.by), revision.text}, style::TextRole::cell, false))
      return revision.text.where;
  return std::nullopt;
}

}  // namespace lembar::layout
