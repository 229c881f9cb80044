// An embedded TrueType font, as far as its measures are wanted. Whatever a table lacks, the answer is absent: the file
// comes from a drawing library, and nothing read from it may lead out of its bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lembar::finish {

constexpr std::size_t kMostFontBytes = std::size_t{64} << 20;

class FontFile {
 public:
  explicit FontFile(std::string bytes) : bytes_(std::move(bytes)) {}

  // By the font's map of Unicode characters in the BMP (cmap 3,1 of format 4).
  std::optional<int> glyph_of(int character) const;
  // In thousandths of an em, not rounded.
  std::optional<double> advance(int glyph) const;
  // How far the outline reaches above the baseline, in thousandths of an em.
  std::optional<int> top(int glyph) const;

 private:
  std::size_t byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
  std::size_t u16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  std::size_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
  // Where a table begins; 0: there is none.
  std::size_t table(std::string_view name) const;
  std::size_t em() const;

  std::string bytes_;
};

}  // namespace lembar::finish
