#include <algorithm>
#include <optional>

#include "routing/tracks.h"

namespace lembar::routing {
namespace {

// Middles nearer than this are one.
constexpr Units kSameMiddle = mm(0.1).units();

class TrackLayer {
 public:
  explicit TrackLayer(const AxisPlan& plan) : plan_(plan) {
    for (const Span& b : plan.bands) {
      rules_.push_back(b.from);
      rules_.push_back(b.to);
    }
    rules_.push_back(plan.area.from);
    rules_.push_back(plan.area.to);
    std::sort(rules_.begin(), rules_.end());
    rules_.erase(std::unique(rules_.begin(), rules_.end()), rules_.end());
  }

  AxisTracks lay() {
    collect_middles();
    for (const Middle& m : middles_)
      if (m.centred && !near_rule(m.at) && far_from_all(m.at)) insert(m.at);
    strips();
    gaps();
    for (const Middle& m : middles_)
      if (!has(m.at) && !near_rule(m.at) && far_from_all(m.at)) insert(m.at);
    columns();
    AxisTracks out;
    out.at = at_;
    for (const Middle& m : middles_)
      if (!has(m.at)) out.at.push_back(m.at);
    for (Units u : narrow_) out.at.push_back(u);
    std::sort(out.at.begin(), out.at.end());
    out.at.erase(std::unique(out.at.begin(), out.at.end()), out.at.end());
    for (Units u : out.at) {
      const bool is_middle = std::any_of(middles_.begin(), middles_.end(), [u](const Middle& m) { return m.at == u; });
      out.kind.push_back(has(u) ? TrackKind::through : is_middle ? TrackKind::local : TrackKind::narrow);
    }
    return out;
  }

 private:
  struct Middle {
    Units at;
    bool centred;  // in its band, as nearly all shapes are
  };

  bool has(Units u) const { return std::binary_search(at_.begin(), at_.end(), u); }
  void insert(Units u) { at_.insert(std::lower_bound(at_.begin(), at_.end(), u), u); }
  bool near_rule(Units u) const { return blocking_rule(u).has_value(); }
  std::optional<Units> blocking_rule(Units u) const {
    auto it = std::lower_bound(rules_.begin(), rules_.end(), u - kRuleGap.units() + 1);
    if (it != rules_.end() && *it < u + kRuleGap.units()) return *it;
    return std::nullopt;
  }
  bool far_from_all(Units u) const {
    auto it = std::lower_bound(at_.begin(), at_.end(), u - plan_.clearance + 1);
    return it == at_.end() || *it >= u + plan_.clearance;
  }

  bool any_in(Span room) const {
    auto it = std::lower_bound(at_.begin(), at_.end(), room.from);
    return it != at_.end() && *it <= room.to;
  }

  void collect_middles() {
    std::vector<Middle> all;
    for (const Span& s : plan_.spans) {
      const Units m = (s.from + s.to) / 2;
      bool centred = false;
      for (const Span& b : plan_.bands)
        if (s.from >= b.from && s.to <= b.to) centred |= std::abs((b.from + b.to) / 2 - m) <= kSameMiddle;
      all.push_back({m, centred});
    }
    std::sort(all.begin(), all.end(), [](const Middle& a, const Middle& b) { return a.at < b.at; });
    for (std::size_t i = 0; i < all.size();) {
      std::size_t j = i;
      bool centred = false;
      while (j < all.size() && all[j].at <= all[i].at + kSameMiddle) centred |= all[j++].centred;
      middles_.push_back({all[i + (j - i) / 2].at, centred});
      i = j;
    }
  }

  // The room between the shapes of neighbouring bands, all the way along the rule.
  void strips() {
    Units from = plan_.area.from + kRuleGap.units();
    for (const Span& band : plan_.bands) {
      std::optional<Span> extent = extent_in(band);
      if (!extent) continue;
      fill({from, extent->from - plan_.shape_gap}, plan_.most_in_strip);
      from = extent->to + plan_.shape_gap;
    }
    fill({from, plan_.area.to - kRuleGap.units()}, plan_.most_in_strip);
  }

  std::optional<Span> extent_in(const Span& band) const {
    std::optional<Span> e;
    for (const Span& s : plan_.spans) {
      if (s.from < band.from || s.to > band.to) continue;
      e = e ? Span{std::min(e->from, s.from), std::max(e->to, s.to)} : s;
    }
    return e;
  }

  // The room between any two shapes that follow one another.
  void gaps() {
    for (std::size_t i = 0; i < plan_.spans.size(); ++i) {
      Units nearest = plan_.area.to;
      for (int k : plan_.beside[i]) nearest = std::min(nearest, plan_.spans[k].from);
      if (plan_.beside[i].empty()) continue;
      const Span room{plan_.spans[i].to + plan_.shape_gap, nearest - plan_.shape_gap};
      if (room.to >= room.from && !any_in(room)) fill(room, 1);
      if (nearest > plan_.spans[i].to && !any_in(room)) narrow_.push_back((plan_.spans[i].to + nearest) / 2);
    }
  }

  // The room beside the middle line of a band, free where no shape stands and at the sides of boxes.
  void columns() {
    for (const Span& band : plan_.bands)
      if (std::optional<Span> e = extent_in(band)) fill({e->from - plan_.shape_gap, e->to + plan_.shape_gap}, 1000);
  }

  // As many tracks as fit between those already there, evenly spread.
  void fill(Span room, int most) {
    std::vector<Span> free;
    Units from = room.from;
    for (Units u : at_) {
      if (u <= room.from - plan_.clearance || u >= room.to + plan_.clearance) continue;
      free.push_back({from, std::min(room.to, u - plan_.clearance)});
      from = std::max(from, u + plan_.clearance);
    }
    free.push_back({from, room.to});
    for (const Span& f : free) {
      if (f.to < f.from) continue;
      int n = static_cast<int>(std::min<Units>(most, (f.to - f.from) / plan_.clearance + 1));
      for (; n > 0; --n) {
        std::vector<Units> placed = spread(f, n, false);
        if (placed.empty()) placed = spread(f, n, true);
        for (Units u : placed) insert(u);
        if (!placed.empty()) break;
      }
    }
  }

  // n places in `room`, evenly or packed to its start, off the rules; empty where that does not fit.
  std::vector<Units> spread(Span room, int n, bool packed) const {
    std::vector<Units> out;
    for (int k = 0; k < n; ++k) {
      Units u = packed ? room.from + k * plan_.clearance
                : n == 1 ? (room.from + room.to) / 2
                         : room.from + (room.to - room.from) * k / (n - 1);
      if (!out.empty()) u = std::max(u, out.back() + plan_.clearance);
      if (std::optional<Units> rule = blocking_rule(u)) {
        const Units before = *rule - kRuleGap.units();
        const bool fits_before = before >= room.from && (out.empty() || before >= out.back() + plan_.clearance);
        u = fits_before ? before : *rule + kRuleGap.units();
      }
      if (u > room.to) return {};
      out.push_back(u);
    }
    return out;
  }

  const AxisPlan& plan_;
  std::vector<Units> rules_, at_, narrow_;
  std::vector<Middle> middles_;
};

}  // namespace

AxisTracks lay_tracks(const AxisPlan& plan) { return TrackLayer(plan).lay(); }

}  // namespace lembar::routing
