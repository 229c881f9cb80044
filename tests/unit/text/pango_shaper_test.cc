#include "text/pango_shaper.h"

#include <thread>

#include "support/catch.h"

using namespace lembar;
using namespace lembar::text;

namespace {

const FontBook& book() {
  static const Outcome<FontBook> opened = open_font_book(LEMBAR_ROOT "/fonts", {});
  REQUIRE(opened);
  return *opened.value;
}

FontSpec arial(double size, bool bold = false) { return {"Arial", pt(size), bold}; }

std::string face_name(const GlyphRun& run) { return book().faces()[run.face].postscript_name; }

}  // namespace

TEST_CASE("Widths are those of the font file, unrounded and in proportion") {
  PangoShaper shaper(book());
  // Liberation Sans: i is 455 of 2048 units wide, H 1479; at 2048 pt a unit is a point.
  CHECK(shaper.line({{"i", arial(2048)}}).width == pt(455));
  CHECK(shaper.line({{"iH", arial(2048)}}).width == pt(455 + 1479));
  // 8.5 pt: 455 * 8.5 / 2048 = 1.888427734… pt = 1933.75 units
  CHECK(shaper.line({{"i", arial(8.5)}}).width == Length::from_units(1934));
  const Length small = shaper.line({{"Standar Operasional Prosedur", arial(8.5)}}).width;
  const Length big = shaper.line({{"Standar Operasional Prosedur", arial(85)}}).width;
  CHECK(std::abs((small * 10 - big).units()) <= 10 * 28);  // half a unit for each letter, ten times
}

TEST_CASE("Letters are kerned, never tied") {
  PangoShaper shaper(book());
  CHECK(shaper.line({{"AV", arial(100)}}).width < shaper.line({{"A", arial(100)}}).width + shaper.line({{"V", arial(100)}}).width);
  for (const char* family : {"Arial", "DejaVu Sans", "Bookman Old Style"})
    CHECK(shaper.line({{"fifl", {family, pt(9)}}}).runs.at(0).glyphs.size() == 4);
}

TEST_CASE("Lines of all fonts are 1.17 em high") {
  PangoShaper shaper(book());
  const FontMetrics m = shaper.metrics(arial(10));
  CHECK(m.ascent == pt(9.3));
  CHECK(m.descent == Length::from_units(2457));
}

TEST_CASE("What the face lacks comes from the fallback, what all lack is told") {
  PangoShaper shaper(book());
  const ShapedLine line = shaper.line({{"tanda \u2611 dan \u25C7", arial(9)}});
  REQUIRE(line.runs.size() == 4);
  CHECK(face_name(line.runs[0]) == "LiberationSans");
  CHECK(face_name(line.runs[1]) == "DejaVuSans");
  CHECK(line.runs[2].text == " dan ");
  CHECK(shaper.missing_characters({{"tanda \u2611 dan \u25C7 \u2013 \u201C\u00E9\u201D \u2022 \u2264 \u00A7", arial(9)}}).empty());
  // Javanese letters, a face, a letter of private use
  CHECK(shaper.missing_characters({{"a \uA98F\uA9A0 \uA98F \U000F0000", arial(9)}}) == std::vector<std::string>{"\uA98F", "\uA9A0", "\U000F0000"});
}

TEST_CASE("Clusters lead back to the characters") {
  PangoShaper shaper(book());
  const ShapedLine line = shaper.line({{"e\u0301 dan n\u0303 x", arial(9)}});
  REQUIRE(line.runs.size() == 1);
  const GlyphRun& run = line.runs[0];
  CHECK(run.text == "e\u0301 dan n\u0303 x");
  CHECK(run.glyphs.back().cluster == run.text.size() - 1);
  std::uint32_t last = 0;
  Length sum;
  for (const Glyph& g : run.glyphs) {
    CHECK(g.cluster >= last);
    last = g.cluster;
    sum += g.advance;
  }
  CHECK(sum == line.width);
}

TEST_CASE("Real words wrap inside their width") {
  PangoShaper shaper(book());
  const std::vector<StyledRun> runs = {{"Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur "
                                        "di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota; kec.tebingtinggi1@gmail.com",
                                        arial(8.5)}};
  for (int width = 6; width < 300; width += 7)
    for (const Hyphenation h : {Hyphenation::none, Hyphenation::if_needed})
      for (const ShapedLine& line : shaper.wrap(runs, pt(width), h)) CHECK((line.width <= pt(width) || line.text.size() == 1));
  const std::vector<StyledRun> head = {{"Kasubbag Perencanaan dan Keuangan", arial(8.5, true)}};
  CHECK(shaper.least_width(head, Hyphenation::if_needed) * 2 < shaper.least_width(head, Hyphenation::none));
}

TEST_CASE("Threads that share a book measure alike") {
  const std::vector<StyledRun> runs = {{"Mengarsipkan dokumen \u25C7 kinerja", arial(9)}, {" tebal", arial(9, true)}};
  std::vector<std::vector<Length>> widths(4);
  std::vector<std::thread> threads;
  for (auto& mine : widths)
    threads.emplace_back([&runs, &mine] {
      PangoShaper shaper(book());
      for (const ShapedLine& line : shaper.wrap(runs, mm(25), Hyphenation::if_needed)) mine.push_back(line.width);
    });
  for (std::thread& t : threads) t.join();
  for (const auto& mine : widths) CHECK(mine == widths[0]);
}
