// A whole document as drawing commands, with what a PDF says about itself.
#pragma once

#include <string>
#include <vector>

#include "lembar/record_sheet.h"
#include "scene/item.h"

namespace lembar::scene {

struct Page {
  Size size;
  std::string label;
  Items items;
};

struct Image {
  std::string name, bytes;
  enum class Format { png, jpeg } format = Format::png;
  int width_px = 0, height_px = 0;
};

struct Outline {
  int level = 0;
  std::string title;
  int page = 0;  // from 1
  Length y;
};

struct SignatureField {
  std::string name;
  int page = 0;  // from 1
  Rect box;
  std::string tooltip;
};

struct Scene {
  std::vector<Page> pages;
  std::vector<Image> images;
  std::vector<Outline> outlines;
  std::vector<SignatureField> signature_fields;
  std::vector<RecordSheet> infos;  // one for each procedure
};

// The faces that its words are set in, each once, in order.
std::vector<text::FaceId> faces_of(const Scene& scene);

}  // namespace lembar::scene
