#include "text/line_builder.h"

#include <utility>

namespace lembar::text {
namespace {

// Reserves what the line will hold: a sheet of ten thousand steps keeps a hundred thousand lines.
class LineBuilder {
 public:
  explicit LineBuilder(const std::vector<Fragment>& fragments) : fragments_(fragments) {
    each_word([this](const ShapedWord& word, bool) {
      for (const GlyphRun& part : word.runs) {
        letters_to_come_ += part.text.size();
        glyphs_to_come_ += part.glyphs.size();
      }
    });
  }

  ShapedLine build() {
    line_.text.reserve(letters_to_come_);
    each_word([this](const ShapedWord& word, bool underline) { append(word, underline); });
    line_.hyphenated = !fragments_.empty() && fragments_.back().hyphen_after;
    return std::move(line_);
  }

 private:
  // Words, and the spaces and the hyphen between and behind them; `use` is told which are underlined.
  template <class Use>
  void each_word(Use use) const {
    for (std::size_t i = 0; i < fragments_.size(); ++i) {
      const Fragment& f = fragments_[i];
      const bool last = i + 1 == fragments_.size();
      use(*f.word, f.underline);
      if (last && f.hyphen_after) use(*f.hyphen, f.underline);
      // A space between two runs is underlined only where both are.
      if (!last && f.space_after) use(*f.space, f.underline && fragments_[i + 1].underline);
    }
  }

  void append(const ShapedWord& word, bool underline) {
    for (const GlyphRun& part : word.runs) {
      GlyphRun* run = line_.runs.empty() ? nullptr : &line_.runs.back();
      if (!run || run->face != part.face || run->size != part.size || run->underline != underline) {
        line_.runs.push_back({part.face, part.size, line_.width, Length(), underline, {}, {}});
        run = &line_.runs.back();
        run->text.reserve(letters_to_come_);
        run->glyphs.reserve(glyphs_to_come_);
      }
      const auto start = static_cast<std::uint32_t>(run->text.size());
      run->text += part.text;
      for (Glyph glyph : part.glyphs) {
        glyph.cluster += start;
        run->glyphs.push_back(glyph);
      }
      run->width += part.width;
      line_.width += part.width;
      line_.text += part.text;
      letters_to_come_ -= part.text.size();
      glyphs_to_come_ -= part.glyphs.size();
    }
  }

  const std::vector<Fragment>& fragments_;
  ShapedLine line_;
  std::size_t letters_to_come_ = 0, glyphs_to_come_ = 0;
};

}  // namespace

Length width_of(std::span<const Fragment> fragments) { return width_of(fragments, {}); }

Length width_of(std::span<const Fragment> fragments, std::span<const Fragment> more) {
  const std::size_t count = fragments.size() + more.size();
  Length width;
  for (std::size_t i = 0; i < count; ++i) {
    const Fragment& f = i < fragments.size() ? fragments[i] : more[i - fragments.size()];
    const bool last = i + 1 == count;
    width += f.word->width;
    if (last && f.hyphen_after) width += f.hyphen->width;
    if (!last && f.space_after) width += f.space->width;
  }
  return width;
}

ShapedLine build_line(const std::vector<Fragment>& fragments) { return LineBuilder(fragments).build(); }

}  // namespace lembar::text
