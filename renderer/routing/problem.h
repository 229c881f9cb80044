// A routing problem: rectangles in the cells of a table, and the pairs of them to be joined by lines that run
// along x and y only. Routing knows nothing of procedures; its words are the table's.
//
// Lengths are exact (1/1024 pt). Lanes adjoin left to right, rows adjoin top to bottom; their edges are the
// table's rules, on which no line may run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace lembar::routing {

struct Band {  // a lane (x) or a row (y)
  Length from, to;
  bool operator==(const Band&) const = default;
};

enum class ShapeKind { box, capsule, diamond, circle, pentagon_down, pentagon_up };

// Sides of a shape, as a set of bits.
enum Side : std::uint8_t { kTop = 1, kRight = 2, kBottom = 4, kLeft = 8, kAllSides = 15 };

struct Shape {
  std::string id;
  ShapeKind kind = ShapeKind::box;
  Rect box;
  bool operator==(const Shape&) const = default;
};

enum class EdgeKind {
  flow,    // from a shape that is no decision; may share its start with the source's other flows
  branch,  // from a decision; never shares its start with another branch of it
  joint,   // a plain line between performers of one step
};

struct Edge {
  std::string id;
  int source = 0, target = 0;  // indexes into Problem::shapes
  EdgeKind kind = EdgeKind::flow;
  std::uint8_t source_sides = kAllSides, target_sides = kAllSides;  // where it may leave and enter
  // Sides that look right, though others are legal; 0: none is preferred.
  std::uint8_t preferred_source_sides = 0, preferred_target_sides = 0;
  std::optional<Size> label;  // room for its words, beside the line and near its start
  bool operator==(const Edge&) const = default;
};

struct Problem {
  Rect area;  // the lanes over the rows; no line leaves it
  std::vector<Band> lanes, rows;
  std::vector<Shape> shapes;
  std::vector<Edge> edges;
  std::vector<Rect> obstacles;  // texts in the area: no line runs over them, no label stands on them
  Length clearance;             // least distance between lines, and of a line to a shape
  bool operator==(const Problem&) const = default;
};

// How hard to try, and what counts how much.
struct Budget {
  int negotiation_rounds = 60;
  int improvement_tries = 800;  // re-routings after the first complete solution; counted, never timed
  int label_tries = 50;         // of a line to leave by another side, so that its words find a place
  int label_worth = 90;         // what a place for words may cost, in hundredths of a bend
  int way_price = 40;           // of a millimetre of line, in ten-thousandths of a bend
  int mixed_side_price = 3000;     // of a side of a shape that lines both leave and enter, in the same
};

}  // namespace lembar::routing
