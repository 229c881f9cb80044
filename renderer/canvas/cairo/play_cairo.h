// A scene as PDF, SVG or PNG bytes, drawn by Cairo.
//
// The PDF is raw: valid, with a made-up date; `finish` makes a record of it. One document for PDF, one file a
// page for SVG and PNG. Cairo reads no clock here, and the same scene gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"
#include "canvas/face_file.h"
#include "scene/scene.h"

namespace lembar::canvas {

enum class CairoFormat { pdf, svg, png };

struct CairoOptions {
  CairoFormat format = CairoFormat::pdf;
  int dpi = 150;  // png
};

Outcome<std::vector<std::string>> play_with_cairo(const scene::Scene& scene, const std::vector<FaceFile>& faces,
                                                  const CairoOptions& options);

// "1.16.0" and "2.12.1", for --version.
std::string cairo_library_version();
std::string freetype_library_version();

}  // namespace lembar::canvas
