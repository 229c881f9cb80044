#include "text/line_builder.h"

namespace lembar::text {
namespace {

void append(ShapedLine& line, const ShapedWord& word, bool underline) {
  for (const GlyphRun& part : word.runs) {
    GlyphRun* run = line.runs.empty() ? nullptr : &line.runs.back();
    if (!run || run->face != part.face || run->size != part.size || run->underline != underline) {
      line.runs.push_back({part.face, part.size, line.width, Length(), underline, {}, {}});
      run = &line.runs.back();
    }
    const auto start = static_cast<std::uint32_t>(run->text.size());
    run->text += part.text;
    for (Glyph glyph : part.glyphs) {
      glyph.cluster += start;
      run->glyphs.push_back(glyph);
    }
    run->width += part.width;
    line.width += part.width;
    line.text += part.text;
  }
}

}  // namespace

Length width_of(const std::vector<Fragment>& fragments) {
  Length width;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    const Fragment& f = fragments[i];
    const bool last = i + 1 == fragments.size();
    width += f.word->width;
    if (last && f.hyphen_after) width += f.hyphen->width;
    if (!last && f.space_after) width += f.space->width;
  }
  return width;
}

ShapedLine build_line(const std::vector<Fragment>& fragments) {
  ShapedLine line;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    const Fragment& f = fragments[i];
    const bool last = i + 1 == fragments.size();
    append(line, *f.word, f.underline);
    if (last && f.hyphen_after) append(line, *f.hyphen, f.underline);
    // A space between two runs is underlined only where both are.
    if (!last && f.space_after) append(line, *f.space, f.underline && fragments[i + 1].underline);
    line.hyphenated = last && f.hyphen_after;
  }
  return line;
}

}  // namespace lembar::text
