#include "lembar/version.h"

#include "canvas/cairo/play_cairo.h"
#include "canvas/haru/play_haru.h"
#include "finish/finish_pdf.h"

namespace lembar {

std::string version() { return LEMBAR_VERSION; }

std::vector<std::pair<std::string, std::string>> library_versions() {
  return {{"cairo", canvas::cairo_library_version()}, {"pango", LEMBAR_PANGO_VERSION},
          {"harfbuzz", LEMBAR_HARFBUZZ_VERSION},      {"freetype", canvas::freetype_library_version()},
          {"libharu", canvas::haru_library_version()},
          {"qpdf", finish::qpdf_library_version()},   {"tinyxml2", LEMBAR_TINYXML2_VERSION},
          {"qrencode", LEMBAR_QRENCODE_VERSION}};
}

}  // namespace lembar
