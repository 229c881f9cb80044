#include "layout/front/contents.h"

#include "layout/front/pieces.h"

namespace lembar::layout {

namespace {

constexpr Length kGapBelowTitle = mm(4);
constexpr Length kPad = mm(1.6);
constexpr Length kPageNumberRoom = mm(18);
constexpr Length kLabelRoom = mm(10);

void start_page(const FrontInput& in, PageFiller& pages) { pages.start_page(in.style, style::Part::identity, "daftar-isi", ""); }

}  // namespace

std::vector<ContentsLine> place_contents(const FrontInput& in, const model::Document& document, PageFiller& pages) {
  std::vector<ContentsLine> lines;
  start_page(in, pages);
  const Length width = pages.body().w;
  const TextBlock title = block_of(in, rich(in.style.contents_title), style::TextRole::table_title, width);
  add_block(pages.page(), title, {pages.body().x, pages.y()}, "", PlacedText::Part::heading1);
  pages.advance(title.height + kGapBelowTitle);
  for (std::size_t i = 0; i < document.procedures.size(); ++i) {
    const TextBlock label = block_of(in, rich(std::to_string(i + 1) + "."), style::TextRole::box_text, kLabelRoom);
    const TextBlock words = block_of(in, rich(document.procedures[i].title()), style::TextRole::box_text, width - kLabelRoom - kPageNumberRoom);
    bool begun = false;
    place_in_pieces({label, words}, kPad * 2, pages, [&] { start_page(in, pages); }, [&](const std::vector<TextBlock>& piece, Length height) {
      const Point at{pages.body().x, pages.y()};
      const std::string cell = add_cell(pages.page(), "daftar-isi", {at.x, at.y, width, height}, kBottomEdge);
      add_block(pages.page(), piece[0], {at.x, at.y + kPad}, cell);
      add_block(pages.page(), piece[1], {at.x + kLabelRoom, at.y + kPad}, cell);
      if (!begun) lines.push_back({pages.index(), cell, at.x + width, at.y + kPad, static_cast<int>(i)});
      begun = true;
    });
  }
  return lines;
}

void fill_contents(PlacedSheet& sheet, const std::vector<ContentsLine>& lines, const std::vector<int>& first_pages,
                   const style::SheetStyle& style, text::Shaper& shaper) {
  const text::FontSpec font = style.text(style::TextRole::box_text).font;
  for (const ContentsLine& entry : lines) {
    for (PlacedCell& cell : sheet.pages[entry.page].cells)
      if (cell.id == entry.cell) cell.leads_to = first_pages[entry.procedure];
    const text::ShapedLine line = shaper.line({{std::to_string(first_pages[entry.procedure]), font}});
    sheet.pages[entry.page].texts.push_back({.owner = OwnerKind::cell, .owner_id = entry.cell, .line = line,
                                             .box = {entry.right - line.width, entry.y, line.width, line.height()}, .size = font.size});
  }
}

}  // namespace lembar::layout
