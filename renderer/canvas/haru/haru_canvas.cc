#include "canvas/haru/haru_canvas.h"

#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include FT_OUTLINE_H

#include <algorithm>

#include "canvas/haru/utf16.h"
#include "text/utf8.h"

namespace lembar::canvas {

struct HaruCanvas::Line {
  Point origin;
  Turn turn = Turn::level;

  float cos() const { return static_cast<float>(fifths(turn).cos) / 5; }
  float sin() const { return static_cast<float>(fifths(turn).sin) / 5; }
  // `along` the baseline and `below` it.
  Point place(Length along, Length below) const {
    const Fifths f = fifths(turn);
    return {origin.x + scaled(along, f.cos, 5) + scaled(below, f.sin, 5), origin.y - scaled(along, f.sin, 5) + scaled(below, f.cos, 5)};
  }
};

namespace {

// The reader's own zoom is 0 in a PDF, and libharu takes no such number from outside.
void keep_zoom(HPDF_Destination place) {
  constexpr HPDF_UINT kZoomAt = 4;
  if (auto* zoom = static_cast<HPDF_Real>(HPDF_Array_GetItem(place, kZoomAt, HPDF_OCLASS_REAL))) zoom->value = 0;
}

// A glyph's outline, from font units into the page's points.
struct Pen {
  HPDF_Page page;
  float scale;           // points in a font unit
  float x, y;            // the glyph's origin
  float cos, sin;        // of its turn
  FT_Vector at{0, 0};
  bool open = false;

  float px(FT_Pos u, FT_Pos v) const { return x + scale * (cos * static_cast<float>(u) - sin * static_cast<float>(v)); }
  float py(FT_Pos u, FT_Pos v) const { return y + scale * (sin * static_cast<float>(u) + cos * static_cast<float>(v)); }
  void close() {
    if (open) HPDF_Page_ClosePath(page);
    open = false;
  }
};

int move_to(const FT_Vector* to, void* data) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.close();
  HPDF_Page_MoveTo(pen.page, pen.px(to->x, to->y), pen.py(to->x, to->y));
  pen.open = true;
  pen.at = *to;
  return 0;
}

int line_to(const FT_Vector* to, void* data) {
  Pen& pen = *static_cast<Pen*>(data);
  HPDF_Page_LineTo(pen.page, pen.px(to->x, to->y), pen.py(to->x, to->y));
  pen.at = *to;
  return 0;
}

int cubic_to(const FT_Vector* a, const FT_Vector* b, const FT_Vector* to, void* data) {
  Pen& pen = *static_cast<Pen*>(data);
  HPDF_Page_CurveTo(pen.page, pen.px(a->x, a->y), pen.py(a->x, a->y), pen.px(b->x, b->y), pen.py(b->x, b->y),
                    pen.px(to->x, to->y), pen.py(to->x, to->y));
  pen.at = *to;
  return 0;
}

// PDF has cubic curves only.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* data) {
  const FT_Vector from = static_cast<Pen*>(data)->at;
  const FT_Vector a{(from.x + 2 * control->x) / 3, (from.y + 2 * control->y) / 3};
  const FT_Vector b{(to->x + 2 * control->x) / 3, (to->y + 2 * control->y) / 3};
  return cubic_to(&a, &b, to, data);
}

std::string hex(const std::string& bytes) {
  static const char* digits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : bytes) {
    out += digits[byte >> 4 & 15];
    out += digits[byte & 15];
  }
  return out;
}

// The sum of the reader's advances, in thousandths of the size; 0 where the face lacks a character.
int shown_width(const std::string& text, HaruFace& face) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Utf8Char c = text::char_at(text, at);
    const std::uint32_t glyph = c.size ? face.glyph_of(c.code) : 0;
    if (!face.shows(c.code, glyph)) return 0;
    width += face.width(glyph);
    at += c.size;
  }
  return width;
}

}  // namespace

HaruCanvas::HaruCanvas(HaruDocument& document, const std::vector<HPDF_Page>& pages,
                       const std::vector<scene::Page>& sizes, HaruFaces& faces, HaruImages& images)
    : document_(document), pages_(pages), sizes_(sizes), faces_(faces), images_(images) {}

void HaruCanvas::begin_page(const scene::Page& page) {
  page_ = next_page_ < pages_.size() ? pages_[next_page_] : nullptr;
  ++next_page_;
  height_ = page.size.h;
  open_tags_.clear();
  marks_ = 0;
}

