#include "layout/flow/label_words.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/plain_style.h"

using namespace lembar;
using layout::LabelForm;

namespace {

struct Fixture {
  style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;

  layout::LabelWords words(const std::string& label, const LabelForm& form) { return layout::label_words(label, form, style, shaper); }

  // A character is as wide as the text is high.
  std::int64_t characters_wide(const std::string& label, int lines, std::size_t expected_lines) {
    const layout::LabelWords set = words(label, {lines});
    CHECK(set.lines.size() == expected_lines);
    const Size size = set.size();
    const Length em = style.text(style::TextRole::connector_label).font.size;
    CHECK(size.h == em * static_cast<std::int64_t>(expected_lines));
    return size.w.units() / em.units();
  }

  // The text of every line of every form that the label takes, one after the other.
  std::vector<std::string> forms(const std::string& label) {
    std::vector<std::string> all;
    for (std::optional<LabelForm> form = LabelForm{}; form; form = layout::narrower_form(label, *form, style, shaper)) {
      std::string& lines = all.emplace_back();
      for (const text::ShapedLine& line : words(label, *form).lines) lines += (lines.empty() ? "" : "/") + line.text;
    }
    return all;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "the words of a connector stand on as many lines as asked for, and these are as narrow as can be") {
  const std::string label = "Tidak memenuhi syarat administrasi";
  CHECK(characters_wide(label, 1, 1) == 34);
  CHECK(characters_wide(label, 2, 2) == 19);  // Tidak memenuhi / syarat administrasi
  CHECK(characters_wide(label, 3, 3) == 14);  // Tidak memenuhi / syarat / administrasi
  CHECK(characters_wide(label, 4, 4) == 12);
  CHECK(characters_wide(label, 9, 4) == 12);  // no word is broken
}

TEST_CASE_METHOD(Fixture, "each form of a connector's words is narrower than the one before, the last parts long words by syllables") {
  CHECK(forms("Ya") == std::vector<std::string>{"Ya"});
  CHECK(forms("Tidak  lengkap ") == std::vector<std::string>{"Tidak lengkap", "Tidak/lengkap"});
  CHECK(forms("dibatalkan") == std::vector<std::string>{"dibatalkan", "diba-/talkan"});
}

TEST_CASE_METHOD(Fixture, "no form of a connector's words is narrower than half of them at six points") {
  const std::string label = "Tidak memenuhi syarat administrasi kepegawaian";
  const Length em = style.text(style::TextRole::connector_label).font.size;
  LabelForm last;
  for (std::optional<LabelForm> form = LabelForm{}; form; form = layout::narrower_form(label, *form, style, shaper)) last = *form;
  CHECK(last.lines > 1);
  CHECK(words(label, last).size().w >= pt(6) * static_cast<std::int64_t>(label.size()) / 2);
  CHECK(words(label, {4}).size().w == em * 14);  // which is narrower
  CHECK(em * 14 < pt(6) * static_cast<std::int64_t>(label.size()) / 2);
}
