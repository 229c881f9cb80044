// The grid on which lines are searched: vertical tracks at some x, horizontal tracks at some y, and the ports where
// they meet the shapes.
//
// Its promise: two lines on different tracks keep the clearance, a line on a track keeps it to every shape, no line
// runs over an obstacle or (save a port line) on a rule of the table. So a search has to look at single nodes only.
// The rare tracks that lie closer than the clearance to another one ("local" tracks, such as the middle of a
// pentagon between the lines of its lane) are open near their own port only, and close the others there.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "routing/problem.h"

namespace lembar::routing {

using Units = std::int64_t;  // of Length

// In the order of the Side bits: arm_of(kNorth) == kTop, and so on.
enum Direction : std::uint8_t { kNorth, kEast, kSouth, kWest };

constexpr Direction opposite(Direction d) { return static_cast<Direction>((d + 2) & 3); }
constexpr std::uint8_t arm_of(Direction d) { return static_cast<std::uint8_t>(1u << d); }
constexpr bool is_vertical(Direction d) { return (d & 1) == 0; }
constexpr std::uint8_t kUpright = 5, kLevel = 10;  // both arms of a line that goes straight on

struct Span {
  Units from = 0, to = 0;
};

// Prices of a line, in ten-thousandths of a bend.
namespace price {
constexpr int kBend = 10000;
constexpr int kCrossing = 2 * kBend;
constexpr int kCrossingOfFew = kBend * 5 / 4;
constexpr int kCrowded = 40;         // more lines than this
constexpr int kOffCentre = 600;      // a port away from the middle of its side
constexpr int kByCorner = 2500;      // a port hard by a corner of a long side: it looks like a slip
constexpr int kShortArrow = 7000;    // less than kArrowLength from the last bend to the target
constexpr int kUnlikedSide = 6000;   // a legal side that the edge does not prefer
constexpr int kCrampedLabel = 3000;  // a bend so near to the start that the words do not fit before it
constexpr int kHeadOn = 12000;        // two lines meet nose to nose before they go on as one
constexpr int kOnRule = 15000;       // a port line on a rule of the table
}  // namespace price

constexpr Length kCornerGap = mm(1.0);     // least distance of an end from a box's corner
constexpr Length kLongSide = mm(20);       // of a box over several lanes
constexpr Length kNearCorner = mm(4);      // an end so near to a corner is hard by it
constexpr Length kArrowLength = mm(2.0);   // least length of the segment with the arrow head
constexpr Length kRuleGap = mm(0.302);     // least distance of a track from a rule
constexpr Length kObstacleGap = mm(0.3);   // least distance of a line from a text
// So much less than the clearance is still the clearance: a gap of 3 mm with a rule in its middle holds one track.
constexpr Length kSlack = mm(0.005);

enum class TrackKind : char {
  through,  // keeps the clearance to all other tracks, open wherever no shape stands
  local,    // nearer to another one: open before its own ports only
  narrow,   // the middle of a gap too narrow to run along: joins the two shapes beside it, straight
};

// Positions of the tracks of one direction.
struct AxisTracks {
  std::vector<Units> at;
  std::vector<TrackKind> kind;
};

struct AxisPlan {
  Span area;
  Units clearance = 0;    // between tracks
  Units shape_gap = 0;    // of a track to a shape
  int most_in_strip = 1000;
  std::vector<Span> bands;               // adjoining: lanes or rows
  std::vector<Span> spans;               // of the shapes, along this axis
  std::vector<std::vector<int>> beside;  // for each shape the shapes that overlap it on the other axis, after it on this
};

AxisTracks lay_tracks(const AxisPlan& plan);

// A place where a line may meet a shape: from `at` on its outline straight to `node`.
struct Port {
  int shape = 0;
  Direction out = kNorth;
  int node = 0;
  Point at;
  Units stub = 0;
  int cost = 0;
};

class Grid {
 public:
  // `way_price`: of a millimetre, in price units.
  Grid(const Problem& problem, int way_price);

  int columns() const { return static_cast<int>(xs_.size()); }
  int rows() const { return static_cast<int>(ys_.size()); }
  int nodes() const { return columns() * rows(); }
  int node(int column, int row) const { return row * columns() + column; }
  int column_of(int node) const { return node - row_of(node) * columns(); }
  int row_of(int node) const { return static_cast<int>(static_cast<std::uint64_t>(node) * row_factor_ >> kRowShift); }
  Units x(int column) const { return xs_[column]; }
  Units y(int row) const { return ys_[row]; }
  int first_row_from(Units y) const { return static_cast<int>(std::lower_bound(ys_.begin(), ys_.end(), y) - ys_.begin()); }
  // A way, in price units; those of the tracks from the origin.
  int way_cost(Units u) const { return static_cast<int>(u * way_price_ / mm(1).units()); }
  int x_cost(int column) const { return x_cost_[column]; }
  int y_cost(int row) const { return y_cost_[row]; }
  Point point(int node) const {
    return {Length::from_units(xs_[column_of(node)]), Length::from_units(ys_[row_of(node)])};
  }
  // Arms of the node along which a line may go.
  std::uint8_t open(int node) const { return open_[node]; }
  int step(Direction d) const { return step_[d]; }
  const std::vector<Port>& ports() const { return ports_; }
  const std::vector<int>& ports_of(int shape) const { return ports_of_[shape]; }
  Direction direction(int from, int to) const {
    const int d = to - from;
    return d == 1 ? kEast : d == -1 ? kWest : d > 0 ? kSouth : kNorth;
  }

 private:
  struct Barred {  // a stretch of a track that a local track beside it has taken
    int track;
    Span span;
  };

  void close_around(const Rect& rect, Length gap);
  void settle_local_tracks(bool upright, const AxisTracks& tracks);
  void close_track(bool upright, int track, Span span);
  void add_ports(int shape);
  void add_port(int shape, Direction out, int track, Units across_middle);
  bool stub_is_clear(int shape, const Port& port, bool narrow) const;
  bool barred(bool upright, int track, Span span) const;

  const Problem& problem_;
  std::vector<Units> xs_, ys_;
  int way_price_;
  std::vector<int> x_cost_, y_cost_;
  std::vector<std::uint8_t> open_;
  std::vector<TrackKind> x_kind_, y_kind_;
  std::vector<Barred> barred_[2];
  std::vector<Port> ports_;
  std::vector<std::vector<int>> ports_of_;
  int step_[4];
  // Dividing by the columns takes a multiplication: exact while node * columns < 2^kRowShift.
  static constexpr int kRowShift = 43;
  std::uint64_t row_factor_ = 0;
};

// Where on that side of the shape a line may end, along the side.
Span port_span(const Shape& shape, Direction side);

}  // namespace lembar::routing
