// Writes down what it is told to draw: JSON, one command a line. Shows a scene without any drawing library.
#pragma once

#include <string>

#include "canvas/canvas.h"

namespace lembar::canvas {

class TraceCanvas final : public Canvas {
 public:
  void begin_page(const scene::Page& page) override;
  void end_page() override;
  void draw(const scene::StrokePath& item) override;
  void draw(const scene::FillPath& item) override;
  void draw(const scene::DrawText& item) override;
  void draw(const scene::DrawImage& item) override;
  void draw(const scene::BeginTag& item) override;
  void draw(const scene::EndTag& item) override;
  void draw(const scene::Link& item) override;

  const std::string& text() const { return text_; }

 private:
  void add(const std::string& item);

  std::string text_;
  bool first_page_ = true;
  bool first_item_ = true;
};

// The whole scene: pages, and what the document says about itself.
std::string trace_scene(const scene::Scene& scene);

}  // namespace lembar::canvas
