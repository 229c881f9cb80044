#include "canvas/haru/haru_faces.h"

namespace lembar::canvas {

bool HaruFace::shows(char32_t character, std::uint32_t glyph) {
  return font_ && character <= 0xFFFF && glyph != 0 && glyph_of(character) == glyph;
}

// As libharu reckons it: cut, not rounded.
int HaruFace::width(std::uint32_t glyph) {
  if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0 || face_->units_per_EM == 0) return 0;
  return static_cast<int>(face_->glyph->metrics.horiAdvance * 1000 / face_->units_per_EM);
}

HaruFaces::HaruFaces(HaruDocument& document, std::vector<FaceFile> files)
    : document_(document), files_(std::move(files)), faces_(files_.size()) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) library_.reset(library);
}

HaruFaces::~HaruFaces() {
  for (const FT_Face face : opened_) FT_Done_Face(face);
}

HPDF_Font HaruFaces::load(const FaceFile& file) {
  HPDF_Font font = nullptr;
  std::string name;
  document_.attempt([&] {
    const char* given = file.index == 0 ? HPDF_LoadTTFontFromFile(document_.get(), file.path.c_str(), HPDF_TRUE)
                                        : HPDF_LoadTTFontFromFile2(document_.get(), file.path.c_str(),
                                                                   static_cast<HPDF_UINT>(file.index), HPDF_TRUE);
    if (!given) return;
    name = given;
    // Of two files of one name libharu gives the first again.
    if (loaded_.insert(name).second) font = HPDF_GetFont(document_.get(), given, "UTF-8");
  });
  return font;
}

HaruFace* HaruFaces::face(text::FaceId id) {
  if (id < 0 || id >= static_cast<int>(files_.size()) || !library_) {
    broken_ = "#" + std::to_string(id);
    return nullptr;
  }
  if (faces_[id]) return faces_[id].get();
  FT_Face face = nullptr;
  if (FT_New_Face(library_.get(), files_[id].path.c_str(), files_[id].index, &face) != 0) {
    broken_ = files_[id].path;
    return nullptr;
  }
  opened_.push_back(face);
  faces_[id] = std::make_unique<HaruFace>(face, FT_IS_SFNT(face) ? load(files_[id]) : nullptr);
  return faces_[id].get();
}

HaruFace* HaruFaces::stand_in() {
  for (std::size_t id = 0; id < files_.size(); ++id) {
    // A listed font that is not installed is no fault as long as nothing is set in it.
    const std::string broken = broken_;
    HaruFace* candidate = files_[id].path.empty() ? nullptr : face(static_cast<text::FaceId>(id));
    broken_ = broken;
    if (candidate && candidate->font()) return candidate;
  }
  return nullptr;
}

}  // namespace lembar::canvas
