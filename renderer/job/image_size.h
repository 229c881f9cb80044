// What a picture file is, and how large, from its bytes alone: enough to lay it out and to refuse a broken one
// where the author named it.
#pragma once

#include <optional>
#include <string_view>

#include "layout/placed_sheet.h"

namespace lembar::job {

struct ImageSize {
  layout::Image::Format format = layout::Image::Format::png;
  int width_px = 0, height_px = 0;
  bool inks = false;  // a JPEG of printing inks, four of them, and not of light

  // A file of some kilobytes can hold pixels of gigabytes: more than 64 million (a quarter of a gigabyte where they are
  // drawn, an A3 page at 550 dpi) are no logo.
  bool too_large() const;
};

// Absent where the bytes are neither a whole PNG nor a whole JPEG: every chunk of a PNG is checked against its sum,
// a JPEG is followed to the start of its picture and must have an end.
std::optional<ImageSize> measure_image(std::string_view bytes);

}  // namespace lembar::job