void HaruCanvas::end_page() {}

void HaruCanvas::add_path(const scene::Path& path) {
  using Kind = scene::PathStep::Kind;
  for (const scene::PathStep& step : path) {
    const float px = x(step.p.x), py = y(step.p.y);
    switch (step.kind) {
      case Kind::move: HPDF_Page_MoveTo(page_, px, py); break;
      case Kind::line: HPDF_Page_LineTo(page_, px, py); break;
      case Kind::curve: HPDF_Page_CurveTo(page_, x(step.c1.x), y(step.c1.y), x(step.c2.x), y(step.c2.y), px, py); break;
      case Kind::close: HPDF_Page_ClosePath(page_); break;
    }
  }
}

void HaruCanvas::set_fill(const scene::Color& color) {
  HPDF_Page_SetRGBFill(page_, static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255,
                       static_cast<float>(color.b) / 255);
}

void HaruCanvas::draw(const scene::StrokePath& item) {
  if (document_.failed() || item.path.empty()) return;
  HPDF_Page_SetRGBStroke(page_, static_cast<float>(item.color.r) / 255, static_cast<float>(item.color.g) / 255,
                         static_cast<float>(item.color.b) / 255);
  HPDF_Page_SetLineWidth(page_, x(item.weight));
  HPDF_Page_SetLineCap(page_, HPDF_BUTT_END);
  const bool round = item.join == scene::StrokePath::Join::round;
  HPDF_Page_SetLineJoin(page_, round ? HPDF_ROUND_JOIN : HPDF_MITER_JOIN);
  add_path(item.path);
  HPDF_Page_Stroke(page_);
}

void HaruCanvas::draw(const scene::FillPath& item) {
  if (document_.failed() || item.path.empty()) return;
  set_fill(item.color);
  add_path(item.path);
  HPDF_Page_Fill(page_);
}

void HaruCanvas::draw(const scene::DrawText& item) {
  if (document_.failed()) return;
  set_fill(item.color);
  const Line line{item.origin, item.turn};
  const std::vector<text::GlyphRun>& runs = item.line.runs;
  for (std::size_t i = 0; i < runs.size(); ++i) show_run(runs[i], line, item.space_after && i + 1 == runs.size());
}

void HaruCanvas::show_run(const text::GlyphRun& run, const Line& line, bool space_after) {
  HaruFace* face = faces_.face(run.face);
  if (!face || run.glyphs.empty()) return;
  std::vector<Stretch> stretches = stretches_of(run, *face);
  if (space_after && face->font()) {
    if (stretches.back().outlined()) stretches.push_back({run.width, {}, {}, {}});
    stretches.back().text += ' ';
  }
  for (const Stretch& stretch : stretches) {
    if (stretch.outlined()) {
      fill_outlines(stretch, line, *face, run.size, run.x);
    } else {
      show_text(stretch, line, *face, run.size, run.x);
    }
  }
}

// At a place along the line's baseline.
void HaruCanvas::place_pen(const Line& line, Length along) {
  const Point at = line.place(along, Length());
  HPDF_Page_SetTextMatrix(page_, line.cos(), line.sin(), -line.sin(), line.cos(), x(at.x), y(at.y));
}

void HaruCanvas::show_text(const Stretch& stretch, const Line& line, HaruFace& face, Length size, Length start) {
  HPDF_Page_BeginText(page_);
  HPDF_Page_SetFontAndSize(page_, face.font(), x(size));
  place_pen(line, start + stretch.x);
  HPDF_Page_ShowText(page_, stretch.text.c_str());
  HPDF_Page_EndText(page_);
}

void HaruCanvas::fill_outlines(const Stretch& stretch, const Line& line, HaruFace& face, Length size, Length start) {
  static const FT_Outline_Funcs kFunctions{move_to, line_to, conic_to, cubic_to, 0, 0};
  const FT_Face outlines = face.outlines();
  const float scale = static_cast<float>(to_pt(size)) / static_cast<float>(std::max<FT_UShort>(outlines->units_per_EM, 1));
  bool drawn = false;
  for (const text::Glyph& glyph : stretch.outlines) {
    if (FT_Load_Glyph(outlines, glyph.id, FT_LOAD_NO_SCALE) != 0 || outlines->glyph->outline.n_points == 0) continue;
    const Length along = start + stretch.x + glyph.dx;
    const Point at = line.place(along, glyph.dy);
    Pen pen{page_, scale, x(at.x), y(at.y), line.cos(), line.sin()};
    FT_Outline_Decompose(&outlines->glyph->outline, &kFunctions, &pen);
    pen.close();
    drawn = true;
  }
  if (drawn) HPDF_Page_Fill(page_);
  write_unseen(stretch, line, size, start);
}

