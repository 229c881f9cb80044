// Where the bars of a review copy stand, on a page placed by hand.
#include "layout/review_copy.h"

#include "layout/invariants.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/plain_style.h"

using namespace lembar;
using namespace lembar::layout;
using Gone = ChangedPlace::Gone;

namespace {

// Two boxes side by side above a table of two rows, 20 mm from the left edge of A4 across, 277 mm wide at most.
struct Sheet {
  Sheet() {
    PlacedPage page;
    page.number = 1;
    page.size = {mm(297), mm(210)};
    page.margins = style.part(style::Part::flow).margins;
    page.cells = {{.id = "dasar-hukum-1", .role = "dasar-hukum", .box = {mm(20), mm(20), mm(100), mm(30)}},
                  {.id = "peralatan-2", .role = "peralatan", .box = {mm(120), mm(20), mm(100), mm(30)}},
                  {.id = "t1.1.uraian", .role = "uraian", .row = "a", .box = {mm(20), mm(60), mm(200), mm(10)}},
                  {.id = "t1.2.uraian", .role = "uraian", .row = "b", .box = {mm(20), mm(70), mm(200), mm(10)}},
                  {.id = "t1.20.uraian", .role = "uraian", .row = "c", .box = {mm(20), mm(80), mm(200), mm(10)}}};
    add_text(page, "dasar-hukum-1", "Undang-Undang satu", mm(22));
    add_text(page, "dasar-hukum-1", "Peraturan dua", mm(26));
    add_text(page, "peralatan-2", "Komputer", mm(22));
    page.signatures.push_back({.name = "ttd", .box = {mm(100), mm(100), mm(30), mm(30)}});
    sheet.pages.push_back(page);
  }

  void add_text(PlacedPage& page, const std::string& cell, const std::string& words, Length y) {
    const text::ShapedLine line = shaper.line({{words, {"Square", mm(3)}}});
    page.texts.push_back({.owner = OwnerKind::cell, .owner_id = cell, .line = line, .box = {mm(25), y, line.width, mm(3)}, .size = mm(3)});
  }

  std::vector<PlacedRule> rules_of(const std::vector<ChangedPlace>& places, std::vector<ListedChange> list = {}) {
    ReviewCopy copy;
    copy.places = places;
    copy.note = "SALINAN";
    copy.title = "Daftar";
    copy.heads = {"No", "Bagian", "Semula", "Menjadi"};
    copy.list = std::move(list);
    make_review_copy({procedure, style, shaper, images, sheet, ""}, copy);
    return sheet.pages[0].rules;
  }

  style::SheetStyle style = test::plain_style("Square");
  test::FakeShaper shaper;
  model::Procedure procedure;
  Images images;
  PlacedSheet sheet;
};

model::RichText words(const std::string& text) {
  model::RichText out;
  out.blocks.push_back({.runs = {{.text = text}}});
  return out;
}

}  // namespace

TEST_CASE("A row has its bar 2.2 mm left of the sheet; neighbours share one") {
  const auto rules = Sheet().rules_of({{.cells = "t1.1."}, {.cells = "t1.2."}, {.cells = "t1.2."}});
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].from == Point{mm(20) - mm(2.2), mm(60)});
  CHECK(rules[0].to == Point{mm(20) - mm(2.2), mm(80)});
}

TEST_CASE("A row is not taken for one whose number begins alike") {
  const auto rules = Sheet().rules_of({{.cells = "t1.2."}});
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].to.y == mm(80));
}

TEST_CASE("The lines that say the words have a bar, on their own side") {
  const auto left = Sheet().rules_of({{.role = "dasar-hukum", .words = "Peraturan dua"}});
  REQUIRE(left.size() == 1);
  CHECK(left[0].from == Point{mm(20) - mm(2.2), mm(26)});
  CHECK(left[0].to.y == mm(29));
  const auto right = Sheet().rules_of({{.role = "peralatan", .words = "Komputer"}});
  REQUIRE(right.size() == 1);
  CHECK(right[0].from == Point{mm(220) + mm(2.2), mm(22)});
}

TEST_CASE("No words: the whole box; words that nobody says: nothing") {
  const auto whole = Sheet().rules_of({{.role = "dasar-hukum"}});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].from.y == mm(20));
  CHECK(whole[0].to.y == mm(50));
  CHECK(Sheet().rules_of({{.role = "dasar-hukum", .words = "Keputusan"}}).empty());
  CHECK(Sheet().rules_of({{.sop = "sop-2", .role = "dasar-hukum"}}).empty());
}

TEST_CASE("Where something is gone a stroke of 3 mm crosses the margin") {
  const auto above = Sheet().rules_of({{.cells = "t1.2.", .gone = Gone::above}, {.cells = "t1.2.", .gone = Gone::above}});
  REQUIRE(above.size() == 1);
  CHECK(above[0].from == Point{mm(20) - mm(2.2) - half(mm(3)), mm(70)});
  CHECK(above[0].to.x - above[0].from.x == mm(3));
  CHECK(Sheet().rules_of({{.cells = "t1.2.", .gone = Gone::below}})[0].from.y == mm(80));
  CHECK(Sheet().rules_of({{.role = "dasar-hukum", .words = "Peraturan dua", .gone = Gone::above}})[0].from.y == mm(26));
  CHECK(Sheet().rules_of({{.role = "dasar-hukum", .words = "Peraturan dua", .gone = Gone::below}})[0].from.y == mm(29));
}

TEST_CASE("What no font has of the older sheet is shown as a question mark") {
  Sheet sheet;
  sheet.rules_of({}, {{words("langkah"), words("a\xEE\x80\x80z"), words("baru")}});  // U+E000
  bool shown = false;
  for (const PlacedText& text : sheet.sheet.pages.back().texts) shown = shown || text.line.text == "a?z";
  CHECK(shown);
}

TEST_CASE("Each page says what it is, nobody signs, and the list follows on pages of its own") {
  Sheet sheet;
  std::vector<ListedChange> list;
  for (int i = 0; i < 100; ++i) list.push_back({words("langkah"), words("lama"), words("baru")});
  sheet.rules_of({}, list);
  REQUIRE(sheet.sheet.pages.size() > 2);
  std::size_t rows = 0;
  for (const PlacedPage& page : sheet.sheet.pages) {
    CHECK(page.signatures.empty());
    CHECK(page.texts.back().line.text == "SALINAN");
    CHECK(page.texts.back().box.bottom() <= page.size.h - mm(3));
    for (const PlacedText& text : page.texts) rows += text.line.text == "baru";
  }
  CHECK(rows == 100);
  sheet.sheet.pages.erase(sheet.sheet.pages.begin());  // the one placed by hand
  CHECK(find_layout_faults(sheet.sheet).empty());
}
