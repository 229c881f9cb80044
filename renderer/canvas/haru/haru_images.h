// Pictures as libharu's. A JPEG goes in as it is, byte for byte; a PNG is decoded here, for libharu lets a broken one
// end the program.
#pragma once

#include <vector>

#include "canvas/haru/haru_document.h"
#include "scene/scene.h"

namespace lembar::canvas {

class HaruImages {
 public:
  HaruImages(HaruDocument& document, const std::vector<scene::Image>& images);

  // Null where the picture cannot be decoded.
  HPDF_Image image(int image);

 private:
  HPDF_Image load_png(const scene::Image& image);
  HPDF_Image load_jpeg(const scene::Image& image);

  HaruDocument& document_;
  const std::vector<scene::Image>& images_;
  std::vector<HPDF_Image> loaded_;
};

}  // namespace lembar::canvas
