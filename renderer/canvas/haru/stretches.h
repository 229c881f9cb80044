// Cuts a run of glyphs into stretches that libharu can show.
//
// libharu knows characters, not glyphs, and lets the reader of the PDF add up widths that it has cut to whole
// thousandths of the text's size. So a stretch ends where the pen of the reader would stand off from where Pango has
// placed the next glyph: at kerns, and in long words. What it cannot show (a glyph that is not simply its character's,
// a character beyond the Basic Multilingual Plane, a font that it cannot embed) becomes a stretch of its own, to be
// drawn as outlines, word by word, so that each word can be found in the PDF.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/glyph_run.h"

namespace lembar::canvas {

// What a PDF of libharu says of one font.
class FontFacts {
 public:
  virtual ~FontFacts() = default;
  // Can libharu embed the font, and does it show this character by this glyph?
  virtual bool shows(char32_t character, std::uint32_t glyph) = 0;
  // The reader's advance, in thousandths of the text's size.
  virtual int width(std::uint32_t glyph) = 0;
};

struct Stretch {
  Length x, width;   // from the run's start
  std::string text;  // UTF-8
  std::vector<text::Glyph> outlines;  // empty: shown as text; dx counts from the stretch's start
  bool outlined() const { return !outlines.empty(); }
};

// How far the reader's pen may stand off.
constexpr Length kMostDrift = pt(0.05);

std::vector<Stretch> stretches_of(const text::GlyphRun& run, FontFacts& font);

}  // namespace lembar::canvas
