// The Shaper of real sheets: words shaped by Pango with the faces of a FontBook.
//
// Glyph positions are not rounded and not hinted, so that a sheet measures the same on every machine and grows in
// proportion. A character that the wanted face lacks is taken from the book's fallback.
//
// Every line of a font is equally high, whatever its letters and whichever face stands for the family: 1.17 em, of
// which 0.93 em above the baseline. That is room for capitals with accents and for descenders in every listed face, and
// it puts the middle of the line at half the height of the capitals, where a reader sees the middle of a cell.
//
// One shaper serves one thread; shapers may share the book.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "text/font_book.h"
#include "text/line_shaper.h"
#include "text/pango_face.h"

namespace lembar::text {

class PangoShaper : public LineShaper {
 public:
  explicit PangoShaper(FontBook book);
  ~PangoShaper() override;

  FontMetrics metrics(const FontSpec& font) override;

 protected:
  ShapedWord shape_word(const std::string& text, const FontSpec& font) override;

 private:
  struct DesignRun {
    FaceId face = 0;
    std::string text;
    std::vector<PangoFace::DesignGlyph> glyphs;
  };
  const PangoFace& face(FaceId id);
  // The word at the size at which faces are loaded; once for all sizes.
  const std::vector<DesignRun>& design(const std::string& text, FaceId primary, FaceId fallback);

  FontBook book_;
  std::map<FaceId, std::unique_ptr<PangoFace>> faces_;
  std::map<FaceId, std::unordered_map<std::string, std::vector<DesignRun>>> designs_;  // by primary face
};

}  // namespace lembar::text
