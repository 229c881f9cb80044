// Font files as libharu wants them, and their outlines for what it cannot show as text.
//
// libharu embeds TrueType only, and not every TrueType: a face that it refuses has no font here, and is drawn as
// outlines.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "canvas/face_file.h"
#include "canvas/haru/haru_document.h"
#include "canvas/haru/stretches.h"

namespace lembar::canvas {

class HaruFace final : public FontFacts {
 public:
  HaruFace(FT_Face face, HPDF_Font font) : face_(face), font_(font) {}

  HPDF_Font font() const { return font_; }  // null: libharu cannot embed it
  FT_Face outlines() const { return face_; }

  bool shows(char32_t character, std::uint32_t glyph) override;
  int width(std::uint32_t glyph) override;
  // 0 where the font has no such character.
  std::uint32_t glyph_of(char32_t character) const { return FT_Get_Char_Index(face_, character); }

 private:
  FT_Face face_;
  HPDF_Font font_;
};

class HaruFaces {
 public:
  HaruFaces(HaruDocument& document, std::vector<FaceFile> files);
  ~HaruFaces();
  HaruFaces(const HaruFaces&) = delete;
  HaruFaces& operator=(const HaruFaces&) = delete;

  // Null where the file cannot be opened; its path is in `broken()` then.
  HaruFace* face(text::FaceId id);
  // A face that libharu can embed, to write unseen words below outlines; null where there is none.
  HaruFace* stand_in();
  const std::string& broken() const { return broken_; }

 private:
  struct LibraryDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
  };
  HPDF_Font load(const FaceFile& file);

  HaruDocument& document_;
  std::vector<FaceFile> files_;
  std::unique_ptr<FT_LibraryRec_, LibraryDeleter> library_;
  std::vector<FT_Face> opened_;
  std::vector<std::unique_ptr<HaruFace>> faces_;
  std::set<std::string> loaded_;  // names that libharu gave
  std::string broken_;
};

}  // namespace lembar::canvas
