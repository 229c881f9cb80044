// One font file in Pango's hands: shapes words with this face and no other.
//
// Each face has a font map of its own over a set of one file, so that nothing but the book chooses faces: no
// matching by name, no fallback behind our back. It is loaded once and at one size, that of 2048 pt, where outlines
// of 2048 units to the em measure in whole points; sizes are scaled from there. Hinting is off, so widths grow in
// proportion to the size, and one loaded size serves all.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/font_book.h"

namespace lembar::text {

class PangoFace {
 public:
  static constexpr int kDesignSize = 2048;  // pt

  struct DesignGlyph {
    std::uint32_t id = 0;
    std::int64_t advance = 0, dx = 0, dy = 0;  // 1/1024 pt at kDesignSize
    std::uint32_t cluster = 0;
    bool missing = false;  // the face has no glyph for it
  };

  explicit PangoFace(const Face& face);
  ~PangoFace();
  PangoFace(const PangoFace&) = delete;
  PangoFace& operator=(const PangoFace&) = delete;

  bool has(char32_t c) const;
  // In the order in which they are drawn, left to right.
  std::vector<DesignGlyph> shape(const std::string& text) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lembar::text
