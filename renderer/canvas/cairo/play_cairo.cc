#include "canvas/cairo/play_cairo.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <algorithm>
#include <cmath>

#include "canvas/cairo/cairo_canvas.h"
#include "canvas/cairo/cairo_images.h"
#include "canvas/draw_faults.h"

namespace lembar::canvas {

namespace {

// Cairo takes the clock's date where none is set; `finish` puts the document's in its place.
constexpr const char* kNoDate = "2000-01-01T00:00:00+00:00";

struct ContextDeleter {
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using ContextHolder = std::unique_ptr<cairo_t, ContextDeleter>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

class Player {
 public:
  Player(const scene::Scene& scene, const std::vector<FaceFile>& faces, const CairoOptions& options)
      : scene_(scene), options_(options), faces_(faces),
        images_(scene.images, options.format == CairoFormat::png ? JpegAs::pixels : JpegAs::original) {}

  Outcome<std::vector<std::string>> play() {
    if (options_.format == CairoFormat::pdf) {
      play_pdf();
    } else {
      for (const scene::Page& page : scene_.pages) {
        options_.format == CairoFormat::svg ? play_svg(page) : play_png(page);
      }
    }
    Outcome<std::vector<std::string>> outcome;
    outcome.diagnostics = std::move(diagnostics_);
    if (!has_error(outcome.diagnostics)) outcome.value = std::move(files_);
    return outcome;
  }

 private:
  void play_pdf() {
    std::string bytes;
    const Size first = scene_.pages.empty() ? Size{pt(1), pt(1)} : scene_.pages.front().size;
    SurfaceHolder surface(cairo_pdf_surface_create_for_stream(append, &bytes, to_pt(first.w), to_pt(first.h)));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, kNoDate);
    {
      const ContextHolder cr(cairo_create(surface.get()));
      CairoCanvas canvas(cr.get(), faces_, images_, Tagging::structure);
      for (const scene::Page& page : scene_.pages) {
        cairo_pdf_surface_set_size(surface.get(), to_pt(page.size.w), to_pt(page.size.h));
        cairo_pdf_surface_set_page_label(surface.get(), page.label.c_str());
        play_page(page, canvas);
      }
      add_outlines(surface.get());
      judge(cr.get(), canvas);
    }
    cairo_surface_finish(surface.get());
    judge(surface.get());
    files_.push_back(std::move(bytes));
  }

  void add_outlines(cairo_surface_t* surface) {
    std::vector<int> parents{CAIRO_PDF_OUTLINE_ROOT};  // the last outline of each level
    for (const scene::Outline& outline : scene_.outlines) {
      const int level = std::clamp(outline.level, 0, static_cast<int>(parents.size()) - 1);
      parents.resize(level + 1);
      const std::string target = "page=" + std::to_string(outline.page) + " pos=[0 " +
                                 std::to_string(static_cast<long>(to_pt(outline.y))) + "]";
      const auto flags = level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t{};
      parents.push_back(cairo_pdf_surface_add_outline(surface, parents.back(), outline.title.c_str(), target.c_str(), flags));
    }
  }

  void play_svg(const scene::Page& page) {
    std::string bytes;
    SurfaceHolder surface(cairo_svg_surface_create_for_stream(append, &bytes, to_pt(page.size.w), to_pt(page.size.h)));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    play_on(surface.get(), page, 1.0, false);
    cairo_surface_finish(surface.get());
    judge(surface.get());
    files_.push_back(with_constant_name(std::move(bytes)));
  }

  // Cairo names a page's group after a number that counts surfaces since the program began.
  static std::string with_constant_name(std::string svg) {
    const std::string start = "<g id=\"surface";
    const std::size_t at = svg.find(start);
    if (at == std::string::npos) return svg;
    const std::size_t from = at + start.size(), to = svg.find('"', from);
    return to == std::string::npos ? svg : svg.replace(from, to - from, "");
  }

  void play_png(const scene::Page& page) {
    const double scale = options_.dpi / 72.0;
    const int width = static_cast<int>(std::ceil(to_pt(page.size.w) * scale));
    const int height = static_cast<int>(std::ceil(to_pt(page.size.h) * scale));
    SurfaceHolder surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    play_on(surface.get(), page, scale, true);
    std::string bytes;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS) say(cairo_status_to_string(status));
    files_.push_back(std::move(bytes));
  }

  void play_on(cairo_surface_t* surface, const scene::Page& page, double scale, bool white_paper) {
    const ContextHolder cr(cairo_create(surface));
    if (white_paper) {
      cairo_set_source_rgb(cr.get(), 1, 1, 1);
      cairo_paint(cr.get());
    }
    cairo_scale(cr.get(), scale, scale);
    CairoCanvas canvas(cr.get(), faces_, images_, Tagging::none);
    play_page(page, canvas);
    judge(cr.get(), canvas);
  }

  void judge(cairo_t* cr, const CairoCanvas& canvas) {
    if (!faces_.broken().empty()) {
      diagnostics_.push_back(font_fault(faces_.broken()));
    } else if (canvas.broken_image() >= 0) {
      diagnostics_.push_back(image_fault(scene_.images[canvas.broken_image()].name));
    } else if (cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
      say(cairo_status_to_string(cairo_status(cr)));
    }
  }
  void judge(cairo_surface_t* surface) {
    const cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) say(cairo_status_to_string(status));
  }
  void say(const std::string& what) {
    if (!has_error(diagnostics_)) diagnostics_.push_back(library_fault("Cairo", "system-cairo", what));
  }

  const scene::Scene& scene_;
  const CairoOptions& options_;
  CairoFaces faces_;
  CairoImages images_;
  std::vector<std::string> files_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Outcome<std::vector<std::string>> play_with_cairo(const scene::Scene& scene, const std::vector<FaceFile>& faces,
                                                  const CairoOptions& options) {
  return Player(scene, faces, options).play();
}

std::string cairo_library_version() { return cairo_version_string(); }

std::string freetype_library_version() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return "?";
  int major = 0, minor = 0, patch = 0;
  FT_Library_Version(library, &major, &minor, &patch);
  FT_Done_FreeType(library);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

}  // namespace lembar::canvas
