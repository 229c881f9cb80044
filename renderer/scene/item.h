// The display list: drawing commands in paint order, page by page, with nothing left to decide.
//
// A canvas implements one method for each kind of item; adding a kind breaks every canvas that lacks it.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/turn.h"
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

// A line of text. `origin` is the left end of its baseline, about which it is turned.
struct DrawText {
  text::ShapedLine line;
  Point origin;
  Turn turn = Turn::level;
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
  std::string_view tag;    // H1 P Table TR TH TD L LI Lbl LBody Figure Artifact …: a literal
  std::string_view scope;  // Row, Column: a literal
  std::string alt;
  int column_span = 1, row_span = 1;
  bool content = false;
  // Of a Form: the signature field's. Else: tags of one name, on whichever page, are one element; empty: an element of
  // its own.
  std::string name;
  Rect box;  // of a Figure

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
// In small blocks, none moved or too large as the list grows: a long sheet has half a million.
using Items = std::deque<Item>;

}  // namespace lembar::scene
