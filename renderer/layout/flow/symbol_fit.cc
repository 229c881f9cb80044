#include "layout/flow/symbol_fit.h"

#include "base/assert.h"

namespace lembar::layout {

namespace {

using model::SymbolKind;

constexpr Length kInset = mm(0.8);      // words to a straight outline
constexpr Length kSlopeInset = mm(0.5);  // words to a slanted or round one
constexpr Length kWidestShapely = mm(120);  // from here on a shape may be as high as its words ask
constexpr Length kLeastHeight = mm(4.6);    // of a narrow box or capsule that is wide enough to lie all the same
constexpr Length kBrokenWord = mm(12);      // what a word on two lines costs
// Smaller words, down to four fifths, keep a word whole where the template's size does not; what that costs.
constexpr Length kSizeStep = pt(0.5);
constexpr std::int64_t kCostOfSize = 5;

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

SymbolFitter::Words SymbolFitter::measured(const std::vector<model::TextRun>& words, Length text_size) const {
  const style::TextStyle& base = style_.text(style::TextRole::symbol);
  Words out;
  out.size = text_size;
  for (const model::TextRun& run : words) {
    text::StyledRun styled{run.text, base.font, base.underline || run.underline, run.line_break};
    styled.font.size = text_size;
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

Size SymbolFitter::plain_size(SymbolKind kind, Length width) const {
  const Size base = base_size(kind);
  if (kind == SymbolKind::circle) return {width, width};
  if (width >= base.w) return {width, base.h};
  const Length alike = Length::from_units(base.h.units() * width.units() / base.w.units());
  const Length lying = kind == SymbolKind::decision ? alike : min(kLeastHeight, scaled(width, 2, 3));
  return {width, min(base.h, max(alike, lying))};
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
    for (Length h = max(plain_size(kind, width).h, text + kSlopeInset * 2); h <= text + mm(14); h += mm(0.5))
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
    if (room < words.syllable) continue;
    std::vector<text::ShapedLine> lines = shaper_.wrap(words.runs, room, text::Hyphenation::if_needed);
    const std::optional<Length> h = height_for(kind, lines, width);
    if (!h) continue;
    FittedSymbol fitted{{width, max(*h, plain_size(kind, width).h)}, std::move(lines), words.size, room < words.word};
    if (!best || cost(kind, fitted) < cost(kind, *best)) best = std::move(fitted);
  }
  return best;
}

std::optional<FittedSymbol> SymbolFitter::fit_words(SymbolKind kind, const Words& words, Length start, Length most) {
  std::optional<FittedSymbol> best;
  Length best_cost;
  for (Length w = start; !best || w - start < best_cost; w = min(w + mm(1), most)) {  // wider ones cost more than the best
    if (auto fitted = best_at(kind, words, w)) {
      const Length price = (w - start) + cost(kind, *fitted);
      if (!best || price < best_cost) {
        best_cost = price;
        best = std::move(fitted);
      }
    }
    if (w >= most) break;
  }
  return best;
}

FittedSymbol SymbolFitter::fit(SymbolKind kind, const std::vector<model::TextRun>& runs, const FitLimits& limits) {
  const Length usual = base_size(kind).w;
  const Length start = min(limits.start > Length() ? limits.start : usual, limits.most);
  if (runs.empty()) return {plain_size(kind, kind == SymbolKind::circle ? min(start, usual) : start), {}, Length(), false};
  const Length size = limits.text_size > Length() ? limits.text_size : text_size();
  std::optional<FittedSymbol> best = fit_words(kind, measured(runs, size), start, limits.most);
  LEMBAR_ASSERT(best.has_value(), "a lane is wide enough for the words of its symbols");
  if (limits.text_size > Length()) return *best;
  for (Length smaller = size - kSizeStep; best->broken && smaller >= max(style_.least_text, scaled(size, 4, 5)); smaller -= kSizeStep) {
    auto fitted = fit_words(kind, measured(runs, smaller), start, limits.most);
    if (fitted && fitted->size.w + cost(kind, *fitted) < best->size.w + cost(kind, *best)) best = std::move(fitted);
  }
  return *best;
}

bool SymbolFitter::holds(SymbolKind kind, const std::vector<text::ShapedLine>& lines, const Size& size) const {
  return !is_capsule(kind) || capsule_holds(lines, size.w, size.h);
}

Length SymbolFitter::cost(SymbolKind kind, const FittedSymbol& fitted) const {
  return max(Length(), fitted.size.h - base_size(kind).h) * 2 + (fitted.broken ? kBrokenWord : Length()) + (text_size() - fitted.text_size) * kCostOfSize;
}

Length SymbolFitter::good_width(SymbolKind kind, const std::vector<model::TextRun>& runs) {
  const Size base = base_size(kind);
  if (runs.empty()) return base.w;
  const Words words = measured(runs, text_size());
  for (Length w = base.w; w < base.w * 4; w += mm(1)) {
    const auto fitted = best_at(kind, words, w);
    if (fitted && !fitted->broken && fitted->size.h <= scaled(base.h, 3, 2)) return w;
  }
  return max(base.w, least_width(kind, runs));
}

Length SymbolFitter::least_width(SymbolKind kind, const std::vector<model::TextRun>& runs) {
  const Length least = mm(5);
  if (runs.empty()) return least;
  const Words words = measured(runs, text_size());
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
