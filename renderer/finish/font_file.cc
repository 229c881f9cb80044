#include "finish/font_file.h"

#include <algorithm>
#include <cstdint>

namespace lembar::finish {

std::size_t FontFile::table(std::string_view name) const {
  constexpr std::size_t kHead = 12, kEntry = 16;
  for (std::size_t at = kHead; at < kHead + kEntry * u16(4) && at + kEntry <= bytes_.size(); at += kEntry) {
    if (bytes_.compare(at, 4, name) == 0) return u32(at + 8);
  }
  return 0;
}

std::size_t FontFile::em() const {
  const std::size_t head = table("head");
  return head ? u16(head + 18) : 0;
}

std::optional<int> FontFile::glyph_of(int character) const {
  const std::size_t cmap = table("cmap"), wanted = static_cast<std::size_t>(character);
  for (std::size_t i = 0; cmap && i < u16(cmap + 2); ++i) {
    const std::size_t entry = cmap + 4 + 8 * i, map = cmap + u32(entry + 4);
    if (u32(entry) != 0x00030001 || u16(map) != 4) continue;
    // Four lists of one entry for each stretch of characters: last, first, difference, offset into a list of glyphs.
    const std::size_t bytes = u16(map + 6), last = map + 14, first = last + bytes + 2, difference = first + bytes,
                      offset = difference + bytes;
    for (std::size_t s = 0; s < bytes; s += 2) {
      if (wanted > u16(last + s)) continue;
      if (wanted < u16(first + s)) return std::nullopt;
      std::size_t glyph = wanted;
      if (const std::size_t away = u16(offset + s)) glyph = u16(offset + s + away + 2 * (wanted - u16(first + s)));
      if (u16(offset + s) == 0 || glyph != 0) glyph = (glyph + u16(difference + s)) & 0xFFFF;
      return glyph == 0 ? std::nullopt : std::optional<int>(static_cast<int>(glyph));
    }
  }
  return std::nullopt;
}

std::optional<double> FontFile::advance(int glyph) const {
  const std::size_t hhea = table("hhea"), hmtx = table("hmtx"), units = em();
  const std::size_t measured = hhea ? u16(hhea + 34) : 0;
  if (hmtx == 0 || measured == 0 || units == 0 || glyph < 0) return std::nullopt;
  const std::size_t at = hmtx + 4 * std::min(static_cast<std::size_t>(glyph), measured - 1);
  if (at + 2 > bytes_.size()) return std::nullopt;
  return 1000.0 * static_cast<double>(u16(at)) / static_cast<double>(units);
}

std::optional<int> FontFile::top(int glyph) const {
  const std::size_t head = table("head"), loca = table("loca"), glyf = table("glyf"), units = em();
  if (loca == 0 || glyf == 0 || units == 0 || glyph < 0) return std::nullopt;
  const bool wide = u16(head + 50) != 0;
  const auto place = [&](std::size_t g) { return wide ? u32(loca + 4 * g) : 2 * u16(loca + 2 * g); };
  const auto g = static_cast<std::size_t>(glyph);
  if (place(g) >= place(g + 1) || glyf + place(g + 1) > bytes_.size()) return std::nullopt;
  const int height = static_cast<std::int16_t>(u16(glyf + place(g) + 8));
  return height * 1000 / static_cast<int>(units);
}

}  // namespace lembar::finish
