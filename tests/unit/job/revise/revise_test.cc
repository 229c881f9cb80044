// Numbers of revisions, the marks of a sheet, and what a revision leaves alone.
#include "lembar/revise.h"

#include "job/revise/revision_marks.h"
#include "lembar/compare.h"
#include "model/printed_revision.h"
#include "support/catch.h"

using namespace lembar;

namespace {

const std::string kSheet = R"(<?xml version='1.0'?>
<!-- head -->
<sop versi='1'   status="berlaku">
	<identitas>
		<nomor>1</nomor>  <!-- the register's -->
		<isian label="No. Revisi"><!-- two digits -->00</isian>
		<tanggal-revisi iso="2023-01-01">-</tanggal-revisi>
		<nama-sop>Surat</nama-sop>
	</identitas>
	<pelaksana><aktor id="a">Umum</aktor></pelaksana>
	<prosedur><langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima</uraian></langkah></prosedur>
</sop>
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

RevisionResult revised(const std::string& xml, RevisionEntry entry = {"", "2025-06-02", "Umum", "Alasan"},
                       std::optional<Source> last = std::nullopt, bool keep = false) {
  return revise({"a.xml", xml}, entry, last, keep);
}

std::string code_of(const RevisionResult& result) { return result.diagnostics.empty() ? "" : result.diagnostics.back().code; }

}  // namespace

TEST_CASE("The next number keeps the form of the last") {
  using job::next_number;
  CHECK(next_number("00") == "01");
  CHECK(next_number("09") == "10");
  CHECK(next_number("99") == "100");
  CHECK(next_number("0") == "1");
  CHECK(next_number("-") == "01");
  CHECK(next_number("") == "01");
  CHECK(next_number("Rev. 09") == "Rev. 10");
  CHECK(!next_number("A"));
  CHECK(!next_number("12345678901234567890"));
}

TEST_CASE("Each place writes the number in its own form") {
  CHECK(job::in_form_of("01", "2") == "02");
  CHECK(job::in_form_of("1", "02") == "2");
  CHECK(job::in_form_of("Rev. 1", "02") == "Rev. 2");
  CHECK(job::in_form_of("-", "01") == "01");
  CHECK(job::in_form_of("9", "10") == "10");
  CHECK(job::in_form_of("1", "00") == "0");
  const std::string both = replaced(kSheet, "</sop>", "  <riwayat><revisi nomor=\"0\" tanggal=\"2023-01-01\"/></riwayat>\n</sop>");
  const RevisionResult result = revised(both);
  CHECK(result.bytes.find("-->01</isian>") != std::string::npos);
  CHECK(result.bytes.find("<revisi nomor=\"1\" tanggal=\"2025-06-02\"") != std::string::npos);
}

TEST_CASE("A label means the revision's number, or its date") {
  CHECK(model::is_revision_label("No. Revisi"));
  CHECK(model::is_revision_label("REVISI KE"));
  CHECK(!model::is_revision_label("Tanggal Revisi"));
  CHECK(!model::is_revision_label("Halaman"));
}

TEST_CASE("Names of kept sources") {
  CHECK(kept_name("d/sop.xml", "00") == "d/sop.rev-00.xml");
  CHECK(kept_number("d/sop.xml", "sop.rev-02.xml") == "02");
  CHECK(kept_number("d/sop.xml", "sop2.rev-02.xml").empty());
  CHECK(kept_number("d/sop.xml", "sop.xml").empty());
  CHECK(is_kept_name("d/sop.rev-00.xml"));
  CHECK(!is_kept_name("d/sop.xml"));
  CHECK(is_older_revision("9", "10"));
  CHECK(!is_older_revision("10", "9"));
  CHECK(job::number_for_name("Rev. 2/a") == "Rev.-2-a");
  CHECK(job::number_for_name("../x") == "..-x");
  CHECK(job::number_for_name("-") == "00");
}

