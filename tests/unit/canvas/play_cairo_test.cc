#include "canvas/cairo/play_cairo.h"

#include <algorithm>

#include "support/drawn_sheet.h"
#include "support/run_program.h"

namespace lembar::test {

namespace {

struct Drawn : DrawnSheet {
  std::vector<std::string> as(canvas::CairoFormat format) const {
    const auto files = canvas::play_with_cairo(scene, faces, {format, 72});
    REQUIRE(files);
    return *files.value;
  }
};

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a PDF has all pages, sound objects and embedded fonts") {
  const std::string pdf = Drawn().as(canvas::CairoFormat::pdf).front();
  CHECK(run_on("qpdf --check {}", pdf).status == 0);
  CHECK(has(run_on("pdfinfo {}", pdf).output, "Pages:           2"));
  const std::string fonts = run_on("pdffonts {}", pdf).output;
  CHECK(has(fonts, "LiberationSans"));
  CHECK_FALSE(has(fonts, " no  no "));
}

TEST_CASE("text extracts with spaces where lines wrap, in reading order") {
  const std::string pdf = Drawn().as(canvas::CairoFormat::pdf).front();
  const std::string structure = run_on("pdfinfo -struct-text {}", pdf).output;
  CHECK(has(one_line(structure), "Menerima surat masuk lalu mencatatnya dalam buku agenda"));
  CHECK(structure.find("Menerima") < structure.find("Memeriksa"));
  CHECK(has(one_line(run_on("pdftotext -raw {} -", pdf).output), "Memeriksa kelengkapan surat"));
}

TEST_CASE("every piece of content is marked, and decoration is not") {
  const Drawn drawn;
  const std::string pdf = drawn.as(canvas::CairoFormat::pdf).front();
  CHECK(Drawn::marks_in(run_on("qpdf --qdf --object-streams=disable {} -", pdf).output) == drawn.pieces());
}

TEST_CASE("two runs give the same bytes in every format") {
  const Drawn once, again;
  for (const auto format : {canvas::CairoFormat::pdf, canvas::CairoFormat::svg, canvas::CairoFormat::png}) {
    CHECK(once.as(format) == again.as(format));
  }
}

TEST_CASE("svg and png have one file for each page") {
  const Drawn drawn;
  const auto svg = drawn.as(canvas::CairoFormat::svg), png = drawn.as(canvas::CairoFormat::png);
  REQUIRE(svg.size() == 2);
  REQUIRE(png.size() == 2);
  CHECK(svg[0].compare(0, 5, "<?xml") == 0);
  CHECK(run_on("xmllint --noout {}", svg[0]).status == 0);
  CHECK(png[0].compare(1, 3, "PNG") == 0);
  CHECK(static_cast<unsigned char>(png[0][18]) * 256 + static_cast<unsigned char>(png[0][19]) == 400);  // points at 72 dpi
}

TEST_CASE("a font file that is not there is the surroundings' fault") {
  Drawn drawn;
  for (canvas::FaceFile& face : drawn.faces) face.path = "/nowhere/font.ttf";
  const auto files = canvas::play_with_cairo(drawn.scene, drawn.faces, {});
  CHECK_FALSE(files);
  REQUIRE(files.diagnostics.size() == 1);
  CHECK(files.diagnostics[0].fault == Fault::surroundings);
  CHECK(files.diagnostics[0].code == "system-font");
}

TEST_CASE("a broken picture is told, not drawn") {
  Drawn drawn;
  drawn.scene.images.push_back({"logo.png", "no picture", scene::Image::Format::png, 10, 10});
  drawn.scene.pages[0].items.push_back(scene::DrawImage{0, {pt(10), pt(10), pt(20), pt(20)}});
  const auto files = canvas::play_with_cairo(drawn.scene, drawn.faces, {});
  CHECK_FALSE(files);
  REQUIRE(files.diagnostics.size() == 1);
  CHECK(files.diagnostics[0].code == "image-broken");
}

}  // namespace lembar::test
