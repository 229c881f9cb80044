#include "text/pango_shaper.h"

#include <algorithm>

#include "text/utf8.h"

namespace lembar::text {
namespace {

constexpr std::size_t kMostDesigns = 100'000;

// To the nearest 1/1024 pt, alike for both signs.
Length scaled_down(std::int64_t design, Length size) {
  const std::int64_t whole = std::int64_t{PangoFace::kDesignSize} * 1024;
  const std::int64_t product = design * size.units();
  return Length::from_units((product + (product < 0 ? -whole : whole) / 2) / whole);
}

// Characters that are seen in no face and need none.
bool is_invisible(char32_t c) { return c < 0x20 || c == 0x7F || (c >= 0x200B && c <= 0x200F) || extends_previous(c); }

}  // namespace

PangoShaper::PangoShaper(FontBook book) : book_(std::move(book)) {}
PangoShaper::~PangoShaper() = default;

FontMetrics PangoShaper::metrics(const FontSpec& font) { return {scaled(font.size, 93, 100), scaled(font.size, 24, 100)}; }

const PangoFace& PangoShaper::face(FaceId id) {
  std::unique_ptr<PangoFace>& found = faces_[id];
  if (!found) found = std::make_unique<PangoFace>(book_.faces()[static_cast<std::size_t>(id)]);
  return *found;
}

const std::vector<PangoShaper::DesignRun>& PangoShaper::design(const std::string& text, FaceId primary, FaceId fallback) {
  auto& designs = designs_[primary];
  if (designs.size() > kMostDesigns) designs.clear();
  const auto found = designs.find(text);
  if (found != designs.end()) return found->second;
  std::vector<DesignRun> runs;
  const PangoFace& first = face(primary);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = cluster_end(text, at);
    bool lacks = false;
    for (std::size_t c = at; c < end;) {
      const Utf8Char next = char_at(text, c);
      lacks = lacks || (!is_invisible(next.code) && !first.has(next.code));
      if (extends_previous(next.code) && next.code >= 0x300 && next.code < 0x2000) lacks = lacks || !first.has(next.code);
      c += next.size;
    }
    const FaceId id = lacks && face(fallback).has(char_at(text, at).code) ? fallback : primary;
    if (runs.empty() || runs.back().face != id) runs.push_back({id, {}, {}});
    runs.back().text += text.substr(at, end - at);
    at = end;
  }
  for (DesignRun& run : runs) run.glyphs = face(run.face).shape(run.text);
  return designs.emplace(text, std::move(runs)).first->second;
}

ShapedWord PangoShaper::shape_word(const std::string& text, const FontSpec& font) {
  ShapedWord word;
  const FaceId primary = book_.face(font.family, font.bold, font.italic);
  for (const DesignRun& run : design(text, primary, book_.fallback(font.bold))) {
    GlyphRun out{run.face, font.size, word.width, Length(), false, run.text, {}};
    out.glyphs.reserve(run.glyphs.size());
    for (const PangoFace::DesignGlyph& g : run.glyphs) {
      out.glyphs.push_back({g.id, g.cluster, scaled_down(g.advance, font.size), scaled_down(g.dx, font.size), scaled_down(g.dy, font.size)});
      out.width += out.glyphs.back().advance;
      if (!g.missing) continue;
      const std::string c = to_utf8(char_at(run.text, g.cluster).code);
      if (std::find(word.missing.begin(), word.missing.end(), c) == word.missing.end()) word.missing.push_back(c);
    }
    word.width += out.width;
    word.runs.push_back(std::move(out));
  }
  return word;
}

}  // namespace lembar::text
