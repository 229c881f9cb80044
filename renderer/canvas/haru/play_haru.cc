#include "canvas/haru/play_haru.h"

#include <hpdf_objects.h>

#include <algorithm>

#include "canvas/draw_faults.h"
#include "canvas/haru/haru_canvas.h"
#include "canvas/haru/utf16.h"

namespace lembar::canvas {

namespace {

class Player {
 public:
  Player(const scene::Scene& scene, const std::vector<FaceFile>& faces)
      : scene_(scene), faces_(document_, faces), images_(document_, scene.images) {}

  Outcome<std::string> play() {
    add_pages();
    HaruCanvas canvas(document_, pages_, scene_.pages, faces_, images_);
    for (const scene::Page& page : scene_.pages) {
      if (!document_.failed()) play_page(page, canvas);
    }
    add_outlines(canvas);
    std::string bytes = document_.written();
    if (!faces_.broken().empty()) return {std::nullopt, {font_fault(faces_.broken())}};
    if (canvas.broken_image() >= 0) return {std::nullopt, {image_fault(scene_.images[canvas.broken_image()].name)}};
    if (bytes.empty()) return {std::nullopt, {library_fault("libharu", "system-haru", document_.fault())}};
    return {std::move(bytes), {}};
  }

 private:
  void add_pages() {
    for (const scene::Page& page : scene_.pages) {
      if (document_.failed()) return;
      const HPDF_Page added = HPDF_AddPage(document_.get());
      HPDF_Page_SetWidth(added, static_cast<float>(to_pt(page.size.w)));
      HPDF_Page_SetHeight(added, static_cast<float>(to_pt(page.size.h)));
      pages_.push_back(added);
    }
    if (!document_.failed()) HPDF_AddPageLabel(document_.get(), 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
  }

  void add_outlines(HaruCanvas& canvas) {
    if (document_.failed()) return;
    std::vector<HPDF_Outline> parents{nullptr};  // the last outline of each level
    for (const scene::Outline& outline : scene_.outlines) {
      if (document_.failed()) return;
      const int level = std::clamp(outline.level, 0, static_cast<int>(parents.size()) - 1);
      parents.resize(level + 1);
      const HPDF_Outline made = HPDF_CreateOutline(document_.get(), parents.back(), "", nullptr);
      if (made) set_title(made, outline.title);
      HPDF_Outline_SetOpened(made, level == 0 ? HPDF_TRUE : HPDF_FALSE);
      if (const HPDF_Destination to = canvas.destination(outline.page, {Length(), outline.y})) {
        HPDF_Outline_SetDestination(made, to);
      }
      parents.push_back(made);
    }
  }

  // libharu's own way of writing words ends at the Basic Multilingual Plane.
  static void set_title(HPDF_Outline outline, const std::string& title) {
    std::string bytes = utf16(title);
    const auto length = static_cast<HPDF_UINT>(bytes.size());
    const HPDF_Binary words = HPDF_Binary_New(outline->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()), length);
    if (words) HPDF_Dict_Add(outline, "Title", words);
  }

  const scene::Scene& scene_;
  HaruDocument document_;
  HaruFaces faces_;
  HaruImages images_;
  std::vector<HPDF_Page> pages_;
};

}  // namespace

Outcome<std::string> play_with_haru(const scene::Scene& scene, const std::vector<FaceFile>& faces) {
  return Player(scene, faces).play();
}

std::string haru_library_version() { return HPDF_GetVersion(); }

}  // namespace lembar::canvas