// In a face that libharu can embed, pulled to the width of the outlines. Where that face lacks a character, spaces
// stand for the words, which only a marked span says.
void HaruCanvas::write_unseen(const Stretch& stretch, const Line& line, Length size, Length start) {
  HaruFace* face = faces_.stand_in();
  if (!face || stretch.width <= Length()) return;
  const auto pull_for = [&](int width) {
    return width > 0 ? 100 * to_pt(stretch.width) / (to_pt(size) * width / 1000) : 0.0;
  };
  std::string words = stretch.text;
  double pull = pull_for(shown_width(words, *face));
  const bool spelled = pull >= HPDF_MIN_HORIZONTALSCALING && pull <= HPDF_MAX_HORIZONTALSCALING;
  if (!spelled) {
    const double one = pull_for(face->width(face->glyph_of(' ')));
    words.assign(static_cast<std::size_t>(std::max(1.0, one / 100)), ' ');
    pull = std::clamp(one / static_cast<double>(words.size()), 1.0 * HPDF_MIN_HORIZONTALSCALING, 1.0 * HPDF_MAX_HORIZONTALSCALING);
    write_raw("/Span <</ActualText <" + hex(utf16(stretch.text)) + ">>> BDC\n");
  }
  HPDF_Page_BeginText(page_);
  HPDF_Page_SetFontAndSize(page_, face->font(), x(size));
  HPDF_Page_SetTextRenderingMode(page_, HPDF_INVISIBLE);
  HPDF_Page_SetHorizontalScalling(page_, static_cast<float>(pull));
  place_pen(line, start + stretch.x);
  HPDF_Page_ShowText(page_, words.c_str());
  HPDF_Page_SetHorizontalScalling(page_, 100);
  HPDF_Page_SetTextRenderingMode(page_, HPDF_FILL);
  HPDF_Page_EndText(page_);
  if (!spelled) write_raw("EMC\n");
}

// libharu has no words for marked content, but lets us at the page's stream.
void HaruCanvas::write_raw(const std::string& operators) {
  const auto* attributes = static_cast<HPDF_PageAttr>(page_->attr);
  HPDF_Stream_WriteStr(attributes->stream, operators.c_str());
}

void HaruCanvas::draw(const scene::DrawImage& item) {
  if (document_.failed()) return;
  const HPDF_Image image = images_.image(item.image);
  if (!image) {
    if (broken_image_ < 0) broken_image_ = item.image;
    return;
  }
  HPDF_Page_DrawImage(page_, image, x(item.box.x), y(item.box.bottom()), x(item.box.w), x(item.box.h));
}

// `finish` builds the tree of tags; the page says only where each piece of content begins and ends.
void HaruCanvas::draw(const scene::BeginTag& item) {
  const bool marked = item.content && !item.is_artifact() && !document_.failed();
  open_tags_.push_back(marked);
  if (marked) write_raw("/P <</MCID " + std::to_string(marks_++) + ">> BDC\n");
}

void HaruCanvas::draw(const scene::EndTag&) {
  if (open_tags_.empty()) return;
  if (open_tags_.back() && !document_.failed()) write_raw("EMC\n");
  open_tags_.pop_back();
}

HPDF_Destination HaruCanvas::destination(int page, Point to) {
  if (page < 1 || page > static_cast<int>(pages_.size()) || document_.failed()) return nullptr;
  const HPDF_Destination place = HPDF_Page_CreateDestination(pages_[page - 1]);
  const Length height = sizes_[page - 1].size.h;
  HPDF_Destination_SetXYZ(place, x(max(Length(), to.x)), x(max(Length(), height - to.y)), 1);
  if (!document_.failed()) keep_zoom(place);
  return place;
}

void HaruCanvas::draw(const scene::Link&) {}

}  // namespace lembar::canvas
