// The structure of a document for readers by ear, as finish is handed it: a tree in reading order, with the annotations
// that belong into it. Canvases mark content only; what it is stands here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace lembar::finish {

struct TagElement {
  std::string tag;  // a standard structure type: Table, TH, Figure …
  int parent = -1;  // index of an earlier element; -1: the document itself
  int page = 0;     // from 1: it is the next piece of content that the page marks. 0: it holds elements
  std::string alt;
  std::string scope;  // Row, Column
  int column_span = 1, row_span = 1;
  std::optional<Rect> box;  // of a figure, from the page's top left
};

// From an element named Link to a place in the document.
struct LinkAnnotation {
  int element = -1;
  int page = 0, to_page = 0;  // from 1
  Rect box;                   // from the page's top left
  Point to;
  std::string words;          // where it leads
};

struct SignatureField {
  std::string name, tooltip;
  int element = -1;  // named Form
  int page = 0;      // from 1
  Rect box;          // from the page's top left
};

}  // namespace lembar::finish
