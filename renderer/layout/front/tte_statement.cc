#include "layout/front/tte_statement.h"

namespace lembar::layout {

namespace {

constexpr Length kGapToFoot = mm(0.6);
constexpr Length kGapToBody = mm(2);  // where no running foot stands
constexpr Length kCodeSide = mm(18);  // its modules are large enough for a phone, even with a long title in it
constexpr Length kGapBeside = mm(3);

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
  Length bottom = body_bottom + kGapToBody - kGapToFoot;
  for (const PlacedCell& cell : page.cells)
    if (cell.role == "kaki-halaman") bottom = max(bottom, cell.box.bottom());
  return bottom;
}

// A number that the archive's program fills in later is none yet.
std::string qr_content(const style::SheetStyle& style, RunningWords words, const PlacedPage& page, int pages) {
  if (words.number.find("${") != std::string::npos) words.number.clear();
  std::string content = filled(style.tte_qr, words, page.number, pages);
  // What is not given leaves no comma behind.
  while (!content.empty() && (content.back() == ' ' || content.back() == ',')) content.pop_back();
  return content;
}

// The page that has the code, and the room for it.
bool holds_code(const PlacedPage& page, const style::SheetStyle& style, bool opening) {
  return opening && page.role == "identitas" && !style.tte_qr.empty();
}

}  // namespace

style::SheetStyle with_room_for_statement(style::SheetStyle style, text::Shaper& shaper) {
  for (const style::Part part : {style::Part::identity, style::Part::flow}) {
    Margins& margins = style.parts[static_cast<std::size_t>(part)].margins;
    const bool code = part == style::Part::identity && !style.tte_qr.empty();
    const Length width = style.page_size(part).w - margins.left - margins.right - (code ? kCodeSide + kGapBeside : Length());
    Length height = style.tte_footer.empty() ? Length() : height_of(statement_lines(style, shaper, width));
    if (code) height = max(height, kCodeSide);
    if (height > Length()) margins.bottom += kGapToFoot + height;
  }
  return style;
}

void place_tte_statement(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, const RunningWords& words, text::Shaper& shaper) {
  bool opening = true;
  for (int i = first; i <= last; ++i) {
    PlacedPage& page = sheet.pages[i];
    if (page.role == "sampul") continue;
    const Length top = foot_bottom(page) + kGapToFoot;
    Rect room{page.margins.left, top, page.size.w - page.margins.left - page.margins.right, Length()};
    const bool code = holds_code(page, style, opening);
    if (code) {
      const Rect box{room.x, top, kCodeSide, kCodeSide};
      page.qr_codes.push_back({qr_content(style, words, page, static_cast<int>(sheet.pages.size())), box});
      room = Rect::from_edges(box.right() + kGapBeside, top, room.right(), box.bottom());
    }
    opening = false;
    if (style.tte_footer.empty()) continue;
    const std::vector<text::ShapedLine> lines = statement_lines(style, shaper, room.w);
    const Length height = height_of(lines);
    Length y = room.y + max(Length(), half(room.h - height));
    const std::string id = kTteStatementCell;
    page.cells.push_back({.id = id, .role = "kaki-halaman", .box = {room.x, y, room.w, height}, .edges = kNoEdge});
    for (const text::ShapedLine& line : lines) {
      page.texts.push_back({.owner = OwnerKind::cell, .owner_id = id, .role = "kaki-halaman", .line = line,
                            .box = {code ? room.x : room.x + half(room.w - line.width), y, line.width, line.height()},
                            .size = style.text(style::TextRole::running).font.size});
      y += line.height();
    }
  }
}

}  // namespace lembar::layout
