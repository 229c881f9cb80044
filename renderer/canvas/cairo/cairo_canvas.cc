#include "canvas/cairo/cairo_canvas.h"

#include <cairo-pdf.h>

namespace lembar::canvas {

namespace {

constexpr const char* kMark = "P";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// The characters of one cluster as they shall extract. A no-break space is drawn with the space's own glyph, and
// one glyph can stand for one character only.
std::string extracted(std::string_view text) { return std::string(text == kNoBreakSpace ? " " : text); }

struct Clusters {
  std::string text;
  std::vector<cairo_text_cluster_t> list;
  bool sound = true;
};

// Which glyphs show which characters. Runs go left to right, so offsets never fall.
Clusters clusters_of(const text::GlyphRun& run) {
  Clusters out;
  for (std::size_t i = 0; i < run.glyphs.size();) {
    const std::size_t from = run.glyphs[i].cluster;
    std::size_t next = i;
    while (next < run.glyphs.size() && run.glyphs[next].cluster == from) ++next;
    const std::size_t to = next < run.glyphs.size() ? run.glyphs[next].cluster : run.text.size();
    if (to < from || to > run.text.size()) {
      out.sound = false;
      return out;
    }
    const std::string piece = extracted(std::string_view(run.text).substr(from, to - from));
    out.text += piece;
    out.list.push_back({static_cast<int>(piece.size()), static_cast<int>(next - i)});
    i = next;
  }
  return out;
}

}  // namespace

CairoCanvas::CairoCanvas(cairo_t* context, CairoFaces& faces, CairoImages& images, Tagging tagging)
    : cr_(context), faces_(faces), images_(images), tagging_(tagging), font_options_(cairo_font_options_create()) {
  cairo_font_options_set_hint_style(font_options_, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(font_options_, CAIRO_HINT_METRICS_OFF);
}

CairoCanvas::~CairoCanvas() { cairo_font_options_destroy(font_options_); }

void CairoCanvas::begin_page(const scene::Page&) { open_tags_.clear(); }

void CairoCanvas::end_page() { cairo_show_page(cr_); }

void CairoCanvas::set_color(const scene::Color& color) {
  cairo_set_source_rgb(cr_, color.r / 255.0, color.g / 255.0, color.b / 255.0);
}

void CairoCanvas::add_path(const scene::Path& path) {
  using Kind = scene::PathStep::Kind;
  cairo_new_path(cr_);
  for (const scene::PathStep& step : path) {
    const double x = to_pt(step.p.x), y = to_pt(step.p.y);
    switch (step.kind) {
      case Kind::move: cairo_move_to(cr_, x, y); break;
      case Kind::line: cairo_line_to(cr_, x, y); break;
      case Kind::curve:
        cairo_curve_to(cr_, to_pt(step.c1.x), to_pt(step.c1.y), to_pt(step.c2.x), to_pt(step.c2.y), x, y);
        break;
      case Kind::close: cairo_close_path(cr_); break;
    }
  }
}

void CairoCanvas::draw(const scene::StrokePath& item) {
  set_color(item.color);
  cairo_set_line_width(cr_, to_pt(item.weight));
  cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
  const bool round = item.join == scene::StrokePath::Join::round;
  cairo_set_line_join(cr_, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  add_path(item.path);
  cairo_stroke(cr_);
}

void CairoCanvas::draw(const scene::FillPath& item) {
  set_color(item.color);
  add_path(item.path);
  cairo_fill(cr_);
}

void CairoCanvas::show_run(const text::GlyphRun& run, Length x, bool space_after) {
  cairo_font_face_t* face = faces_.face(run.face);
  if (!face || run.glyphs.empty()) return;
  cairo_set_font_face(cr_, face);
  cairo_set_font_size(cr_, to_pt(run.size));
  cairo_set_font_options(cr_, font_options_);
  std::vector<cairo_glyph_t> glyphs;
  Length pen = x;
  for (const text::Glyph& glyph : run.glyphs) {
    glyphs.push_back({glyph.id, to_pt(pen + glyph.dx), to_pt(glyph.dy)});
    pen += glyph.advance;
  }
  Clusters clusters = clusters_of(run);
  if (const unsigned long space = space_after ? faces_.space_glyph(run.face) : 0) {
    glyphs.push_back({space, to_pt(pen), 0});
    clusters.text += ' ';
    clusters.list.push_back({1, 1});
  }
  const int count = static_cast<int>(glyphs.size());
  if (clusters.sound) {
    cairo_show_text_glyphs(cr_, clusters.text.data(), static_cast<int>(clusters.text.size()), glyphs.data(), count,
                           clusters.list.data(), static_cast<int>(clusters.list.size()), cairo_text_cluster_flags_t{});
  } else {
    cairo_show_glyphs(cr_, glyphs.data(), count);
  }
}

void CairoCanvas::draw(const scene::DrawText& item) {
  cairo_save(cr_);
  set_color(item.color);
  cairo_translate(cr_, to_pt(item.origin.x), to_pt(item.origin.y));
  if (item.turn != Turn::level) {
    // Exactly: cos and sin of a rotation would leave crumbs.
    const double cos = fifths(item.turn).cos / 5.0, sin = fifths(item.turn).sin / 5.0;
    const cairo_matrix_t turned{cos, -sin, sin, cos, 0, 0};
    cairo_transform(cr_, &turned);
  }
  const std::vector<text::GlyphRun>& runs = item.line.runs;
  for (std::size_t i = 0; i < runs.size(); ++i) show_run(runs[i], runs[i].x, item.space_after && i + 1 == runs.size());
  cairo_restore(cr_);
}

void CairoCanvas::draw(const scene::DrawImage& item) {
  cairo_surface_t* image = images_.surface(item.image);
  if (!image) {
    if (broken_image_ < 0) broken_image_ = item.image;
    return;
  }
  cairo_save(cr_);
  cairo_translate(cr_, to_pt(item.box.x), to_pt(item.box.y));
  cairo_scale(cr_, to_pt(item.box.w) / cairo_image_surface_get_width(image),
              to_pt(item.box.h) / cairo_image_surface_get_height(image));
  cairo_set_source_surface(cr_, image, 0, 0);
  // In a PNG the rim must not fade into the paper. In a PDF Cairo would widen the picture for that.
  cairo_pattern_set_extend(cairo_get_source(cr_), tagging_ == Tagging::structure ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
  cairo_rectangle(cr_, 0, 0, cairo_image_surface_get_width(image), cairo_image_surface_get_height(image));
  cairo_fill(cr_);
  cairo_restore(cr_);
}

void CairoCanvas::draw(const scene::BeginTag& item) {
  // Cairo 1.16 drops what tags say, and refuses Artifact: it only marks where each piece of content begins and ends, in
  // one word for all. `finish` builds the tree.
  const bool marked = tagging_ == Tagging::structure && item.content && !item.is_artifact();
  open_tags_.push_back(marked);
  if (marked) cairo_tag_begin(cr_, kMark, nullptr);
}

void CairoCanvas::draw(const scene::EndTag&) {
  if (open_tags_.empty()) return;
  if (open_tags_.back()) cairo_tag_end(cr_, kMark);
  open_tags_.pop_back();
}

void CairoCanvas::draw(const scene::Link&) {}

}  // namespace lembar::canvas
