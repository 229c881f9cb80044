// The vocabulary: names, values, order, counts; each breach with its place and a remedy.
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;

namespace {

std::string in_sop(const std::string& inner) { return "<sop versi=\"1\">\n" + inner + "\n</sop>"; }
std::string in_step(const std::string& inner, const std::string& attributes = "") {
  return in_sop("<pelaksana><aktor id=\"u\">U</aktor></pelaksana><prosedur>\n<langkah id=\"a\"" + attributes + ">" + inner + "</langkah></prosedur>");
}
Diagnostic only(const std::string& xml) {
  auto all = read_text(xml).outcome.diagnostics;
  INFO(summary(all));
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("Unknown names bring the nearest known one") {
  const Diagnostic element = only(in_sop("<identita/>"));
  CHECK(element.code == "element-unknown");
  CHECK(element.where.line == 2);
  CHECK(element.where.column == 1);
  CHECK(element.where.width == 9);
  CHECK(element.remedies.at(0).en == "Did you mean <identitas>?");
  CHECK(element.remedies.at(0).id == "Maksudnya <identitas>?");
  const Diagnostic attribute = only("<sop versi=\"1\" kertass=\"A4\"/>");
  CHECK(attribute.code == "attribute-unknown");
  CHECK(attribute.where.column == 16);
  CHECK(attribute.remedies.at(0).en == "Did you mean kertas?");
  const Diagnostic value = only("<sop versi=\"1\" status=\"berlakuu\"/>");
  CHECK(value.code == "attribute-value");
  CHECK(value.where.column == 24);
  CHECK(value.where.width == 8);
  CHECK(value.remedies.at(1).id == "Nilai yang boleh: konsep, berlaku, dicabut, salinan.");
  CHECK(only("<sopp versi=\"1\"/>").code == "root-unknown");
}

TEST_CASE("Attributes: required, of a form, in a set") {
  CHECK(faults_of("<sop/>") == "1:1 attribute-missing");
  CHECK(faults_of("<sop versi=\"2\"/>") == "1:13 version-unknown");
  for (const char* paper : {"A4", "F4", "folio", "legal", "A3", "215x330mm", "215.9x330.2mm"})
    CHECK(faults_of("<sop versi=\"1\" kertas=\"" + std::string(paper) + "\"/>").empty());
  for (const char* paper : {"A5", "215x330", "0x330mm", "1x1mm", "99999x99999mm", "-1x5mm", "x", ""})
    CHECK(faults_of("<sop versi=\"1\" kertas=\"" + std::string(paper) + "\"/>") == "1:24 attribute-value");
  CHECK(faults_of(in_sop("<pelaksana><aktor id=\"a b\">A</aktor></pelaksana>")) == "2:23 id-invalid");
  CHECK(faults_of(in_step("<uraian gabung=\"0\"/>")) == "3:33 attribute-value");
  CHECK(faults_of(in_step("<uraian gabung=\"-1\"/>")) == "3:33 attribute-value");
  CHECK(faults_of(in_step("<uraian gabung=\"99999999999999999999\"/>")) == "3:33 attribute-value");
  CHECK(faults_of(in_step("<simbol bentuk=\"kotak\" pelaksana=\"u\"/>")) == "3:33 attribute-value");
  CHECK(faults_of(in_step("<simbol/>")) == "3:17 attribute-missing");
  CHECK(faults_of("<sop xmlns=\"x\" versi=\"1\"/>") == "1:6 attribute-unknown");
  CHECK(faults_of("<sop xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"sop.xsd\" versi=\"1\"/>").empty());
}

TEST_CASE("Order and number of a sheet's children") {
  CHECK(faults_of(in_sop("<identitas/>\n<kop/>")) == "3:1 element-order");
  CHECK(faults_of(in_sop("<kop/>\n<kop/>")) == "3:1 element-twice");
  CHECK(faults_of(in_sop("<kotak/><peringatan/><kotak/><dasar-hukum/><kotak/>")).empty());
  CHECK(faults_of(in_sop("<prosedur/><prosedur/><pengesah/><pengesah/><riwayat/>")).empty());
  CHECK(faults_of(in_sop("<pengesah/>\n<prosedur/>")) == "3:1 element-order");
  CHECK(faults_of(in_sop("<prosedur><catatan>x</catatan>\n<langkah id=\"a\"/></prosedur>")) == "3:1 element-order");
  CHECK(faults_of(in_sop("<kop>\nPemerintah</kop>")) == "3:1 text-misplaced");
  CHECK(faults_of(in_sop("<kotak><p><p/></p></kotak>")) == "2:11 element-unknown");
  CHECK(faults_of(in_sop("<kotak><br>x</br></kotak>")) == "2:12 text-misplaced");
}

TEST_CASE("The shorthand of a step and the symbol written out do not mix") {
  CHECK(faults_of(in_step("<alur ke=\"a\"/><simbol pelaksana=\"u\"/>")) == "3:1 shorthand-mixed");
  CHECK(faults_of(in_step("<alur ke=\"a\"/>")) == "3:1 attribute-missing");
  CHECK(faults_of(in_step("", " bentuk=\"mulai\"")) == "3:1 attribute-missing");
  const Diagnostic span = only(in_step("", " pelaksana=\"u\" sampai=\"u\""));
  CHECK(span.code == "attribute-unknown");
  CHECK(span.remedies.at(0).en.find("<simbol sampai") != std::string::npos);
  CHECK(faults_of(in_step("<simbol pelaksana=\"u\"/><simbol id=\"x\" pelaksana=\"u\"/>")) == "3:17 attribute-missing");
  CHECK(faults_of(in_step("<kolom id=\"r\"/><kolom id=\"r\"/>")) == "3:32 element-twice");
}

TEST_CASE("Dates") {
  const auto date = [](const std::string& text) { return faults_of(in_sop("<identitas><tanggal-revisi>" + text + "</tanggal-revisi></identitas>")); };
  for (const char* fine : {"", "-", "2023-07-28", "2024-02-29", "Agustus 2023", "${tanggal_naskah}", "2023-7-28", "28-07-2023"}) CHECK(date(fine).empty());
  for (const char* wrong : {"2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "0000-01-01", " 2023-02-30 "})
    CHECK(date(wrong).find("date-impossible") != std::string::npos);
  CHECK(date("2023-02-29") == "2:28 date-impossible");
  CHECK(faults_of(in_sop("<pengesah tanggal=\"2023-02-30\"/>")) == "2:20 date-impossible");
  CHECK(faults_of(in_sop("<identitas><tanggal-revisi iso=\"besok\">x</tanggal-revisi></identitas>")) == "2:33 attribute-value");
}

TEST_CASE("Compilations include files, which may be missing, broken or circular") {
  const std::string book = "<himpunan versi=\"1\">\n<sertakan berkas=\"b/satu.xml\"/></himpunan>";
  const auto missing = read_text(book).outcome.diagnostics;
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].code == "include-missing");
  CHECK(missing[0].fault == Fault::surroundings);
  CHECK(missing[0].where.line == 2);
  CHECK(missing[0].where.column == 19);
  CHECK(faults_of(book, {{"b/satu.xml", "<sop versi=\"1\"/>"}}).empty());
  const auto broken = read_text(book, {{"b/satu.xml", "<sop versi=\"1\">"}}).outcome.diagnostics;
  REQUIRE(broken.size() == 1);
  CHECK(broken[0].where.file == "b/satu.xml");
  CHECK(broken[0].fault == Fault::input);
  CHECK(faults_of(book, {{"b/satu.xml", "<himpunan versi=\"1\"><sertakan berkas=\"../a.xml\"/></himpunan>"}}).find("include-cycle") != std::string::npos);
  CHECK(faults_of("<himpunan versi=\"1\"/>") == "1:1 compilation-empty");
  Disk chain;
  for (int i = 0; i < 20; ++i) chain["f" + std::to_string(i)] = "<himpunan versi=\"1\"><sertakan berkas=\"f" + std::to_string(i + 1) + "\"/></himpunan>";
  CHECK(faults_of("<himpunan versi=\"1\"><sertakan berkas=\"f0\"/></himpunan>", chain).find("include-depth") != std::string::npos);
  // The same large file time and again would fill the memory.
  const std::string large = "<sop versi=\"1\"/>" + std::string(std::size_t{20} << 20, ' ');
  std::string often;
  for (int i = 0; i < 5; ++i) often += "<sertakan berkas=\"large\"/>";
  CHECK(faults_of("<himpunan versi=\"1\">" + often + "</himpunan>", {{"large", large}}) == "1:117 include-depth; 1:143 include-depth");
}
