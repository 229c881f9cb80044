#include "canvas/cairo/cairo_faces.h"

#include <cairo-ft.h>

namespace lembar::canvas {

namespace {

const cairo_user_data_key_t kFaceKey{};

// What a Cairo face needs to live. Cairo's own caches may keep it after the last sheet is drawn, so it holds the
// library too.
struct Holding {
  std::shared_ptr<FT_LibraryRec_> library;
  FT_Face face = nullptr;
  ~Holding() {
    if (face) FT_Done_Face(face);
  }
};

std::shared_ptr<FT_LibraryRec_> open_library() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return nullptr;
  return {library, [](FT_Library l) { FT_Done_FreeType(l); }};
}

}  // namespace

CairoFaces::CairoFaces(std::vector<FaceFile> files)
    : files_(std::move(files)), opened_(files_.size()), library_(open_library()) {}

CairoFaces::~CairoFaces() {
  for (Opened& opened : opened_) {
    if (opened.cairo) cairo_font_face_destroy(opened.cairo);
  }
}

cairo_font_face_t* CairoFaces::face(text::FaceId id) {
  if (id < 0 || id >= static_cast<int>(files_.size()) || !library_) {
    broken_ = "#" + std::to_string(id);
    return nullptr;
  }
  Opened& opened = opened_[id];
  if (opened.cairo) return opened.cairo;
  auto holding = std::make_unique<Holding>();
  holding->library = library_;
  if (FT_New_Face(library_.get(), files_[id].path.c_str(), files_[id].index, &holding->face) != 0) {
    holding->face = nullptr;
    broken_ = files_[id].path;
    return nullptr;
  }
  opened.cairo = cairo_ft_font_face_create_for_ft_face(holding->face, FT_LOAD_NO_HINTING);
  opened.ft = holding->face;
  const auto drop = [](void* held) { delete static_cast<Holding*>(held); };
  if (cairo_font_face_set_user_data(opened.cairo, &kFaceKey, holding.get(), drop) == CAIRO_STATUS_SUCCESS) {
    (void)holding.release();  // Cairo's now
    return opened.cairo;
  }
  cairo_font_face_destroy(opened.cairo);
  opened = {};
  broken_ = files_[id].path;
  return nullptr;
}

unsigned long CairoFaces::space_glyph(text::FaceId id) {
  return face(id) ? FT_Get_Char_Index(opened_[id].ft, ' ') : 0;
}

}  // namespace lembar::canvas
