// The sheet placed by hand, painted, and the fonts to draw it with: what the tests of canvases start from.
#pragma once

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
};

}  // namespace lembar::test
