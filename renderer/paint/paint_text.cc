#include "paint/paint_text.h"

#include "paint/outline.h"

namespace lembar::paint {

namespace {

// Where type founders put an underline, as shares of the text's size.
constexpr std::int64_t kUnderlineTop = 8, kUnderlineThickness = 5, kOf = 100;

bool breaks_inside_word(const text::ShapedLine& line) {
  return line.hyphenated || line.text.empty() || line.text.back() == '-' || line.text.back() == '/';
}

// The corner of the letters that turning brings to the left edge of the box, and the one that it brings to its foot, say where
// the baseline begins.
Point baseline_start(const layout::PlacedText& text) {
  if (text.turn == Turn::level) return {text.box.left(), text.box.top() + text.line.ascent};
  const Fifths turn = fifths(text.turn);
  return {text.box.left() + scaled(text.line.ascent, turn.sin, 5), text.box.bottom() - scaled(text.line.descent, turn.cos, 5)};
}

// Of level and upright text: what rises is a stamp, which has none.
void add_underlines(const layout::PlacedText& text, Point origin, scene::Path& path) {
  Length from, to;
  Length size;
  const auto flush = [&] {
    if (to <= from) return;
    const Length top = scaled(size, kUnderlineTop, kOf), thickness = scaled(size, kUnderlineThickness, kOf);
    if (text.turn == Turn::upright) {
      add_rectangle(path, {origin.x + top, origin.y - to, thickness, to - from});
    } else {
      add_rectangle(path, {origin.x + from, origin.y + top, to - from, thickness});
    }
    from = to = Length();
  };
  for (const text::GlyphRun& run : text.line.runs) {
    if (run.underline && to > from && run.x == to && run.size == size) {
      to = run.x + run.width;
      continue;
    }
    flush();
    if (run.underline) {
      from = run.x;
      to = run.x + run.width;
      size = run.size;
    }
  }
  flush();
}

}  // namespace

void paint_text(const layout::PlacedText& text, scene::Items& items, scene::Color color) {
  scene::DrawText draw;
  draw.line = text.line;
  draw.turn = text.turn;
  draw.color = color;
  draw.space_after = !text.line.ends_paragraph && !breaks_inside_word(text.line);
  draw.origin = baseline_start(text);
  scene::FillPath underlines;
  underlines.color = color;
  add_underlines(text, draw.origin, underlines.path);
  items.emplace_back(std::move(draw));
  if (!underlines.path.empty()) items.emplace_back(std::move(underlines));
}

}  // namespace lembar::paint
