#include "layout/flow/flow_graph.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/plain_style.h"

using namespace lembar;

namespace {

// A character is as wide as the text is high.
std::int64_t characters_wide(const std::string& label, int lines, std::size_t expected_lines) {
  const style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  const layout::LabelWords words = layout::label_words(label, lines, style, shaper);
  CHECK(words.lines.size() == expected_lines);
  const Size size = words.size();
  const Length em = style.text(style::TextRole::connector_label).font.size;
  CHECK(size.h == em * static_cast<std::int64_t>(expected_lines));
  return size.w.units() / em.units();
}

}  // namespace

TEST_CASE("the words of a connector stand on as many lines as asked for, and these are as narrow as can be") {
  const std::string label = "Tidak memenuhi syarat administrasi";
  CHECK(characters_wide(label, 1, 1) == 34);
  CHECK(characters_wide(label, 2, 2) == 19);  // Tidak memenuhi / syarat administrasi
  CHECK(characters_wide(label, 3, 3) == 14);  // Tidak memenuhi / syarat / administrasi
  CHECK(characters_wide(label, 4, 4) == 12);
  CHECK(characters_wide(label, 9, 4) == 12);  // no word is broken
}

TEST_CASE("there are no more lines than words, and never many") {
  CHECK(layout::most_label_lines("Ya") == 1);
  CHECK(layout::most_label_lines("Tidak  lengkap ") == 2);
  CHECK(layout::most_label_lines("a b c d e f g h") == 4);
}
