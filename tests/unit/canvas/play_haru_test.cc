#include "canvas/haru/play_haru.h"

#include <algorithm>

#include "support/drawn_sheet.h"
#include "support/run_program.h"

namespace lembar::test {

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string pdf_of(const DrawnSheet& sheet) {
  const auto pdf = canvas::play_with_haru(sheet.scene, sheet.faces);
  REQUIRE(pdf);
  return *pdf.value;
}

Diagnostic fault_of(const DrawnSheet& sheet) {
  const auto pdf = canvas::play_with_haru(sheet.scene, sheet.faces);
  CHECK_FALSE(pdf);
  REQUIRE(pdf.diagnostics.size() == 1);
  return pdf.diagnostics[0];
}

void add_picture(DrawnSheet& sheet, const std::string& bytes, scene::Image::Format format) {
  sheet.scene.images.push_back({"logo", bytes, format, 10, 10});
  sheet.scene.pages[0].items.push_back(scene::DrawImage{0, {pt(10), pt(10), pt(20), pt(20)}});
}

// The head of a PNG that is right, and pixels that are not packed at all.
const std::string kRottenPng("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x04IDATxxxx\0\0\0\0", 49);

}  // namespace

TEST_CASE("libharu's PDF is sound, with all pages, words and marks") {
  const std::string pdf = pdf_of({});
  CHECK(run_on("qpdf --check {}", pdf).status == 0);
  CHECK(has(run_on("pdfinfo {}", pdf).output, "Pages:           2"));
  CHECK(has(run_on("pdftotext -raw {} - 2>&1", pdf).output, "Memeriksa"));
  CHECK(DrawnSheet::marks_in(run_on("qpdf --qdf {} -", pdf).output) == DrawnSheet().pieces());
}

TEST_CASE("libharu gives the same bytes twice") { CHECK(pdf_of({}) == pdf_of({})); }

TEST_CASE("a font that libharu cannot embed is drawn, and its words are found") {
  DrawnSheet sheet;
  const auto bonum = std::find_if(sheet.faces.begin(), sheet.faces.end(),
                                  [](const canvas::FaceFile& face) { return has(face.path, "texgyrebonum-regular"); });
  REQUIRE(bonum != sheet.faces.end());
  const int face = static_cast<int>(bonum - sheet.faces.begin());
  // Glyphs of the one font are not those of the other: the picture is nonsense, the words are not.
  for (scene::Page& page : sheet.scene.pages)
    for (scene::Item& item : page.items)
      if (auto* text = std::get_if<scene::DrawText>(&item))
        for (text::GlyphRun& run : text->line.runs) run.face = face;
  const std::string pdf = pdf_of(sheet);
  CHECK(run_on("qpdf --check {}", pdf).status == 0);
  CHECK(has(run_on("pdftotext -raw {} - 2>/dev/null | tr '\\n' ' '", pdf).output, "Memeriksa kelengkapan surat"));
  CHECK_FALSE(has(run_on("pdffonts {}", pdf).output, "TeXGyre"));
}

TEST_CASE("libharu meets a font file that is not there") {
  DrawnSheet sheet;
  for (canvas::FaceFile& face : sheet.faces) face.path = "/nowhere/font.ttf";
  const Diagnostic fault = fault_of(sheet);
  CHECK(fault.fault == Fault::surroundings);
  CHECK(fault.code == "system-font");
}

TEST_CASE("libharu meets broken pictures") {
  for (const std::string& bytes : {std::string("no picture"), std::string(), kRottenPng}) {
    DrawnSheet sheet;
    add_picture(sheet, bytes, scene::Image::Format::png);
    CHECK(fault_of(sheet).code == "image-broken");
  }
  for (const std::string& bytes : {std::string("no picture"), std::string("\xFF\xD8"), std::string("\xFF\xD8\xFF\xE0\xFF\xFF", 6)}) {
    DrawnSheet sheet;
    add_picture(sheet, bytes, scene::Image::Format::jpeg);
    CHECK(fault_of(sheet).code == "image-broken");
  }
}

TEST_CASE("what libharu refuses is told, not drawn") {
  DrawnSheet sheet;
  sheet.scene.pages[1].size = {pt(1), pt(1)};  // below its least page
  const Diagnostic fault = fault_of(sheet);
  CHECK(fault.fault == Fault::surroundings);
  CHECK(fault.code == "system-haru");
}

}  // namespace lembar::test
