#include "layout/flow/bands.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lembar::layout {

PentagonWords pentagon_words(const std::string& letter, const std::string& page, const style::SheetStyle& style, text::Shaper& shaper) {
  const text::FontSpec font = style.text(style::TextRole::offpage).font;
  PentagonWords words{shaper.line({{letter, font}}), std::nullopt};
  if (!style.symbols.offpage_page || page.empty()) return words;
  text::FontSpec small = font;
  small.bold = false;
  small.size = max(style.least_text, scaled(font.size, 4, 5));
  words.page = shaper.line({{page, small}});
  return words;
}

PentagonSizes fit_pentagons(const style::SheetStyle& style, text::Shaper& shaper, const std::vector<Length>& lane_widths, int most_pages) {
  const style::SymbolStyle& s = style.symbols;
  std::string words = s.offpage_words;
  const auto at = words.find("{page}");
  const std::string digits(std::to_string(most_pages).size(), '8');
  words = at == std::string::npos ? words + " " + digits : words.replace(at, 6, digits);
  const PentagonWords sample = pentagon_words("A", words, style, shaper);
  PentagonSizes sizes{max(s.offpage_height, scaled(sample.height() + kPentagonInset * 2, 100, kPentagonStraightPercent)), {}};
  const Length width = max(s.offpage_width, sample.page ? sample.page->width + kPentagonInset * 2 : Length());
  for (const Length& lane : lane_widths) {
    const Length most = lane - s.clearance * 2;
    sizes.widths.push_back(width <= most ? width : min(s.offpage_width, most));
  }
  return sizes;
}

BandPlanner::BandPlanner(const FlowGraph& graph, const std::vector<Unit>& units, const style::SheetStyle& style,
                         const std::vector<Length>& lane_widths, const PentagonSizes& pentagons, const BandExtras& extras)
    : graph_(graph), units_(units), pentagons_(pentagons), unit_of_row_(graph.symbols_of_row.size(), 0),
      level_height_(pentagons.height + style.symbols.cell_gap * 2), extras_(extras) {
  for (std::size_t u = units.size(); u-- > 0;) unit_of_row_[units[u].row] = static_cast<int>(u);
  const style::SymbolStyle& s = style.symbols;
  for (std::size_t lane = 0; lane < lane_widths.size(); ++lane) {
    const std::int64_t fit = (lane_widths[lane] - s.clearance) / (pentagons.widths[lane] + s.clearance);
    capacity_.push_back(static_cast<int>(std::max<std::int64_t>(1, fit)));
  }
}

PageBands BandPlanner::plan(int first, int last) const {
  PageBands bands;
  std::map<std::tuple<bool, bool, int>, std::size_t> known;  // (out, top, target) -> pentagon
  for (int u = first; u <= last; ++u) {
    if (units_[u].piece != 0) continue;
    for (const int e : graph_.edges_of_row[units_[u].row]) {
      const FlowEdge& edge = graph_.edges[e];
      const int from = unit_of_symbol(edge.from), to = unit_of_symbol(edge.to);
      const bool from_here = from >= first && from <= last, to_here = to >= first && to <= last;
      if (from_here == to_here) continue;
      const bool out = from_here;
      const bool top = out ? to < first : from < first;
      const auto [at, fresh] = known.try_emplace({out, top, edge.to}, bands.pentagons.size());
      if (fresh) {
        const FlowSymbol& served = graph_.symbols[out ? edge.from : edge.to];
        bands.pentagons.push_back({.target = edge.to, .out = out, .top = top, .lane = (served.first_lane + served.last_lane) / 2});
      }
      Pentagon& pentagon = bands.pentagons[at->second];
      // A bottom pentagon stands below the last of those that it serves, a top one above the first.
      if (out && !top) {
        const FlowSymbol& served = graph_.symbols[edge.from];
        pentagon.lane = (served.first_lane + served.last_lane) / 2;
      }
      pentagon.edges.push_back(e);
    }
  }
  // Those of the way on first: theirs is the place straight before their symbol.
  std::map<std::pair<bool, int>, int> used;  // (top, lane) -> pentagons
  for (const bool way_on : {true, false}) {
    for (Pentagon& pentagon : bands.pentagons) {
      if ((pentagon.out != pentagon.top) != way_on) continue;
      const int n = used[{pentagon.top, pentagon.lane}]++;
      pentagon.slot = n % capacity_[pentagon.lane];
      pentagon.level = n / capacity_[pentagon.lane];
      int& levels = pentagon.top ? bands.top_levels : bands.bottom_levels;
      levels = std::max(levels, pentagon.level + 1);
    }
  }
  const auto height_of = [&](int levels, int unit, bool above) {
    if (levels == 0) return Length();
    const auto extra = extras_.find({units_[unit].row, above});
    return level_height_ * levels + (extra == extras_.end() ? Length() : extra->second);
  };
  bands.top = height_of(bands.top_levels, first, true);
  bands.bottom = height_of(bands.bottom_levels, last, false);
  return bands;
}

Length BandPlanner::height(int first, int last) const {
  const PageBands bands = plan(first, last);
  return bands.top + bands.bottom;
}

}  // namespace lembar::layout
