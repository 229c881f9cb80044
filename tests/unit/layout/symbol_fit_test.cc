#include "layout/flow/flow_graph.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/plain_style.h"

using namespace lembar;
using layout::SymbolFitter;
using model::SymbolKind;

namespace {

std::vector<model::TextRun> words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "lengkap ";
  text.pop_back();
  return {{.text = text}};
}

// Symbols in lanes of their own, fitted into these widths.
std::vector<layout::FittedSymbol> fitted(const std::vector<model::Symbol>& sources, const std::vector<Length>& lanes) {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  layout::FlowGraph graph;
  graph.lane_count = static_cast<int>(lanes.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    layout::FlowSymbol symbol{.source = &sources[i]};
    symbol.first_lane = symbol.last_lane = static_cast<int>(i);
    graph.symbols.push_back(std::move(symbol));
  }
  layout::fit_symbols(graph, fitter, style, lanes);
  std::vector<layout::FittedSymbol> out;
  for (const layout::FlowSymbol& symbol : graph.symbols) out.push_back(symbol.fitted);
  return out;
}

model::Symbol symbol_of(SymbolKind kind, const std::string& text = "") {
  model::Symbol symbol;
  symbol.kind = kind;
  if (!text.empty()) symbol.runs.push_back({.text = text});
  return symbol;
}

constexpr SymbolKind kKinds[] = {SymbolKind::start, SymbolKind::process, SymbolKind::decision, SymbolKind::circle};

}  // namespace

TEST_CASE("a symbol with a page of words asks for a wide lane, not for one as long as its words") {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  for (const SymbolKind kind : kKinds) {
    const Length lane = fitter.least_width(kind, words(300));  // on one line: 300 * 8 em of 7.5 pt, 6 m
    CHECK(lane < mm(500));
    CHECK(fitter.fit(kind, words(300), {.most = lane}).size.w <= lane);
  }
}

TEST_CASE("the shape that is taken is none that a wider one would beat") {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  for (const SymbolKind kind : kKinds) {
    const Size base = kind == SymbolKind::decision ? Size{style.symbols.width, style.symbols.diamond_height} : Size{style.symbols.width, style.symbols.height};
    const auto cost = [&](const Size& size) { return size.w - base.w + max(Length(), size.h - base.h) * 2; };
    const Length least = fitter.least_width(kind, words(12));
    const layout::FittedSymbol taken = fitter.fit(kind, words(12), {.most = mm(200)});
    CHECK_FALSE(taken.broken);
    CHECK(taken.text_size == style.text(style::TextRole::symbol).font.size);
    for (Length most = least; most < mm(200); most += mm(7)) {
      const layout::FittedSymbol other = fitter.fit(kind, words(12), {.most = most});
      if (!other.broken && other.text_size == taken.text_size) CHECK(cost(taken.size) <= cost(other.size));
    }
  }
}

TEST_CASE("a symbol without words stays what it is, however narrow") {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  for (Length most = mm(5); most <= mm(20); most += mm(1)) {
    for (const SymbolKind kind : {SymbolKind::start, SymbolKind::process, SymbolKind::end, SymbolKind::decision}) {
      const Size size = fitter.fit(kind, {}, {.most = most}).size;
      CHECK(size.w == min(most, style.symbols.width));
      CHECK(size.h * 5 <= size.w * 4);  // lies, clearly
      CHECK(size.h <= (kind == SymbolKind::decision ? style.symbols.diamond_height : style.symbols.height));
    }
    const Size circle = fitter.fit(SymbolKind::circle, {}, {.most = most}).size;
    CHECK(circle.w == circle.h);
  }
}

TEST_CASE("symbols without words are of one size in all lanes, the narrowest of which decides") {
  const std::vector<model::Symbol> boxes(3, symbol_of(SymbolKind::process));
  const auto three = fitted(boxes, {mm(20), mm(13), mm(16)});
  CHECK(three[0].size == three[1].size);
  CHECK(three[2].size == three[1].size);
  CHECK(three[1].size.w < mm(10));
  CHECK(fitted(boxes, {mm(30), mm(30), mm(30)})[0].size == Size{mm(15), mm(7.5)});
}

TEST_CASE("the words of a symbol get smaller rather than break, and then all of the table do") {
  // "lengkap" is 7 em long: 18.5 mm at 7.5 pt, 16 mm at 6.5 pt.
  const auto boxes = fitted({symbol_of(SymbolKind::process, "lengkap"), symbol_of(SymbolKind::process, "ya")}, {mm(21), mm(40)});
  CHECK_FALSE(boxes[0].broken);
  CHECK(boxes[0].lines.size() == 1);
  CHECK(boxes[0].text_size == pt(6.5));
  CHECK(boxes[1].text_size == pt(6.5));
  const auto roomy = fitted({symbol_of(SymbolKind::process, "lengkap")}, {mm(40)});
  CHECK(roomy[0].text_size == pt(7.5));
  // No further than the least size of the style, 6 pt: then the word breaks.
  CHECK(fitted({symbol_of(SymbolKind::process, "lengkap")}, {mm(18.5)})[0].broken);
}

TEST_CASE("start and end are alike, unless one says much more than the other") {
  const std::vector<Length> lanes(2, mm(60));
  const auto alike = fitted({symbol_of(SymbolKind::start, "mulai"), symbol_of(SymbolKind::end, "selesai")}, lanes);
  CHECK(alike[0].size == alike[1].size);
  const auto unlike = fitted({symbol_of(SymbolKind::start, "mulai"), symbol_of(SymbolKind::end, "selesai setelah surat sampai")}, lanes);
  CHECK(unlike[0].size.w < unlike[1].size.w);
}

TEST_CASE("a box over several rows is drawn over all of them, a diamond stands between them") {
  const style::SheetStyle style = test::plain_style("Fake");
  const model::Symbol box = symbol_of(SymbolKind::process), diamond = symbol_of(SymbolKind::decision);
  layout::FlowSymbol symbol{.source = &box};
  symbol.fitted.size = {mm(15), mm(7.5)};
  CHECK(layout::size_in_rows(symbol, style, mm(50)).h == mm(7.5));  // in one row, however high
  symbol.row_span = 3;
  CHECK(layout::size_in_rows(symbol, style, mm(50)) == Size{mm(15), mm(50) - mm(2) * 2});
  CHECK(layout::symbol_top({}, symbol, style, mm(50)) == mm(2));
  CHECK(layout::size_in_rows(symbol, style, mm(9)).h == mm(7.5));  // never lower than its words
  symbol.source = &diamond;
  CHECK(layout::size_in_rows(symbol, style, mm(50)) == symbol.fitted.size);
}

TEST_CASE("words of a box over several lanes use its whole width") {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  const model::Symbol source = symbol_of(SymbolKind::process, "ambil contoh");
  layout::FlowGraph graph;
  graph.lane_count = 3;
  layout::FlowSymbol symbol{.source = &source};
  symbol.last_lane = 2;
  graph.symbols.push_back(symbol);
  layout::fit_symbols(graph, fitter, style, {mm(20), mm(20), mm(20)});
  CHECK(graph.symbols[0].fitted.lines.size() == 1);
  CHECK(graph.symbols[0].fitted.size.w == mm(20) * 2 + style.symbols.width);
}
