// The display list: drawing commands in paint order, page by page, with nothing left to decide.
//
// A canvas implements one method for each kind of item; adding a kind breaks every canvas that lacks it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "text/glyph_run.h"

namespace lembar::scene {

struct Color {
  int r = 0, g = 0, b = 0;  // 0-255
  bool operator==(const Color&) const = default;
};

struct PathStep {
  enum class Kind { move, line, curve, close } kind = Kind::move;
  Point p, c1, c2;  // curve: two control points, then p
};
using Path = std::vector<PathStep>;

// Many lines in one stroke: fewer commands, one artifact.
struct StrokePath {
  Path path;
  Length weight;
  Color color;
  enum class Join { miter, round } join = Join::miter;
};

struct FillPath {
  Path path;
  Color color;
};

// A line of text. `origin` is the left end of its baseline; upright text is turned a quarter to the left, and
// its baseline runs upwards from `origin`.
struct DrawText {
  text::ShapedLine line;
  Point origin;
  bool upright = false;
  Color color;
  bool space_after = false;  // a wrapped line: an invisible space follows, so that extracted words stay apart
};

struct DrawImage {
  int image = 0;  // index into Scene::images
  Rect box;
};

// Structure for readers by ear and for text extraction. A tag holds either other tags or drawing (`content`), never both;
// all drawing stands in tags. Artifact marks what is not content.
struct BeginTag {
  std::string tag;  // H1 P Table TR TH TD L LI Lbl LBody Figure Artifact …
  std::string alt;
  std::string scope;  // Row, Column
  int column_span = 1, row_span = 1;
  std::string id;       // of a Form: the signature field's name
  bool content = false;
  std::string element;  // tags of one name here, on whichever page, are one element; empty: an element of its own
  Rect box;             // of a Figure

  bool is_artifact() const { return tag == "Artifact"; }
};
struct EndTag {};

// Leads from the tag named Link in which it stands. Nothing to draw: `finish` makes the annotation.
struct Link {
  Rect box;
  int to_page = 0;  // from 1
  Point to;
  std::string words;
};

using Item = std::variant<StrokePath, FillPath, DrawText, DrawImage, BeginTag, EndTag, Link>;

}  // namespace lembar::scene
