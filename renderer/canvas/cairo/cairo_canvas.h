// Draws on a Cairo surface, whichever it is. The first fault is kept; what comes after it draws nothing.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "canvas/cairo/cairo_faces.h"
#include "canvas/cairo/cairo_images.h"
#include "canvas/canvas.h"

namespace lembar::canvas {

enum class Tagging { none, structure };

class CairoCanvas final : public Canvas {
 public:
  // `context` draws in points. Tags reach the surface only with Tagging::structure.
  CairoCanvas(cairo_t* context, CairoFaces& faces, CairoImages& images, Tagging tagging);
  ~CairoCanvas() override;

  void begin_page(const scene::Page& page) override;
  void end_page() override;
  void draw(const scene::StrokePath& item) override;
  void draw(const scene::FillPath& item) override;
  void draw(const scene::DrawText& item) override;
  void draw(const scene::DrawImage& item) override;
  void draw(const scene::BeginTag& item) override;
  void draw(const scene::EndTag& item) override;
  void draw(const scene::Link& item) override;

  // A picture that could not be decoded, by its index; -1: all were.
  int broken_image() const { return broken_image_; }

 private:
  void add_path(const scene::Path& path);
  void set_color(const scene::Color& color);
  void show_run(const text::GlyphRun& run, Length x, bool space_after);

  cairo_t* cr_;
  CairoFaces& faces_;
  CairoImages& images_;
  Tagging tagging_;
  cairo_font_options_t* font_options_;
  std::vector<bool> open_tags_;  // marked in the PDF, or not
  int broken_image_ = -1;
};

}  // namespace lembar::canvas
