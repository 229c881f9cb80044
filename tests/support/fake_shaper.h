// A shaper whose sums can be done in the head: every character is a square of one em, spaces and hyphens too.
//
// At 10 pt the word "Camat" is 50 pt wide and every line 10 pt high, 8 of them above the baseline. Lines break by the
// very code that breaks those of real sheets. The character U+E000 is missing from its font.
#pragma once

#include "text/line_shaper.h"
#include "text/utf8.h"

namespace lembar::test {

class FakeShaper : public text::LineShaper {
 public:
  text::FontMetrics metrics(const text::FontSpec& font) override {
    return {scaled(font.size, 8, 10), font.size - scaled(font.size, 8, 10)};
  }

 protected:
  text::ShapedWord shape_word(const std::string& text, const text::FontSpec& font) override {
    text::ShapedWord word;
    if (text.empty()) return word;
    text::GlyphRun run;
    run.face = (font.bold ? 1 : 0) + (font.italic ? 2 : 0);
    run.size = font.size;
    run.text = text;
    for (std::size_t at = 0; at < text.size(); at = text::cluster_end(text, at)) {
      const char32_t c = text::char_at(text, at).code;
      run.glyphs.push_back({static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(at), font.size, Length(), Length()});
      run.width += font.size;
      if (c == 0xE000 && word.missing.empty()) word.missing.push_back(text::to_utf8(c));
    }
    word.width = run.width;
    word.runs.push_back(std::move(run));
    return word;
  }
};

}  // namespace lembar::test
