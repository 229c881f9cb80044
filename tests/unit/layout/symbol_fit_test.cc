#include "layout/flow/symbol_fit.h"

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

constexpr SymbolKind kKinds[] = {SymbolKind::start, SymbolKind::process, SymbolKind::decision, SymbolKind::circle};

}  // namespace

TEST_CASE("a symbol with a page of words asks for a wide lane, not for one as long as its words") {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  SymbolFitter fitter(shaper, style);
  for (const SymbolKind kind : kKinds) {
    const Length lane = fitter.least_width(kind, words(300));  // on one line: 300 * 8 em of 7.5 pt, 6 m
    CHECK(lane < mm(500));
    CHECK(fitter.fit(kind, words(300), lane).size.w <= lane);
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
    const Size taken = fitter.fit(kind, words(12), mm(200)).size;
    for (Length most = least; most < mm(200); most += mm(7)) CHECK(cost(taken) <= cost(fitter.fit(kind, words(12), most).size));
  }
}
