// Font files as Cairo wants them: opened when first used, never hinted, so that a line is as wide on each surface
// as the shaper measured it.
#pragma once

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <string>
#include <vector>

#include "canvas/face_file.h"
#include "text/glyph_run.h"

namespace lembar::canvas {

class CairoFaces {
 public:
  explicit CairoFaces(std::vector<FaceFile> files);
  ~CairoFaces();
  CairoFaces(const CairoFaces&) = delete;
  CairoFaces& operator=(const CairoFaces&) = delete;

  // Null where the file cannot be opened; its path is in `broken()` then.
  cairo_font_face_t* face(text::FaceId id);
  // The glyph of the space, 0 where the face has none.
  unsigned long space_glyph(text::FaceId id);
  const std::string& broken() const { return broken_; }

 private:
  struct Opened {
    FT_Face ft = nullptr;  // lives as long as `cairo` does
    cairo_font_face_t* cairo = nullptr;
  };
  std::vector<FaceFile> files_;
  std::vector<Opened> opened_;
  std::shared_ptr<FT_LibraryRec_> library_;
  std::string broken_;
};

}  // namespace lembar::canvas
