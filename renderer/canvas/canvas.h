// Plays a scene on a drawing surface. A canvas decides nothing.
#pragma once

#include "scene/scene.h"

namespace lembar::canvas {

class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void begin_page(const scene::Page& page) = 0;
  virtual void end_page() = 0;
  virtual void draw(const scene::StrokePath& item) = 0;
  virtual void draw(const scene::FillPath& item) = 0;
  virtual void draw(const scene::DrawText& item) = 0;
  virtual void draw(const scene::DrawImage& item) = 0;
  virtual void draw(const scene::BeginTag& item) = 0;
  virtual void draw(const scene::EndTag& item) = 0;
  virtual void draw(const scene::Link& item) = 0;
};

inline void play_page(const scene::Page& page, Canvas& canvas) {
  canvas.begin_page(page);
  for (const scene::Item& item : page.items) std::visit([&](const auto& it) { canvas.draw(it); }, item);
  canvas.end_page();
}

}  // namespace lembar::canvas
