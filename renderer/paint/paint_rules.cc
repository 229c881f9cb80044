#include "paint/paint_rules.h"

#include <algorithm>
#include <map>
#include <utility>

#include "paint/outline.h"

namespace lembar::paint {

namespace {

using Stretch = std::pair<Length, Length>;             // from, to along the line
using Lines = std::map<Length, std::vector<Stretch>>;  // by the line's place across

std::vector<Stretch> merged(std::vector<Stretch> stretches) {
  std::sort(stretches.begin(), stretches.end());
  std::vector<Stretch> out;
  for (const Stretch& s : stretches) {
    if (!out.empty() && s.first <= out.back().second) {
      out.back().second = max(out.back().second, s.second);
    } else {
      out.push_back(s);
    }
  }
  return out;
}

void collect(const layout::PlacedCell& cell, Lines& across, Lines& down) {
  const Rect& b = cell.box;
  if (cell.edges & layout::kTopEdge) across[b.top()].push_back({b.left(), b.right()});
  if (cell.edges & layout::kBottomEdge) across[b.bottom()].push_back({b.left(), b.right()});
  if (cell.edges & layout::kLeftEdge) down[b.left()].push_back({b.top(), b.bottom()});
  if (cell.edges & layout::kRightEdge) down[b.right()].push_back({b.top(), b.bottom()});
}

}  // namespace

void paint_shades(const layout::PlacedPage& page, scene::Items& items) {
  std::map<int, scene::Path> by_shade;
  for (const layout::PlacedCell& cell : page.cells) {
    if (cell.shade > 0) add_rectangle(by_shade[std::min(cell.shade, 100)], cell.box);
  }
  for (auto& [shade, path] : by_shade) {
    const int grey = 255 - 255 * shade / 100;
    items.emplace_back(scene::FillPath{std::move(path), {grey, grey, grey}});
  }
}

void paint_rules(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, scene::Items& items) {
  Lines across, down;
  for (const layout::PlacedCell& cell : page.cells) collect(cell, across, down);

  // Ends reach half a stroke further, so that corners are square.
  const Length reach = half(sheet.frame_stroke);
  scene::StrokePath frame;
  frame.weight = sheet.frame_stroke;
  for (auto& [y, stretches] : across) {
    for (const auto& [from, to] : merged(stretches)) add_line(frame.path, {from - reach, y}, {to + reach, y});
  }
  for (auto& [x, stretches] : down) {
    for (const auto& [from, to] : merged(stretches)) add_line(frame.path, {x, from - reach}, {x, to + reach});
  }
  if (!frame.path.empty()) items.emplace_back(std::move(frame));

  std::map<Length, scene::Path> by_weight;
  scene::FillPath heads;
  for (const layout::PlacedRule& rule : page.rules) {
    const Point end = rule.arrow ? drawn_back(rule.from, rule.to, half(sheet.arrow_length)) : rule.to;
    add_line(by_weight[rule.weight], rule.from, end);
    if (rule.arrow) add_arrow_head(heads.path, rule.from, rule.to, sheet.arrow_length, sheet.arrow_width);
  }
  for (auto& [weight, path] : by_weight) {
    scene::StrokePath stroke;
    stroke.path = std::move(path);
    stroke.weight = weight;
    items.emplace_back(std::move(stroke));
  }
  if (!heads.path.empty()) items.emplace_back(std::move(heads));
}

void paint_clearings(const layout::PlacedPage& page, scene::Items& items) {
  scene::FillPath white{{}, {255, 255, 255}};
  for (const layout::PlacedText& text : page.texts)
    if (text.owner == layout::OwnerKind::connector) add_rectangle(white.path, text.box);
  for (const layout::PlacedSymbol& symbol : page.symbols) {
    if (symbol.actor_to.empty() && symbol.row_span == 1) continue;
    const scene::Path shape = outline(symbol);
    white.path.insert(white.path.end(), shape.begin(), shape.end());
  }
  if (!white.path.empty()) items.emplace_back(std::move(white));
}

}  // namespace lembar::paint
