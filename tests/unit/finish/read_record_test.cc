#include "finish/read_record.h"

#include <array>

#include "finish/finish_pdf.h"
#include "support/catch.h"

namespace lembar::test {

namespace {

// The least that is a PDF: one empty page. Offsets are left to the reader's repair.
const std::string kBarePdf =
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n";

finish::FinishInput input() {
  finish::FinishInput in;
  in.title = "Surat Masuk";
  in.date = "2023-07-28";
  in.producer = "Lembar 9";
  in.sheets = {{"Surat Masuk", "000.8/1", "Kecamatan", "2", "berlaku", "Ir. Sri \xE2\x9C\x93", "2023-01-02", "2023-02-01", ""}};
  in.origin = {"9.8.7", {{"qpdf", "11"}}, {{"paper", "F4"}}, {{"Sans.ttf", "abc"}}};
  in.files = {{"sop.xml", RecordRole::source, "sop.xml", std::string("<a>\0\xFF", 5), "text/xml", "Source", "Sumber"},
              {"a.png", RecordRole::picture, "../gambar/a.png", "png", "image/png", "Supplement", "Gambar"}};
  in.signature_fields = {{"TTD", "Camat", -1, 1, {pt(10), pt(10), pt(60), pt(40)}}};
  return in;
}

Record record_of(const std::string& pdf) {
  const auto read = finish::read_record("x.pdf", pdf);
  REQUIRE(read);
  return *read.value;
}

std::string finished() {
  const auto made = finish::finish_pdf(kBarePdf, input());
  REQUIRE(made);
  return *made.value;
}

// What a signing program appends: a new revision in which the field has a value.
std::string signed_pdf(const std::string& range) {
  return "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>\nendobj\n"
         "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
         "4 0 obj\n<</T(Atas)/Kids[5 0 R 4 0 R]>>\nendobj\n5 0 obj\n<</T(TTD)/FT/Sig/V 6 0 R/Parent 4 0 R>>\nendobj\n"
         "6 0 obj\n<</Type/Sig/Name(Sri)/M(D:20250401)/Contents<00>/ByteRange " + range + ">>\nendobj\n"
         "trailer\n<</Root 1 0 R/Size 7>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("a finished PDF tells what it is and was made from") {
  const Record record = record_of(finished());
  CHECK(record.ours);
  CHECK(record.pages == 1);
  CHECK(record.origin.version == "9.8.7");
  CHECK(record.origin.libraries == input().origin.libraries);
  CHECK(record.origin.options == input().origin.options);
  CHECK(record.origin.fonts == input().origin.fonts);
  REQUIRE(record.sheets.size() == 1);
  CHECK(record.sheets[0].title == "Surat Masuk");
  CHECK(record.sheets[0].number == "000.8/1");
  CHECK(record.sheets[0].status == "berlaku");
  CHECK(record.sheets[0].signer == "Ir. Sri \xE2\x9C\x93");
  CHECK(record.sheets[0].revised.empty());
}

TEST_CASE("attached files come back byte for byte, the source first") {
  const Record record = record_of(finished());
  REQUIRE(record.files.size() == 2);
  const auto wanted = input().files;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    INFO(wanted[i].name);
    CHECK(record.files[i].name == wanted[i].name);
    CHECK(record.files[i].role == wanted[i].role);
    CHECK(record.files[i].path == wanted[i].path);
    CHECK(record.files[i].bytes == wanted[i].bytes);
    CHECK(record.files[i].media_type == wanted[i].media_type);
    CHECK(record.files[i].relationship == wanted[i].relationship);
    CHECK(record.files[i].description == wanted[i].description);
  }
}

TEST_CASE("an empty signature field is no signature") {
  const Record record = record_of(finished());
  REQUIRE(record.signatures.size() == 1);
  CHECK(record.signatures[0].field == "TTD");
  CHECK_FALSE(record.is_signed());
}

TEST_CASE("a signature says who signed and how far it covers") {
  const Record record = record_of(signed_pdf("[0 50 60 100]"));
  CHECK_FALSE(record.ours);
  REQUIRE(record.signatures.size() == 1);
  CHECK(record.is_signed());
  CHECK(record.signatures[0].field == "Atas.TTD");
  CHECK(record.signatures[0].signer == "Sri");
  CHECK(record.signatures[0].time == "D:20250401");
  CHECK(record.signatures[0].covered == 160);
}

TEST_CASE("a signature over nothing sensible covers nothing") {
  for (const char* range : {"[0 50 60]", "[1 50 60 10]", "[0 50 60 99999999]", "[0 50 40 10]", "[0 -5 60 10]",
                            "[0 50 9223372036854775807 9223372036854775807]", "(none)"}) {
    INFO(range);
    const Record record = record_of(signed_pdf(range));
    REQUIRE(record.is_signed());
    CHECK(record.signatures[0].covered == 0);
  }
}

TEST_CASE("another program's PDF is not ours") {
  const Record record = record_of(kBarePdf);
  CHECK_FALSE(record.ours);
  CHECK(record.pages == 1);
  CHECK(record.files.empty());
}

TEST_CASE("bytes that are no PDF are named so") {
  for (const std::string& bytes : {std::string(), std::string("<sop/>"), std::string("%PD")}) {
    const auto read = finish::read_record("x.pdf", bytes);
    CHECK_FALSE(read);
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].code == "pdf-not");
  }
}

TEST_CASE("a PDF of many streams without an end takes no time that grows with their square") {
  std::string many = "%PDF-1.7\n";
  for (int i = 0; i < 100'000; ++i) many += "obj/ObjStm stream\n";
  CHECK_FALSE(finish::read_record("x.pdf", many).value);
  CHECK_FALSE(finish::read_record("x.pdf", many + "endstream").value);
}

TEST_CASE("a cut or bent PDF ends in a record or a fault, never worse") {
  const std::string whole = finished();
  for (std::size_t length = 8; length < whole.size(); length += whole.size() / 97 + 1) {
    const auto read = finish::read_record("x.pdf", whole.substr(0, length));
    CHECK(read.value.has_value() == read.diagnostics.empty());
  }
  std::uint32_t seed = 1;
  for (int round = 0; round < 200; ++round) {
    std::string bent = whole;
    for (int i = 0; i < 5; ++i) {
      seed = seed * 1664525 + 1013904223;
      bent[8 + (seed >> 8) % (bent.size() - 8)] = static_cast<char>(seed >> 24);
    }
    const auto read = finish::read_record("x.pdf", bent);
    CHECK(read.value.has_value() == read.diagnostics.empty());
  }
}

}  // namespace lembar::test
