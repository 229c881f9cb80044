// A scene as PDF bytes, drawn by libharu: a second hand, to check the first by.
//
// The PDF is raw, with faults of libharu that `finish` mends; of tags it has the marks only, and `finish` builds the
// tree. The same scene gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"
#include "canvas/face_file.h"
#include "scene/scene.h"

namespace lembar::canvas {

Outcome<std::string> play_with_haru(const scene::Scene& scene, const std::vector<FaceFile>& faces);

// "2.3.0", for --version.
std::string haru_library_version();

}  // namespace lembar::canvas
