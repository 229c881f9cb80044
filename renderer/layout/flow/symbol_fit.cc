#include "layout/flow/symbol_fit.h"

#include <algorithm>
#include <optional>

#include "base/assert.h"

namespace lembar::layout {

namespace {

using model::SymbolKind;

constexpr Length kInset = mm(0.8);      // words to a straight outline
constexpr Length kSlopeInset = mm(0.5);  // words to a slanted or round one
constexpr Length kWidestShapely = mm(120);  // from here on a shape may be as high as its words ask

bool is_capsule(SymbolKind kind) { return kind == SymbolKind::start || kind == SymbolKind::end; }

Length total_height(const std::vector<text::ShapedLine>& lines) {
  Length h;
  for (const text::ShapedLine& line : lines) h += line.height();
  return h;
}

Length widest(const std::vector<text::ShapedLine>& lines) {
  Length w;
  for (const text::ShapedLine& line : lines) w = max(w, line.width);
  return w;
}

std::int64_t square(Length l) { return l.units() * l.units(); }

std::int64_t whole_root(std::int64_t n) {
  std::int64_t low = 0, high = 3'000'000'000LL;
  while (low < high) {
    const std::int64_t mid = (low + high + 1) / 2;
    if (mid <= n / mid) low = mid; else high = mid - 1;
  }
  return low;
}

// Half the height of a diamond of half width `hw` that holds the lines; nothing where a line is too wide.
std::optional<Length> diamond_half_height(const std::vector<text::ShapedLine>& lines, Length hw) {
  Length y = -half(total_height(lines)), need;
  for (const text::ShapedLine& line : lines) {
    const Length outer = max(y < Length() ? -y : y, y + line.height() < Length() ? -(y + line.height()) : y + line.height());
    const Length x = half(line.width) + kSlopeInset;
    if (x >= hw) return std::nullopt;
    need = max(need, Length::from_units((outer + kSlopeInset).units() * hw.units() / (hw - x).units()));
    y += line.height();
  }
  return need;
}

// How far a capsule's round end of radius q reaches in at the height y from its middle.
Length capsule_inset(Length q, Length y) {
  if (y >= q) return q;
  return q - Length::from_units(whole_root(square(q) - square(y)));
}

bool capsule_holds(const std::vector<text::ShapedLine>& lines, Length width, Length height) {
  const Length q = half(min(width, height));
  Length y = -half(total_height(lines));
  for (const text::ShapedLine& line : lines) {
    const Length outer = max(y < Length() ? -y : y, y + line.height());
    const Length free = half(width) - capsule_inset(q, min(outer, half(height)));
    if (half(line.width) + kSlopeInset > free || outer + kSlopeInset > half(height)) return false;
    y += line.height();
  }
  return true;
}

}  // namespace

SymbolFitter::Words SymbolFitter::measured(const std::vector<model::TextRun>& words) const {
  const style::TextStyle& base = style_.text(style::TextRole::symbol);
  Words out;
  for (const model::TextRun& run : words) {
    text::StyledRun styled{run.text, base.font, base.underline || run.underline, run.line_break};
    styled.font.bold = base.font.bold || run.bold;
    styled.font.italic = base.font.italic || run.italic;
    out.runs.push_back(std::move(styled));
  }
  out.syllable = shaper_.least_width(out.runs, text::Hyphenation::if_needed);
  out.word = shaper_.least_width(out.runs, text::Hyphenation::none);
  return out;
}

Size SymbolFitter::base_size(SymbolKind kind) const {
  const style::SymbolStyle& s = style_.symbols;
  if (kind == SymbolKind::circle) return {s.circle, s.circle};
  return {s.width, kind == SymbolKind::decision ? s.diamond_height : s.height};
}

std::optional<Length> SymbolFitter::height_for(SymbolKind kind, const std::vector<text::ShapedLine>& lines, Length width) const {
  const Length text = total_height(lines);
  if (kind == SymbolKind::decision) {
    const auto hh = diamond_half_height(lines, half(width));
    if (!hh) return std::nullopt;
    return *hh * 2;
  }
  if (kind == SymbolKind::circle) {
    Length y = -half(text);
    for (const text::ShapedLine& line : lines) {
      const Length outer = max(y < Length() ? -y : y, y + line.height()) + kSlopeInset;
      if (square(half(line.width) + kSlopeInset) + square(outer) > square(half(width))) return std::nullopt;
      y += line.height();
    }
    return width;
  }
  if (is_capsule(kind)) {
    // A higher capsule has rounder ends: look for the first height that holds the words.
    for (Length h = max(base_size(kind).h, text + kSlopeInset * 2); h <= text + mm(14); h += mm(0.5))
      if (capsule_holds(lines, width, h)) return h;
    return std::nullopt;
  }
  if (widest(lines) + kInset * 2 > width) return std::nullopt;
  return text + kInset * 2;
}

std::optional<FittedSymbol> SymbolFitter::best_at(SymbolKind kind, const Words& words, Length width) {
  std::optional<FittedSymbol> best;
  const int tries = kind == SymbolKind::process ? 1 : 5;
  for (int k = 0; k < tries; ++k) {
    const Length room = kind == SymbolKind::process ? width - kInset * 2 : scaled(width, 92 - 11 * k, 100);
    // A word is never broken inside a syllable, nor at one to save a little height.
    if (room < words.syllable || (best && room < words.word && best->size.h <= base_size(kind).h * 2)) continue;
    std::vector<text::ShapedLine> lines = shaper_.wrap(words.runs, room, text::Hyphenation::if_needed);
    const std::optional<Length> h = height_for(kind, lines, width);
    if (!h) continue;
    FittedSymbol fitted{{width, max(*h, kind == SymbolKind::circle ? width : base_size(kind).h)}, std::move(lines)};
    if (!best || fitted.size.h < best->size.h) best = std::move(fitted);
  }
  return best;
}

FittedSymbol SymbolFitter::fit(SymbolKind kind, const std::vector<model::TextRun>& runs, Length most) {
  const Size base = base_size(kind);
  const Words words = measured(runs);
  const Length start = min(base.w, most);
  if (runs.empty()) return {{start, kind == SymbolKind::circle ? start : base.h}, {}};

  // A millimetre of width costs as much as half a millimetre of height: rows are what makes a sheet long.
  std::optional<FittedSymbol> best;
  Length best_cost;
  for (Length w = start; !best || w - start < best_cost; w = min(w + mm(1), most)) {  // wider ones cost more than the best
    if (auto fitted = best_at(kind, words, w)) {
      const Length cost = (fitted->size.w - start) + max(Length(), fitted->size.h - base.h) * 2;
      if (!best || cost < best_cost) {
        best_cost = cost;
        best = std::move(fitted);
      }
      if (best->size.h <= base.h) break;
    }
    if (w >= most) break;
  }
  LEMBAR_ASSERT(best.has_value(), "a lane is wide enough for the words of its symbols");
  return *best;
}

Length SymbolFitter::good_width(SymbolKind kind, const std::vector<model::TextRun>& runs) {
  const Size base = base_size(kind);
  if (runs.empty()) return base.w;
  const Words words = measured(runs);
  for (Length w = base.w; w < base.w * 4; w += mm(1)) {
    const auto fitted = best_at(kind, words, w);
    if (fitted && fitted->size.h <= scaled(base.h, 3, 2) && w > words.word) return w;
  }
  return max(base.w, least_width(kind, runs));
}

Length SymbolFitter::least_width(SymbolKind kind, const std::vector<model::TextRun>& runs) {
  const Length least = mm(5);
  if (runs.empty()) return least;
  const Words words = measured(runs);
  Length w = max(least, words.syllable);
  for (; w < kWidestShapely; w += mm(1)) {
    const auto fitted = best_at(kind, words, w);
    if (fitted && fitted->size.h <= base_size(kind).h * 3) return w;
  }
  // Words for a page of their own: any height will do, and the page tells whether it holds them.
  const Length one_line = max(least, shaper_.full_width(words.runs) * 2);
  for (; w < one_line; w = scaled(w, 11, 10))
    if (best_at(kind, words, w)) return w;
  return one_line;
}

}  // namespace lembar::layout
