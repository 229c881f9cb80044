// The sheet placed by hand, painted, and the fonts to draw it with: what the tests of canvases start from.
#pragma once

#include <string>
#include <vector>

#include "canvas/face_file.h"
#include "paint/paint_sheet.h"
#include "support/catch.h"
#include "support/hand_made_sheet.h"
#include "text/font_book.h"
#include "text/pango_shaper.h"

namespace lembar::test {

struct DrawnSheet {
  scene::Scene scene;
  std::vector<canvas::FaceFile> faces;

  DrawnSheet() {
    const auto book = text::open_font_book(LEMBAR_ROOT "/fonts", {});
    REQUIRE(book);
    text::PangoShaper shaper(*book.value);
    scene = paint::paint_sheet(hand_made_sheet(shaper));
    for (const text::Face& face : book.value->faces()) faces.push_back({face.path, face.index});
  }

  // How many pieces of content a canvas has to mark.
  std::size_t pieces() const {
    std::size_t count = 0;
    for (const scene::Page& page : scene.pages)
      for (const scene::Item& item : page.items)
        if (const auto* tag = std::get_if<scene::BeginTag>(&item)) count += tag->content && !tag->is_artifact();
    return count;
  }

  static std::size_t marks_in(const std::string& operators) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = operators.find("BDC", at)) != std::string::npos; at += 3) ++count;
    return count;
  }
};

}  // namespace lembar::test
