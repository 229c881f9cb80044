// Draws the pages of a libharu document. What libharu cannot show as text is filled outlines, with the words unseen
// below them, so that they can be found and copied all the same.
#pragma once

#include <string>
#include <vector>

#include "canvas/canvas.h"
#include "canvas/haru/haru_document.h"
#include "canvas/haru/haru_faces.h"
#include "canvas/haru/haru_images.h"

namespace lembar::canvas {

class HaruCanvas final : public Canvas {
 public:
  // All pages of the scene are there already: a link may lead to a later one.
  HaruCanvas(HaruDocument& document, const std::vector<HPDF_Page>& pages, const std::vector<scene::Page>& sizes,
             HaruFaces& faces, HaruImages& images);

  void begin_page(const scene::Page& page) override;
  void end_page() override;
  void draw(const scene::StrokePath& item) override;
  void draw(const scene::FillPath& item) override;
  void draw(const scene::DrawText& item) override;
  void draw(const scene::DrawImage& item) override;
  void draw(const scene::BeginTag& item) override;
  void draw(const scene::EndTag& item) override;
  void draw(const scene::Link& item) override;

  // A picture that could not be decoded, by its index; -1: all were.
  int broken_image() const { return broken_image_; }

  // A place on a page that readers jump to, at their own zoom. Null where there is no such page.
  HPDF_Destination destination(int page, Point to);

 private:
  struct Line;  // where a line of text stands

  float x(Length l) const { return static_cast<float>(to_pt(l)); }
  float y(Length l) const { return static_cast<float>(to_pt(height_ - l)); }
  void add_path(const scene::Path& path);
  void set_fill(const scene::Color& color);
  void show_run(const text::GlyphRun& run, const Line& line, bool space_after);
  void show_text(const Stretch& stretch, const Line& line, HaruFace& face, Length size, Length start);
  void fill_outlines(const Stretch& stretch, const Line& line, HaruFace& face, Length size, Length start);
  void write_unseen(const Stretch& stretch, const Line& line, Length size, Length start);
  void place_pen(const Line& line, Length along);
  void write_raw(const std::string& operators);

  HaruDocument& document_;
  const std::vector<HPDF_Page>& pages_;
  const std::vector<scene::Page>& sizes_;
  HaruFaces& faces_;
  HaruImages& images_;
  std::size_t next_page_ = 0;
  HPDF_Page page_ = nullptr;
  Length height_;  // of the page: PDF counts from its foot
  std::vector<bool> open_tags_;  // marked in the PDF, or not
  int marks_ = 0;                // on this page
  int broken_image_ = -1;
};

}  // namespace lembar::canvas
