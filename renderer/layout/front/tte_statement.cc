#include "layout/front/tte_statement.h"

namespace lembar::layout {

namespace {

constexpr Length kGapAbove = mm(0.6);
constexpr Length kGapToBody = mm(2);  // where no running foot stands

std::vector<text::ShapedLine> statement_lines(const style::SheetStyle& style, text::Shaper& shaper, Length width) {
  const text::FontSpec font = style.text(style::TextRole::running).font;
  return shaper.wrap({{style.tte_footer, font}}, width, text::Hyphenation::none);
}

Length height_of(const std::vector<text::ShapedLine>& lines) {
  Length height;
  for (const text::ShapedLine& line : lines) height += line.height();
  return height;
}

// Where the page's running foot ends.
Length foot_bottom(const PlacedPage& page) {
  const Length body_bottom = page.size.h - page.margins.bottom;
  Length bottom = body_bottom + kGapToBody - kGapAbove;
  for (const PlacedCell& cell : page.cells)
    if (cell.role == "kaki-halaman") bottom = max(bottom, cell.box.bottom());
  return bottom;
}

}  // namespace

style::SheetStyle with_room_for_statement(style::SheetStyle style, text::Shaper& shaper) {
  if (style.tte_footer.empty()) return style;
  for (const style::Part part : {style::Part::identity, style::Part::flow}) {
    Margins& margins = style.parts[static_cast<std::size_t>(part)].margins;
    const Length width = style.page_size(part).w - margins.left - margins.right;
    margins.bottom += kGapAbove + height_of(statement_lines(style, shaper, width));
  }
  return style;
}

void place_tte_statement(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, text::Shaper& shaper) {
  if (style.tte_footer.empty()) return;
  for (int i = first; i <= last; ++i) {
    PlacedPage& page = sheet.pages[i];
    if (page.role == "sampul") continue;
    const Length width = page.size.w - page.margins.left - page.margins.right;
    const std::vector<text::ShapedLine> lines = statement_lines(style, shaper, width);
    Length y = foot_bottom(page) + kGapAbove;
    const std::string id = "pernyataan-tte";
    page.cells.push_back({.id = id, .role = "kaki-halaman", .box = {page.margins.left, y, width, height_of(lines)}, .edges = kNoEdge});
    for (const text::ShapedLine& line : lines) {
      page.texts.push_back({.owner = OwnerKind::cell, .owner_id = id, .role = "kaki-halaman", .line = line,
                            .box = {page.margins.left + half(width - line.width), y, line.width, line.height()},
                            .size = style.text(style::TextRole::running).font.size});
      y += line.height();
    }
  }
}

}  // namespace lembar::layout
