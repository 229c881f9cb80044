#include "canvas/cairo/cairo_faces.h"

#include <cairo-ft.h>

namespace lembar::canvas {

namespace {
const cairo_user_data_key_t kFaceKey{};
}

CairoFaces::CairoFaces(std::vector<FaceFile> files) : files_(std::move(files)), opened_(files_.size()) {
  if (FT_Init_FreeType(&library_) != 0) library_ = nullptr;
}

CairoFaces::~CairoFaces() {
  for (Opened& opened : opened_) {
    if (opened.cairo) cairo_font_face_destroy(opened.cairo);
    if (opened.ft) FT_Done_Face(opened.ft);
  }
  // Cairo may keep a face in its caches after the last reference is gone; each face holds the library then.
  if (library_) FT_Done_Library(library_);
}

cairo_font_face_t* CairoFaces::face(text::FaceId id) {
  if (id < 0 || id >= static_cast<int>(files_.size()) || !library_) {
    broken_ = "#" + std::to_string(id);
    return nullptr;
  }
  Opened& opened = opened_[id];
  if (opened.cairo) return opened.cairo;
  if (!opened.ft && FT_New_Face(library_, files_[id].path.c_str(), files_[id].index, &opened.ft) != 0) {
    opened.ft = nullptr;
    broken_ = files_[id].path;
    return nullptr;
  }
  opened.cairo = cairo_ft_font_face_create_for_ft_face(opened.ft, FT_LOAD_NO_HINTING);
  FT_Reference_Face(opened.ft);  // Cairo's caches may outlive us
  if (cairo_font_face_set_user_data(opened.cairo, &kFaceKey, opened.ft,
                                    [](void* ft) { FT_Done_Face(static_cast<FT_Face>(ft)); }) != CAIRO_STATUS_SUCCESS) {
    FT_Done_Face(opened.ft);
    cairo_font_face_destroy(opened.cairo);
    opened.cairo = nullptr;
    broken_ = files_[id].path;
  }
  return opened.cairo;
}

unsigned long CairoFaces::space_glyph(text::FaceId id) {
  return face(id) ? FT_Get_Char_Index(opened_[id].ft, ' ') : 0;
}

}  // namespace lembar::canvas
