#include "canvas/haru/haru_images.h"

#include <png.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace lembar::canvas {

namespace {

struct Pixels {
  unsigned width = 0, height = 0;
  std::vector<HPDF_BYTE> colors, opacity;  // three bytes and one for each pixel
};

std::optional<Pixels> decode_png(const std::string& bytes) {
  png_image png;
  std::memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size())) return std::nullopt;
  png.format = PNG_FORMAT_RGBA;
  png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // else deep pictures that do not say their colours are taken for linear light
  std::vector<HPDF_BYTE> rows(PNG_IMAGE_SIZE(png));
  if (!png_image_finish_read(&png, nullptr, rows.data(), 0, nullptr)) return std::nullopt;
  Pixels pixels{png.width, png.height, {}, {}};
  pixels.colors.reserve(rows.size() / 4 * 3);
  pixels.opacity.reserve(rows.size() / 4);
  for (std::size_t i = 0; i + 3 < rows.size(); i += 4) {
    pixels.colors.insert(pixels.colors.end(), {rows[i], rows[i + 1], rows[i + 2]});
    pixels.opacity.push_back(rows[i + 3]);
  }
  return pixels;
}

}  // namespace

HaruImages::HaruImages(HaruDocument& document, const std::vector<scene::Image>& images)
    : document_(document), images_(images), loaded_(images.size(), nullptr) {}

HPDF_Image HaruImages::load_png(const scene::Image& image) {
  const std::optional<Pixels> pixels = decode_png(image.bytes);
  if (!pixels) return nullptr;
  const auto raw = [&](const std::vector<HPDF_BYTE>& bytes, HPDF_ColorSpace space) {
    return HPDF_LoadRawImageFromMem(document_.get(), bytes.data(), pixels->width, pixels->height, space, 8);
  };
  const HPDF_Image loaded = raw(pixels->colors, HPDF_CS_DEVICE_RGB);
  const bool opaque = std::all_of(pixels->opacity.begin(), pixels->opacity.end(), [](HPDF_BYTE o) { return o == 255; });
  if (loaded && !opaque) {
    if (const HPDF_Image mask = raw(pixels->opacity, HPDF_CS_DEVICE_GRAY)) HPDF_Image_AddSMask(loaded, mask);
  }
  return loaded;
}

HPDF_Image HaruImages::load_jpeg(const scene::Image& image) {
  HPDF_Image loaded = nullptr;
  document_.attempt([&] {
    const auto* bytes = reinterpret_cast<const HPDF_BYTE*>(image.bytes.data());
    loaded = HPDF_LoadJpegImageFromMem(document_.get(), bytes, static_cast<HPDF_UINT>(image.bytes.size()));
    // A file that ends too early is no fault to libharu: it takes what it had read by then for the size.
    if (!loaded || static_cast<int>(HPDF_Image_GetWidth(loaded)) != image.width_px ||
        static_cast<int>(HPDF_Image_GetHeight(loaded)) != image.height_px) {
      loaded = nullptr;
    }
  });
  return loaded;
}

HPDF_Image HaruImages::image(int image) {
  if (image < 0 || image >= static_cast<int>(images_.size()) || document_.failed()) return nullptr;
  HPDF_Image& loaded = loaded_[image];
  if (!loaded) {
    const bool png = images_[image].format == scene::Image::Format::png;
    loaded = png ? load_png(images_[image]) : load_jpeg(images_[image]);
  }
  return loaded;
}

}  // namespace lembar::canvas
