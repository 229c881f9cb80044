#include "layout/flow/page_links.h"

#include <map>

namespace lembar::layout {

namespace {

void place_words(PlacedPage& page, const PlacedSymbol& symbol, const std::string& letter, const std::string& page_words,
                 const std::string& page_number, const style::SheetStyle& style, text::Shaper& shaper) {
  PentagonWords words = pentagon_words(letter, page_words, style, shaper);
  const Length straight = scaled(symbol.box.h, kPentagonStraightPercent, 100);
  const auto too_large = [&] { return words.page && (words.page->width + kPentagonInset * 2 > symbol.box.w || words.height() > straight); };
  // In a narrow lane the page's number must do, or the letter alone.
  if (too_large()) words = pentagon_words(letter, page_number, style, shaper);
  if (too_large()) words.page.reset();
  Length y = (symbol.pointing == Pointing::down ? symbol.box.y : symbol.box.bottom() - straight) + half(straight - words.height());
  const auto place = [&](const text::ShapedLine& line) {
    page.texts.push_back({.owner = OwnerKind::symbol, .owner_id = symbol.id, .line = line,
                          .box = {symbol.box.x + half(symbol.box.w - line.width), y, line.width, line.height()},
                          .size = line.runs.front().size});
    y += line.height();
  };
  place(words.letter);
  if (words.page) place(*words.page);
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
    const std::string number = symbol.peers.empty() ? "" : std::to_string(symbol.peers.front().page);
    place_words(page, symbol, symbol.letter, number.empty() ? "" : with_page(style.symbols.offpage_words, symbol.peers.front().page), number, style, shaper);
  }
}

}  // namespace lembar::layout
