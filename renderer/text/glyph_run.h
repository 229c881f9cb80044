// Shaped text: which glyphs of which font file stand where, and which characters they show.
//
// Canvases need nothing else: glyph ids and advances for Cairo, characters and advances for libharu, and the
// characters again for whoever reads the PDF by machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"

namespace lembar::text {

// Index into FontBook::faces().
using FaceId = int;

struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // byte offset in GlyphRun::text where its characters start
  Length advance;             // to the next glyph's origin
  Length dx, dy;              // offset of the drawn glyph from its origin, y downwards
};

// Glyphs of one face and size, left to right.
struct GlyphRun {
  FaceId face = 0;
  Length size;
  Length x;  // from the line's start
  Length width;
  bool underline = false;
  std::string text;  // UTF-8
  std::vector<Glyph> glyphs;
};

// One line. Its box is `width` wide and ascent + descent high; the baseline lies `ascent` below its top.
struct ShapedLine {
  std::vector<GlyphRun> runs;
  std::string text;      // what is drawn, a hyphen at its end included; no space at its ends
  bool hyphenated = false;  // ends in a hyphen that the author did not write
  bool ends_paragraph = true;
  Length width, ascent, descent;

  Length height() const { return ascent + descent; }
};

}  // namespace lembar::text