TEST_CASE("A revision changes its marks and no other byte") {
  const RevisionResult result = revised(kSheet);
  REQUIRE(exit_status(result.diagnostics) == 0);
  std::string wanted = replaced(kSheet, "-->00", "-->01");
  wanted = replaced(wanted, " iso=\"2023-01-01\">-", ">2025-06-02");
  wanted = replaced(wanted, "</prosedur>\n", "</prosedur>\n\t<riwayat>\n\t  <revisi nomor=\"01\" tanggal=\"2025-06-02\" oleh=\"Umum\">Alasan</revisi>\n\t</riwayat>\n");
  CHECK(result.bytes == wanted);
  CHECK(result.number == "01");
  CHECK(result.kept == kSheet);
  CHECK(result.kept_number == "00");
}

TEST_CASE("A second revision adds to the history; the number is one more than what the sheet says") {
  const RevisionResult first = revised(kSheet);
  const RevisionResult second = revised(first.bytes, {"", "2026-01-05", "", "a < b & \"c\""});
  REQUIRE(exit_status(second.diagnostics) == 0);
  CHECK(second.number == "02");
  CHECK(second.bytes.find("Alasan</revisi>\n\t  <revisi nomor=\"02\" tanggal=\"2026-01-05\">a &lt; b &amp; \"c\"</revisi>\n") != std::string::npos);
}

TEST_CASE("A sheet without any mark gets a date and a history") {
  const std::string bare = replaced(replaced(kSheet, "\t\t<isian label=\"No. Revisi\"><!-- two digits -->00</isian>\n", ""),
                                    "\t\t<tanggal-revisi iso=\"2023-01-01\">-</tanggal-revisi>\n", "");
  const RevisionResult result = revised(bare);
  REQUIRE(exit_status(result.diagnostics) == 0);
  CHECK(result.number == "01");
  CHECK(result.bytes.find("<nomor>1</nomor>\n\t\t<tanggal-revisi>2025-06-02</tanggal-revisi>  <!-- the register's -->") != std::string::npos);
}

TEST_CASE("Nothing changed since the last revision: refused, whatever its marks say") {
  const RevisionResult first = revised(kSheet);
  CHECK(code_of(revised(first.bytes, {"", "2025-07-01"}, Source{"a.rev-00.xml", kSheet})) == "revision-unchanged");
  CHECK(revised(first.bytes, {"", "2025-07-01"}, Source{"a.rev-00.xml", kSheet}).bytes.empty());
  CHECK(code_of(revised(replaced(kSheet, "<nomor>", "<!-- more --><nomor>"), {"", "2025-07-01"}, Source{"b.xml", kSheet})) == "revision-unchanged");
  const RevisionResult second = revised(replaced(first.bytes, "Menerima", "Menerima surat"), {"", "2025-07-01"}, Source{"a.rev-00.xml", kSheet});
  CHECK(exit_status(second.diagnostics) == 0);
  CHECK(second.bytes.find(">Perubahan: prosedur (1)</revisi>") != std::string::npos);
  CHECK(second.kept_number == "01");
}

TEST_CASE("Kept is what was archived, where that is given") {
  const std::string edited = replaced(kSheet, "Menerima", "Menerima surat");
  const RevisionResult result = revised(edited, {"", "2025-07-01"}, Source{"arsip.xml", kSheet}, true);
  REQUIRE(exit_status(result.diagnostics) == 0);
  CHECK(result.kept == kSheet);
  CHECK(result.bytes.find("Menerima surat") != std::string::npos);
}

TEST_CASE("What cannot be revised is told") {
  CHECK(code_of(revised("<sop versi=\"1\"><tak-ada/></sop>")) == "element-unknown");
  CHECK(code_of(revised("<himpunan versi=\"1\">" + kSheet.substr(kSheet.find("<sop")) + "</himpunan>")) == "revision-compilation");
  CHECK(code_of(revised(replaced(kSheet, "-->00", "-->A"))) == "revision-number-unknown");
  CHECK(exit_status(revised(replaced(kSheet, "-->00", "-->A"), {"B", "2025-06-02"}).diagnostics) == 0);
  for (const char* date : {"", "2025-02-30", "2 Juni 2025", "2025-6-2", "9999999999"}) CHECK(code_of(revised(kSheet, {"", date})) == "revision-date");
}
