#include "canvas/haru/stretches.h"

#include <cstdlib>

#include "support/catch.h"

namespace lembar::test {

namespace {

// Glyphs are numbered as their characters, 500 wide; the reader's width is what the test says.
struct Facts final : canvas::FontFacts {
  int reader = 500;
  bool shows(char32_t character, std::uint32_t glyph) override { return character == glyph; }
  int width(std::uint32_t) override { return reader; }
};

text::GlyphRun run_of(const std::string& text, Length advance = pt(5)) {
  text::GlyphRun run;
  run.size = pt(10);
  run.text = text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run.glyphs.push_back({static_cast<std::uint32_t>(text[i]), static_cast<std::uint32_t>(i), advance, {}, {}});
    run.width += advance;
  }
  return run;
}

}  // namespace

TEST_CASE("letters that stand as the reader adds them up are one stretch") {
  Facts facts;
  const auto stretches = canvas::stretches_of(run_of("surat masuk"), facts);
  REQUIRE(stretches.size() == 1);
  CHECK(stretches[0].text == "surat masuk");
  CHECK(stretches[0].width == pt(55));
  CHECK_FALSE(stretches[0].outlined());
}

TEST_CASE("a kern begins a new stretch") {
  Facts facts;
  text::GlyphRun run = run_of("AVAT");
  run.glyphs[0].advance = pt(4);
  const auto stretches = canvas::stretches_of(run, facts);
  REQUIRE(stretches.size() == 2);
  CHECK(stretches[0].text == "A");
  CHECK(stretches[1].text == "VAT");
  CHECK(stretches[1].x == pt(4));
}

TEST_CASE("the reader's pen never stands off by more than it may") {
  Facts facts;
  facts.reader = 498;
  Length pen, reader;
  for (const auto& stretch : canvas::stretches_of(run_of(std::string(80, 'a')), facts)) {
    CHECK(stretch.x == pen);
    reader = stretch.x;
    for (std::size_t i = 0; i < stretch.text.size(); ++i) {
      CHECK(std::llabs((reader - pen).units()) <= canvas::kMostDrift.units());
      pen += pt(5);
      reader += pt(4.98);
    }
  }
  CHECK(pen == pt(400));
}

TEST_CASE("what cannot be shown becomes outlines, word by word") {
  Facts facts;
  text::GlyphRun run = run_of("ab cd e");
  for (const std::size_t i : {0, 1, 2, 3, 4}) run.glyphs[i].id += 1000;
  const auto stretches = canvas::stretches_of(run, facts);
  REQUIRE(stretches.size() == 4);
  CHECK(stretches[0].text == "ab");
  CHECK(stretches[1].text == " ");
  CHECK(stretches[2].text == "cd");
  CHECK(stretches[2].outlines[1].dx == pt(5));
  CHECK(stretches[2].outlined());
  CHECK(stretches[3].text == " e");
  CHECK_FALSE(stretches[3].outlined());
}

TEST_CASE("letters built of two glyphs, raised ones and those beyond the plane are outlines") {
  Facts facts;
  text::GlyphRun two = run_of("xy");
  two.glyphs[1].cluster = 0;
  text::GlyphRun raised = run_of("x");
  raised.glyphs[0].dy = pt(-1);
  text::GlyphRun beyond = run_of("x");
  beyond.text = "\xF0\x9D\x94\xB8";
  beyond.glyphs[0].id = 0x1D538;
  for (const auto& run : {two, raised, beyond}) {
    const auto stretches = canvas::stretches_of(run, facts);
    REQUIRE(stretches.size() == 1);
    CHECK(stretches[0].outlined());
    CHECK(stretches[0].text == run.text);
  }
}

}  // namespace lembar::test
