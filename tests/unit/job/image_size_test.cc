#include "job/image_size.h"

#include <fstream>
#include <iterator>
#include <string>

#include "support/catch.h"

namespace lembar::job {

namespace {

std::string sample_logo() {
  std::ifstream in(LEMBAR_ROOT "/samples/logo/lambang.png", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Start, a frame header of 3 x 2 pixels, start of scan, end.
std::string tiny_jpeg() {
  using namespace std::string_literals;
  return "\xFF\xD8\xFF\xC0\x00\x0B\x08\x00\x02\x00\x03\x01\x01\x11\x00\xFF\xDA\x00\x02\x00\xFF\xD9"s;
}

}  // namespace

TEST_CASE("a JPEG is as large as its frame says") {
  const auto size = measure_image(tiny_jpeg());
  REQUIRE(size);
  CHECK(size->format == layout::Image::Format::jpeg);
  CHECK(size->width_px == 3);
  CHECK(size->height_px == 2);
}

TEST_CASE("a JPEG of four inks is told from one of light") {
  CHECK_FALSE(measure_image(tiny_jpeg())->inks);
  std::string inks = tiny_jpeg();
  inks[11] = 4;
  CHECK(measure_image(inks)->inks);
}

TEST_CASE("a picture of more pixels than anybody prints is told by its size alone") {
  CHECK_FALSE(measure_image(tiny_jpeg())->too_large());
  std::string large = tiny_jpeg();
  large[7] = large[9] = 0x27;  // 10000 x 10000
  large[8] = large[10] = 0x10;
  REQUIRE(measure_image(large));
  CHECK(measure_image(large)->width_px == 10000);
  CHECK(measure_image(large)->too_large());
}

TEST_CASE("a picture cut short is none") {
  const std::string jpeg = tiny_jpeg();
  for (std::size_t n = 0; n < jpeg.size(); ++n) CHECK_FALSE(measure_image(jpeg.substr(0, n)));
}

TEST_CASE("a PNG is measured, and refused as soon as one byte is wrong") {
  std::string png = sample_logo();
  REQUIRE(png.size() > 100);
  const auto size = measure_image(png);
  REQUIRE(size);
  CHECK(size->width_px > 0);
  CHECK_FALSE(measure_image(png.substr(0, png.size() / 2)));
  png[60] = static_cast<char>(png[60] ^ 1);
  CHECK_FALSE(measure_image(png));
}

TEST_CASE("other files are no pictures") {
  CHECK_FALSE(measure_image(""));
  CHECK_FALSE(measure_image("<svg/>"));
  CHECK_FALSE(measure_image("GIF89a"));
}

}  // namespace lembar::job
