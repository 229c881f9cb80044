#include "paint/paint_sheet.h"

#include "paint/paint_page.h"

namespace lembar::paint {

namespace {

scene::Image painted(const layout::Image& image) {
  const auto format =
      image.format == layout::Image::Format::jpeg ? scene::Image::Format::jpeg : scene::Image::Format::png;
  return {image.name, image.bytes, format, image.width_px, image.height_px};
}

// All but what links of later pages lead to. (An empty list in braces would leave the room behind.)
void let_go_of(layout::PlacedPage& page) {
  page.cells = decltype(page.cells)();
  page.texts = decltype(page.texts)();
  page.connectors = decltype(page.connectors)();
}

}  // namespace

scene::Scene paint_sheet(layout::PlacedSheet sheet) {
  scene::Scene scene;
  TagMemory memory;
  scene.pages.reserve(sheet.pages.size());
  for (layout::PlacedPage& page : sheet.pages) {
    scene.pages.push_back(paint_page(sheet, page, memory));
    for (const layout::SignaturePlace& place : page.signatures) {
      scene.signature_fields.push_back({place.name, page.number, place.box, place.official});
    }
    let_go_of(page);
  }
  for (const layout::Image& image : sheet.images) scene.images.push_back(painted(image));
  for (const layout::Bookmark& mark : sheet.bookmarks) {
    scene.outlines.push_back({mark.level, mark.title, mark.page, mark.y});
  }
  scene.infos = std::move(sheet.infos);
  return scene;
}

}  // namespace lembar::paint
