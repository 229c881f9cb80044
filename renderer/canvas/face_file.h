// Where the file of a face lies: all that a canvas knows of fonts, by FaceId.
#pragma once

#include <string>

namespace lembar::canvas {

struct FaceFile {
  std::string path;
  int index = 0;  // in a collection of fonts
};

}  // namespace lembar::canvas
