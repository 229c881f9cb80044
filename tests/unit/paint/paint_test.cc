#include "paint/paint_sheet.h"

#include <algorithm>

#include "paint/outline.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/hand_made_sheet.h"

namespace lembar::test {

namespace {

using Kind = scene::PathStep::Kind;

template <class T>
std::vector<T> all(const scene::Page& page) {
  std::vector<T> out;
  for (const scene::Item& item : page.items) {
    if (const T* one = std::get_if<T>(&item)) out.push_back(*one);
  }
  return out;
}

std::string words_in_order(const scene::Page& page) {
  std::string out;
  for (const scene::DrawText& text : all<scene::DrawText>(page)) out += text.line.text + "|";
  return out;
}

scene::Scene painted() {
  FakeShaper shaper;
  return paint::paint_sheet(hand_made_sheet(shaper));
}

}  // namespace

TEST_CASE("borders that cells share are drawn once") {
  layout::PlacedSheet sheet;
  sheet.frame_stroke = pt(1);
  layout::PlacedPage page;
  // Two cells side by side over one that is as wide as both: 3 lines across, and 3 down of which one is half as long.
  for (const Rect& box : {Rect{pt(0), pt(0), pt(10), pt(10)}, {pt(10), pt(0), pt(10), pt(10)}, {pt(0), pt(10), pt(20), pt(10)}}) {
    layout::PlacedCell cell;
    cell.id = std::to_string(page.cells.size());
    cell.box = box;
    page.cells.push_back(cell);
  }
  sheet.pages = {page};
  const auto strokes = all<scene::StrokePath>(paint::paint_sheet(sheet).pages[0]);
  REQUIRE(strokes.size() == 1);
  REQUIRE(strokes[0].path.size() == 12);
  // The line in the middle, half a stroke longer at both ends.
  CHECK(strokes[0].path[2].p == Point{pt(-0.5), pt(10)});
  CHECK(strokes[0].path[3].p == Point{pt(20.5), pt(10)});
  CHECK(strokes[0].path[8].p == Point{pt(10), pt(-0.5)});
  CHECK(strokes[0].path[9].p == Point{pt(10), pt(10.5)});
}

TEST_CASE("a table is read row by row, a symbol in its cell with the labels that leave it") {
  CHECK(words_in_order(painted().pages[0]).find("Prosedur Surat Masuk|No.|Kegiatan|Umum|Kepala|1|") != std::string::npos);
  const std::string words = words_in_order(painted().pages[0]);
  CHECK(words.find("2|Memeriksa") < words.find("A|Ya?|Tidak|"));
}

TEST_CASE("wrapped lines leave a space behind, ends of paragraphs do not") {
  const auto texts = all<scene::DrawText>(painted().pages[0]);
  const auto starts = [&](const std::string& words) {
    return std::find_if(texts.begin(), texts.end(), [&](const auto& t) { return t.line.text.rfind(words, 0) == 0; });
  };
  REQUIRE(starts("Menerima") != texts.end());
  CHECK(starts("Menerima")->space_after);
  CHECK_FALSE(starts("Kegiatan")->space_after);
}

TEST_CASE("the tip of an arrow stands on the end of its connector, and the line ends inside the head") {
  const scene::Page page = painted().pages[0];
  bool found = false;
  for (const scene::FillPath& fill : all<scene::FillPath>(page)) {
    for (const scene::PathStep& step : fill.path) found = found || (step.kind == Kind::move && step.p == Point{pt(330), pt(140)});
  }
  CHECK(found);
  bool inside = false;
  for (const scene::StrokePath& stroke : all<scene::StrokePath>(page)) {
    for (const scene::PathStep& step : stroke.path) inside = inside || step.p == Point{pt(330), pt(137)};
  }
  CHECK(inside);
}

TEST_CASE("a plain line keeps its whole length and has no head") {
  const scene::Page page = painted().pages[1];
  CHECK(all<scene::FillPath>(page).empty());
  bool whole = false;
  for (const scene::StrokePath& stroke : all<scene::StrokePath>(page)) {
    for (const scene::PathStep& step : stroke.path) whole = whole || step.p == Point{pt(220), pt(107)};
  }
  CHECK(whole);
}

TEST_CASE("the pentagons of a pair lead to each other") {
  const auto there = all<scene::Link>(painted().pages[0]), back = all<scene::Link>(painted().pages[1]);
  REQUIRE(there.size() == 1);
  REQUIRE(back.size() == 1);
  CHECK(there[0].to_page == 2);
  CHECK(back[0].to_page == 1);
}

TEST_CASE("tags come in pairs and hold tags or drawing, and all that is drawn is tagged") {
  for (const scene::Page& page : painted().pages) {
    std::vector<bool> content;
    for (const scene::Item& item : page.items) {
      if (const auto* tag = std::get_if<scene::BeginTag>(&item)) {
        CHECK_FALSE((!content.empty() && content.back()));
        content.push_back(tag->content);
      } else if (std::holds_alternative<scene::EndTag>(item)) {
        REQUIRE_FALSE(content.empty());
        content.pop_back();
      } else if (!std::holds_alternative<scene::Link>(item)) {
        CHECK((!content.empty() && content.back()));
      }
    }
    CHECK(content.empty());
  }
}

TEST_CASE("a pentagon's link stands around its figure") {
  std::string tags;
  const scene::Page page = painted().pages[0];
  for (const scene::Item& item : page.items) {
    if (const auto* tag = std::get_if<scene::BeginTag>(&item)) tags += std::string(tag->tag) + " ";
    if (std::holds_alternative<scene::EndTag>(item)) tags += "/ ";
    if (std::holds_alternative<scene::Link>(item)) tags += "link ";
  }
  CHECK(tags.find("Link Figure / link / ") != std::string::npos);
}

TEST_CASE("stamps are grey and lie under everything") {
  const auto texts = all<scene::DrawText>(painted().pages[0]);
  CHECK(texts.front().line.text == "KONSEP");
  CHECK(texts.front().color.r > 190);
}

TEST_CASE("rising words reach from corner to corner of their box") {
  FakeShaper shaper;
  layout::PlacedSheet sheet;
  layout::PlacedPage page;
  layout::PlacedText text;
  text.line = shaper.line({{"KONSEP", {"Fake", pt(10)}}});
  text.turn = Turn::rising;
  // Four fifths of the length and three of the height across, three and four fifths down.
  const Length length = text.line.width, height = text.line.height();
  text.box = {pt(10), pt(20), scaled(length, 4, 5) + scaled(height, 3, 5), scaled(length, 3, 5) + scaled(height, 4, 5)};
  page.texts.push_back(text);
  sheet.pages = {page};
  const auto drawn = all<scene::DrawText>(paint::paint_sheet(sheet).pages[0]);
  REQUIRE(drawn.size() == 1);
  CHECK(drawn[0].turn == Turn::rising);
  // The last letter's foot and head reach the right edge and the top.
  const Point end{drawn[0].origin.x + scaled(length, 4, 5), drawn[0].origin.y - scaled(length, 3, 5)};
  const auto near = [](Length a, Length b) { return a - b < pt(0.01) && b - a < pt(0.01); };
  CHECK(near(end.x + scaled(text.line.descent, 3, 5), text.box.right()));
  CHECK(near(end.y - scaled(text.line.ascent, 4, 5), text.box.top()));
}

TEST_CASE("a rule that is an arrow has the head of the connectors") {
  layout::PlacedSheet sheet;
  sheet.arrow_length = pt(6);
  sheet.arrow_width = pt(4);
  layout::PlacedPage page;
  page.rules.push_back({{pt(10), pt(10)}, {pt(50), pt(10)}, pt(1), true});
  sheet.pages = {page};
  const scene::Page painted = paint::paint_sheet(sheet).pages[0];
  const auto heads = all<scene::FillPath>(painted);
  REQUIRE(heads.size() == 1);
  CHECK(heads[0].path[0].p == Point{pt(50), pt(10)});
  CHECK(all<scene::StrokePath>(painted)[0].path[1].p.x == pt(47));
}

TEST_CASE("outlines fill the box of their symbol") {
  layout::PlacedSymbol symbol;
  symbol.box = {pt(10), pt(20), pt(60), pt(30)};
  for (const auto kind : {layout::PlacedKind::start, layout::PlacedKind::process, layout::PlacedKind::decision,
                          layout::PlacedKind::circle, layout::PlacedKind::offpage}) {
    symbol.kind = kind;
    Length left = pt(1000), right, top = pt(1000), bottom;
    for (const scene::PathStep& step : paint::outline(symbol)) {
      if (step.kind == Kind::close) continue;
      left = min(left, step.p.x);
      right = max(right, step.p.x);
      top = min(top, step.p.y);
      bottom = max(bottom, step.p.y);
    }
    if (kind != layout::PlacedKind::circle) {
      CHECK(left == symbol.box.left());
      CHECK(right == symbol.box.right());
    }
    CHECK(top == symbol.box.top());
    CHECK(bottom == symbol.box.bottom());
  }
}

}  // namespace lembar::test
