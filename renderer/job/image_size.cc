#include "job/image_size.h"

#include <array>
#include <cstdint>

namespace lembar::job {

namespace {

constexpr int kMostPixels = 20000;  // along a side: a page at 1200 dpi

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int length) {
  std::uint32_t v = 0;
  for (int i = 0; i < length; ++i) v = v << 8 | static_cast<unsigned char>(bytes[at + i]);
  return v;
}

std::uint32_t checksum(std::string_view bytes) {  // CRC-32 of ISO 3309, as PNG asks
  static const std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> t{};
    for (std::uint32_t n = 0; n < 256; ++n) {
      std::uint32_t c = n;
      for (int k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      t[n] = c;
    }
    return t;
  }();
  std::uint32_t c = 0xFFFFFFFFu;
  for (const char byte : bytes) c = table[(c ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (c >> 8);
  return c ^ 0xFFFFFFFFu;
}

std::optional<ImageSize> sized(layout::Image::Format format, std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kMostPixels || height > kMostPixels) return std::nullopt;
  return ImageSize{format, static_cast<int>(width), static_cast<int>(height), false};
}

std::optional<ImageSize> measure_png(std::string_view bytes) {
  std::optional<ImageSize> size;
  bool pixels = false;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view name = bytes.substr(at + 4, 4);
    if (checksum(bytes.substr(at + 4, length + 4)) != big_endian(bytes, at + 8 + length, 4)) return std::nullopt;
    if (name == "IHDR" && length >= 8) size = sized(layout::Image::Format::png, big_endian(bytes, at + 8, 4), big_endian(bytes, at + 12, 4));
    if (name == "IDAT") pixels = true;
    if (name == "IEND") return pixels ? size : std::nullopt;
    at += length + 12;
  }
  return std::nullopt;
}

bool starts_frame(int marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

std::optional<ImageSize> measure_jpeg(std::string_view bytes) {
  if (bytes.find("\xFF\xD9", 2) == std::string_view::npos) return std::nullopt;  // no end
  std::optional<ImageSize> size;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const int marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    const std::size_t length = big_endian(bytes, at + 2, 2);
    if (length < 2 || length > bytes.size() - at - 2) return std::nullopt;
    if (marker == 0xDA) return size;  // the picture itself
    if (starts_frame(marker) && length >= 7) {
      size = sized(layout::Image::Format::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
      if (size && length >= 8) size->inks = big_endian(bytes, at + 9, 1) == 4;
    }
    at += length + 2;
  }
  return std::nullopt;
}

}  // namespace

bool ImageSize::too_large() const {
  constexpr std::int64_t kMostInAll = 64'000'000;
  return std::int64_t{width_px} * height_px > kMostInAll;
}

std::optional<ImageSize> measure_image(std::string_view bytes) {
  if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n") return measure_png(bytes);
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return measure_jpeg(bytes);
  return std::nullopt;
}

}  // namespace lembar::job
