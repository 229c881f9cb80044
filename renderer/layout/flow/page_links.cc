#include "layout/flow/page_links.h"

#include <algorithm>
#include <map>

namespace lembar::layout {

namespace {

// The share of a pentagon's height, from its flat end, that has its full width.
constexpr std::int64_t kStraightPercent = 68;

void place_words(PlacedPage& page, const PlacedSymbol& symbol, const std::string& letter, const std::string& page_words,
                 const style::SheetStyle& style, text::Shaper& shaper) {
  const text::FontSpec font = style.text(style::TextRole::offpage).font;
  text::FontSpec small = font;
  small.bold = false;
  small.size = max(style.least_text, scaled(font.size, 4, 5));
  std::vector<text::ShapedLine> lines{shaper.line({{letter, font}})};
  const bool name_page = style.symbols.offpage_page && !page_words.empty();
  if (name_page) lines.push_back(shaper.line({{page_words, small}}));
  Length height;
  for (const text::ShapedLine& line : lines) height += line.height();
  const Length straight = scaled(symbol.box.h, kStraightPercent, 100);
  const Length slack = max(Length(), straight - height) / 2;
  Length y = symbol.pointing == Pointing::down ? symbol.box.y + slack : symbol.box.bottom() - straight + slack;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const text::ShapedLine& line = lines[i];
    page.texts.push_back({.owner = OwnerKind::symbol, .owner_id = symbol.id, .line = line,
                          .box = {symbol.box.x + half(symbol.box.w - line.width), y, line.width, line.height()},
                          .size = i == 0 ? font.size : small.size});
    y += line.height();
  }
}

std::string with_page(std::string words, int page) {
  const auto at = words.find("{page}");
  return at == std::string::npos ? words + " " + std::to_string(page) : words.replace(at, 6, std::to_string(page));
}

}  // namespace

std::string letter_of(int n) {
  std::string out;
  for (++n; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

void link_pages(PlacedSheet& sheet, const std::vector<OffpageMark>& marks, const style::SheetStyle& style, text::Shaper& shaper) {
  std::map<std::pair<int, int>, std::string> letters;                     // (table, target)
  std::map<std::tuple<int, int, bool>, std::vector<const OffpageMark*>> outs, ins;  // and: goes forward
  for (const OffpageMark& mark : marks) {
    const std::pair<int, int> key{mark.table, mark.target};
    if (!letters.contains(key)) letters.emplace(key, letter_of(static_cast<int>(letters.size())));
    const bool forward = mark.out != mark.top;
    (mark.out ? outs : ins)[{mark.table, mark.target, forward}].push_back(&mark);
  }
  for (const OffpageMark& mark : marks) {
    PlacedPage& page = sheet.pages[mark.page];
    PlacedSymbol& symbol = page.symbols[mark.symbol];
    symbol.letter = symbol.text = letters.at({mark.table, mark.target});
    const bool forward = mark.out != mark.top;
    for (const OffpageMark* peer : (mark.out ? ins : outs)[{mark.table, mark.target, forward}])
      symbol.peers.push_back({sheet.pages[peer->page].number, sheet.pages[peer->page].symbols[peer->symbol].id});
    place_words(page, symbol, symbol.letter, symbol.peers.empty() ? "" : with_page(style.symbols.offpage_words, symbol.peers.front().page), style, shaper);
  }
}

}  // namespace lembar::layout
