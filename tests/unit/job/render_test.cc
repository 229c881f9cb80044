#include "lembar/render.h"

#include "lembar/record.h"

#include "support/catch.h"

namespace lembar {

namespace {

const Source kGood{"surat.xml", R"(<sop versi="1">
  <identitas><nomor>1</nomor><nama-sop>Surat</nama-sop></identitas>
  <pelaksana><aktor id="a">Umum</aktor></pelaksana>
  <prosedur><langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima</uraian></langkah>
  <langkah id="y" pelaksana="a" bentuk="selesai"><uraian>Menyimpan</uraian></langkah></prosedur>
</sop>)"};

}  // namespace

TEST_CASE("a good source gives one PDF") {
  const RenderResult result = render(kGood, {});
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].compare(0, 5, "%PDF-") == 0);
  CHECK(exit_status(result.diagnostics) == 0);
}

TEST_CASE("the same source gives the same bytes within one process") {
  for (const FileFormat format : {FileFormat::pdf, FileFormat::svg, FileFormat::png}) {
    RenderOptions options;
    options.format = format;
    CHECK(render(kGood, options).files == render(kGood, options).files);
  }
}

TEST_CASE("a record knows the days of its sheet, however they are printed") {
  const Source source{"surat.xml", R"(<sop versi="1">
    <identitas><nomor>1</nomor><tanggal-pembuatan>2023-07-28</tanggal-pembuatan><tanggal-revisi>-</tanggal-revisi>
      <tanggal-efektif iso="2023-08-01">${tanggal}</tanggal-efektif><nama-sop>Surat</nama-sop></identitas>
    <pelaksana><aktor id="a">Umum</aktor></pelaksana>
    <prosedur><langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima</uraian></langkah></prosedur></sop>)"};
  const RenderResult result = render(source, {});
  REQUIRE(result.files.size() == 1);
  const auto record = read_record("surat.pdf", result.files[0]).record;
  REQUIRE(record);
  REQUIRE(record->sheets.size() == 1);
  CHECK(record->sheets[0].created == "2023-07-28");
  CHECK(record->sheets[0].revised == "-");
  CHECK(record->sheets[0].effective == "2023-08-01");
  CHECK(result.files[0].find("<xmp:CreateDate>2023-08-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("errors leave no file") {
  const RenderResult result = render({"x.xml", "<sop versi=\"1\"><tak-ada/></sop>"}, {});
  CHECK(result.files.empty());
  CHECK(exit_status(result.diagnostics) == 1);
}

TEST_CASE("the worst fault gives the status") {
  Diagnostic input, surroundings, warning;
  surroundings.fault = Fault::surroundings;
  warning.severity = Severity::warning;
  CHECK(exit_status({}) == 0);
  CHECK(exit_status({warning}) == 0);
  CHECK(exit_status({input}) == 1);
  CHECK(exit_status({surroundings, input}) == 3);
}

TEST_CASE("diagnostics print as JSON") {
  Diagnostic d;
  d.code = "x";
  d.message = {"a", "b"};
  CHECK(diagnostics_json({}) == "[]\n");
  CHECK(diagnostics_json({d}).find(R"("severity":"error","code":"x","message":{"id":"a","en":"b"})") != std::string::npos);
}

}  // namespace lembar
