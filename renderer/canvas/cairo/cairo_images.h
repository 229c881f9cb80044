// Pictures as Cairo surfaces. A JPEG goes into PDF and SVG as it is, byte for byte; a PNG is decoded.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "scene/scene.h"

namespace lembar::canvas {

struct SurfaceDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfaceHolder = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;

enum class JpegAs { pixels, original };

class CairoImages {
 public:
  CairoImages(const std::vector<scene::Image>& images, JpegAs jpeg);

  // Null where the picture cannot be decoded.
  cairo_surface_t* surface(int image);

 private:
  const std::vector<scene::Image>& images_;
  std::vector<SurfaceHolder> surfaces_;
  JpegAs jpeg_;
};

}  // namespace lembar::canvas
