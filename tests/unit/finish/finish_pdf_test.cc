#include "finish/finish_pdf.h"

#include "base/assert.h"
#include "canvas/cairo/play_cairo.h"
#include "finish/color_profile.h"
#include "job/tag_elements.h"
#include "paint/paint_sheet.h"
#include "support/catch.h"
#include "support/hand_made_sheet.h"
#include "support/run_program.h"
#include "text/font_book.h"
#include "text/pango_shaper.h"

namespace lembar::test {

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const scene::Scene& drawn_scene() {
  static const scene::Scene scene = [] {
    const auto book = text::open_font_book(LEMBAR_ROOT "/fonts", {});
    REQUIRE(book);
    text::PangoShaper shaper(*book.value);
    return paint::paint_sheet(hand_made_sheet(shaper));
  }();
  return scene;
}

std::string raw_pdf() {
  const auto book = text::open_font_book(LEMBAR_ROOT "/fonts", {});
  std::vector<canvas::FaceFile> faces;
  for (const text::Face& face : book.value->faces()) faces.push_back({face.path, face.index});
  return canvas::play_with_cairo(drawn_scene(), faces, {}).value->front();
}

finish::FinishInput input() {
  finish::FinishInput in;
  in.title = "Surat Masuk & Keluar";
  in.author = "Kecamatan";
  in.date = "2023-07-28";
  in.producer = "Lembar";
  in.files = {{"sop.xml", RecordRole::source, "sop.xml", "<sop versi=\"1\"/>", "text/xml", "Source", "Sumber"}};
  in.sheets = {{"Surat Masuk", "1 < 2", "Kecamatan", "0", "berlaku", "Camat", "2023-07-28", "", ""}};
  job::add_tags(drawn_scene(), in);
  in.signature_fields = {{"TTD", "Tanda tangan Camat", -1, 1, {pt(300), pt(200), pt(60), pt(40)}}};
  return in;
}

std::string finished() {
  const auto pdf = finish::finish_pdf(raw_pdf(), input());
  REQUIRE(pdf);
  return *pdf.value;
}

}  // namespace

TEST_CASE("a finished PDF is sound and says what it is") {
  const std::string pdf = finished();
  CHECK(run_on("qpdf --check {}", pdf).status == 0);
  const std::string info = run_on("TZ=UTC pdfinfo -isodates {}", pdf).output;
  CHECK(has(info, "Title:           Surat Masuk & Keluar"));
  CHECK(has(info, "CreationDate:    2023-07-28"));
  CHECK(has(info, "Tagged:          yes"));
  CHECK(has(run_on("pdfinfo -meta {}", pdf).output, "Surat Masuk &amp; Keluar"));
}

TEST_CASE("what archives ask for is in the catalog") {
  const std::string text = run_on("qpdf --qdf --object-streams=disable {} -", finished()).output;
  for (const char* key : {"/OutputIntents", "/DisplayDocTitle true", "/Lang (id-ID)", "/AFRelationship /Source", "/AF ",
                          "/SigFlags 3", "/Tabs /S"}) {
    INFO(key);
    CHECK(has(text, key));
  }
  CHECK_FALSE(has(text, "/Interpolate"));
}

TEST_CASE("the source comes out of the PDF as it went in") {
  const Ran listed = run_on("qpdf --show-attachment=sop.xml {}", finished());
  CHECK(listed.status == 0);
  CHECK(listed.output == "<sop versi=\"1\"/>");
}

TEST_CASE("an empty signature field stands ready") {
  CHECK(has(run_on("pdfsig {}", finished()).output, "not signed"));
}

TEST_CASE("pictures have words, heads have a scope") {
  const std::string pdf = finished();
  const std::string tree = run_on("pdfinfo -struct {}", pdf).output;
  for (const char* tag : {"H1", "Table", "TR", "TH", "TD", "Figure", "Link", "Form"}) {
    INFO(tag);
    CHECK(has(tree, tag));
  }
  CHECK(has(run_on("qpdf --qdf --object-streams=disable {} -", pdf).output, "/Alt (berlanjut ke halaman 2)"));
  CHECK(has(run_on("pdfinfo -struct {}", pdf).output, "Scope"));
}

TEST_CASE("a table that goes on over a page is one table, read in order") {
  const std::string words = run_on("pdfinfo -struct-text {}", finished()).output;
  CHECK(words.find("Table") == words.rfind("Table"));
  CHECK(words.find("Menerima") < words.find("Memeriksa"));
  CHECK(words.find("Memeriksa") < words.find("Menyimpan"));
  CHECK_FALSE(has(words, "KONSEP"));  // a stamp is no word of the document
}

TEST_CASE("XMP says what the sheet is, and explains the words that it says it with") {
  const std::string xmp = run_on("pdfinfo -meta {}", finished()).output;
  CHECK(has(xmp, "<lembar:nomor><rdf:Seq><rdf:li>1 &lt; 2</rdf:li></rdf:Seq></lembar:nomor>"));
  CHECK(has(xmp, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"));
  CHECK(has(xmp, "<pdfaProperty:name>penandatangan</pdfaProperty:name>"));
  CHECK(run_on("pdfinfo -meta {} | xmllint --noout -", finished()).status == 0);
}

TEST_CASE("more tags than the canvas marked are our fault") {
  finish::FinishInput more = input();
  finish::TagElement tag;
  tag.tag = "P";
  tag.page = 1;
  more.tags.push_back(tag);
  CHECK_THROWS_AS(finish::finish_pdf(raw_pdf(), more), InternalFault);
}

TEST_CASE("finishing twice gives the same bytes") { CHECK(finished() == finished()); }

TEST_CASE("bytes that are no PDF are a fault, not an exception") {
  const auto pdf = finish::finish_pdf("no pdf at all", input());
  CHECK_FALSE(pdf);
  REQUIRE(pdf.diagnostics.size() == 1);
  CHECK(pdf.diagnostics[0].code == "system-qpdf");
}

TEST_CASE("the colour profile says its own size") {
  const std::string profile = finish::srgb_profile();
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(profile[i])); };
  CHECK((byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3)) == profile.size());
  CHECK(profile.substr(36, 4) == "acsp");
  CHECK(profile.size() % 4 == 0);
}

}  // namespace lembar::test
