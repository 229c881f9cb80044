#include "canvas/cairo/cairo_images.h"

#include <cstdio>  // jpeglib.h needs it and does not say so

#include <jpeglib.h>

#include <csetjmp>
#include <cstring>

namespace lembar::canvas {

namespace {

struct Reader {
  const std::string& bytes;
  std::size_t at = 0;
};

cairo_status_t read_some(void* closure, unsigned char* data, unsigned int length) {
  Reader& reader = *static_cast<Reader*>(closure);
  if (length > reader.bytes.size() - reader.at) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, reader.bytes.data() + reader.at, length);
  reader.at += length;
  return CAIRO_STATUS_SUCCESS;
}

SurfaceHolder usable(cairo_surface_t* surface) {
  SurfaceHolder holder(surface);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) holder.reset();
  return holder;
}

SurfaceHolder decode_png(const scene::Image& image) {
  Reader reader{image.bytes};
  return usable(cairo_image_surface_create_from_png_stream(read_some, &reader));
}

// Cairo copies the file into its output and never looks at the pixels, which stay blank.
SurfaceHolder wrap_jpeg(const scene::Image& image) {
  SurfaceHolder surface = usable(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width_px, image.height_px));
  if (!surface) return surface;
  auto* copy = new std::string(image.bytes);
  const auto* data = reinterpret_cast<const unsigned char*>(copy->data());
  const auto drop = [](void* text) { delete static_cast<std::string*>(text); };
  if (cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, data, copy->size(), drop, copy) !=
      CAIRO_STATUS_SUCCESS) {
    delete copy;
    surface.reset();
  }
  return surface;
}

struct JpegFault {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

// The library knows no other way out of an error than a long jump: nothing with a destructor may live in here.
bool decode_rows(const unsigned char* bytes, unsigned long size, cairo_surface_t* surface, unsigned char* row) {
  jpeg_decompress_struct jpeg;
  JpegFault fault;
  jpeg.err = jpeg_std_error(&fault.manager);
  fault.manager.error_exit = [](j_common_ptr any) { std::longjmp(reinterpret_cast<JpegFault*>(any->err)->back, 1); };
  fault.manager.output_message = [](j_common_ptr) {};
  jpeg_create_decompress(&jpeg);
  if (setjmp(fault.back)) {
    jpeg_destroy_decompress(&jpeg);
    return false;
  }
  jpeg_mem_src(&jpeg, bytes, size);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  jpeg_start_decompress(&jpeg);
  unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  while (jpeg.output_scanline < jpeg.output_height) {
    const int y = static_cast<int>(jpeg.output_scanline);
    jpeg_read_scanlines(&jpeg, &row, 1);
    for (std::ptrdiff_t x = 0; x < width && x < static_cast<std::ptrdiff_t>(jpeg.output_width) && y < height; ++x) {
      const std::uint32_t pixel = 0xFF000000u | static_cast<std::uint32_t>(row[3 * x]) << 16 |
                                  static_cast<std::uint32_t>(row[3 * x + 1]) << 8 | row[3 * x + 2];
      std::memcpy(pixels + static_cast<std::ptrdiff_t>(y) * stride + 4 * x, &pixel, 4);
    }
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  return true;
}

SurfaceHolder decode_jpeg(const scene::Image& image) {
  SurfaceHolder surface = usable(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width_px, image.height_px));
  if (!surface) return surface;
  cairo_surface_flush(surface.get());
  // Four bytes for each pixel of the widest picture that the format can hold, whatever its header says later.
  std::vector<unsigned char> row(std::size_t{4} * 65536);
  if (!decode_rows(reinterpret_cast<const unsigned char*>(image.bytes.data()), image.bytes.size(), surface.get(),
                   row.data())) {
    surface.reset();
    return surface;
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

CairoImages::CairoImages(const std::vector<scene::Image>& images, JpegAs jpeg)
    : images_(images), surfaces_(images.size()), jpeg_(jpeg) {}

cairo_surface_t* CairoImages::surface(int image) {
  if (image < 0 || image >= static_cast<int>(images_.size())) return nullptr;
  SurfaceHolder& surface = surfaces_[image];
  if (!surface) {
    const scene::Image& source = images_[image];
    surface = source.format == scene::Image::Format::png ? decode_png(source)
              : jpeg_ == JpegAs::original                ? wrap_jpeg(source)
                                                         : decode_jpeg(source);
  }
  return surface.get();
}

}  // namespace lembar::canvas
