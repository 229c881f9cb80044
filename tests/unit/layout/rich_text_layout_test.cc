#include "layout/rich_text_layout.h"

#include "support/catch.h"
#include "support/fake_shaper.h"

using namespace lembar;
using layout::lay_out_rich_text;
using layout::TextBlock;
using model::BlockKind;
using model::ListMarker;

namespace {

model::Block block(BlockKind kind, std::string words, int level = 0) {
  model::Block b;
  b.kind = kind;
  b.runs.push_back({.text = std::move(words)});
  b.level = level;
  return b;
}

style::TextStyle ten_point() {
  style::TextStyle style;
  style.font = {"Fake", pt(10)};
  return style;
}

TextBlock laid_out(const model::RichText& words, Length width, ListMarker marker = ListMarker::number) {
  test::FakeShaper shaper;
  return lay_out_rich_text(shaper, words, ten_point(), ten_point(), marker, width);
}

std::vector<std::string> texts(const TextBlock& b) {
  std::vector<std::string> out;
  for (const auto& line : b.lines) out.push_back(line.line.text);
  return out;
}

}  // namespace

TEST_CASE("items hang beside their numbers") {
  model::RichText words;
  words.blocks = {block(BlockKind::item, "satu dua"), block(BlockKind::item, "tiga")};
  // The label "1." is 20 pt wide and its gap 4 pt: 24 pt. "satu dua" is 80 pt: at 100 pt it breaks in the 76 pt left.
  const TextBlock b = laid_out(words, pt(100));
  CHECK(texts(b) == std::vector<std::string>{"1.", "satu", "dua", "2.", "tiga"});
  CHECK(b.lines[0].x == Length());
  CHECK(b.lines[1].x == pt(24));
  CHECK(b.lines[2].x == pt(24));
  CHECK(b.lines[0].y == b.lines[1].y);
  CHECK(b.height == pt(30));
}

TEST_CASE("a lone item under numbers has none, unless it is given") {
  model::RichText words;
  words.blocks = {block(BlockKind::item, "satu")};
  CHECK(texts(laid_out(words, pt(100))) == std::vector<std::string>{"satu"});
  words.blocks[0].number = "3";
  CHECK(texts(laid_out(words, pt(100))) == std::vector<std::string>{"3.", "satu"});
  words.blocks.push_back(block(BlockKind::item, "dua"));
  CHECK(texts(laid_out(words, pt(100))) == std::vector<std::string>{"3.", "satu", "4.", "dua"});
}

TEST_CASE("nested items count in letters") {
  model::RichText words;
  words.blocks = {block(BlockKind::item, "a"), block(BlockKind::item, "b", 1), block(BlockKind::item, "c", 1), block(BlockKind::item, "d")};
  CHECK(texts(laid_out(words, pt(300))) == std::vector<std::string>{"1.", "a", "a.", "b", "b.", "c", "2.", "d"});
}

TEST_CASE("a sub-head starts the count again") {
  model::RichText words;
  words.blocks = {block(BlockKind::item, "a"), block(BlockKind::item, "b"), block(BlockKind::subhead, "Hasil :"), block(BlockKind::item, "c"),
                  block(BlockKind::item, "d")};
  CHECK(texts(laid_out(words, pt(300))) == std::vector<std::string>{"1.", "a", "2.", "b", "Hasil :", "1.", "c", "2.", "d"});
}

TEST_CASE("a number that leaves its item no room stands in the item's words") {
  model::RichText words;
  words.blocks = {block(BlockKind::item, "dua"), block(BlockKind::item, "tiga")};
  words.blocks[0].number = "Pasal 1 ayat";
  const TextBlock b = laid_out(words, pt(80));
  CHECK(texts(b) == std::vector<std::string>{"Pasal 1", "ayat.", "dua", "2.", "tiga"});
  for (const auto& line : b.lines) CHECK(line.x + line.line.width <= pt(80));
  CHECK(b.lines[4].x == pt(24));
}
