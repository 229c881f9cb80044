#include "scene/scene.h"

#include <set>

namespace lembar::scene {

std::vector<text::FaceId> faces_of(const Scene& scene) {
  std::set<text::FaceId> faces;
  for (const Page& page : scene.pages) {
    for (const Item& item : page.items) {
      if (const auto* text = std::get_if<DrawText>(&item)) {
        for (const text::GlyphRun& run : text->line.runs) faces.insert(run.face);
      }
    }
  }
  return {faces.begin(), faces.end()};
}

}  // namespace lembar::scene
