// What is replaced, what is told and left, and what is not meant.
#include "lembar/replace.h"

#include "support/catch.h"

using namespace lembar;

namespace {

const std::string kSheet = R"(<sop versi="1">
  <identitas><nomor>1</nomor>
    <disahkan-oleh><jabatan>CAMAT</jabatan><nama>Siti  Rahma, S.IP.</nama><pangkat>Pembina</pangkat><nip>19810412 200003 2 001</nip></disahkan-oleh>
    <nama-sop>Surat</nama-sop></identitas>
  <dasar-hukum>
    <butir>Peraturan Bupati
      Nomor 1 &amp; 2;</butir>
    <butir>Peraturan Bupati Nomor 12;</butir>
    <butir>Peraturan <t>Bupati</t> Nomor 1;</butir>
  </dasar-hukum>
  <pelaksana><aktor id="a">Umum</aktor></pelaksana>
  <prosedur><langkah id="x" pelaksana="a" bentuk="mulai" isi="Peraturan Bupati Nomor 1"><uraian>Menurut <!-- Peraturan Bupati Nomor 1 --> surat Siti Rahma, S.IP.</uraian></langkah></prosedur>
  <riwayat><revisi nomor="00" tanggal="2023-01-01">Peraturan Bupati Nomor 1</revisi></riwayat>
</sop>
)";

const RevisionEntry kEntry{"", "2025-06-02", "", ""};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

ReplaceResult rule(const std::string& before, const std::string& after, const std::string& xml = kSheet) {
  return replace({"a.xml", xml}, {Replacement::What::words, before, after}, kEntry);
}
ReplaceResult official(const std::string& before, const std::string& after, std::optional<std::string> nip, std::optional<std::string> rank,
                       const std::string& xml = kSheet) {
  return replace({"a.xml", xml}, {Replacement::What::official, before, after, std::move(nip), std::move(rank)}, kEntry);
}

// "6:12 replace-place; …"
std::string places(const ReplaceResult& result) {
  std::string out;
  for (const Diagnostic& d : result.places)
    out += (out.empty() ? "" : "; ") + std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " " + d.code;
  return out;
}

}  // namespace

TEST_CASE("A regulation is replaced wherever it is printed, as whole words, over line breaks") {
  const ReplaceResult result = rule("Peraturan Bupati Nomor 1", "Perbup 3 <baru>");
  // The second item names Nomor 12; the third is parted by a style; the comment and the history are left alone.
  CHECK(places(result) == "6:12 replace-place; 9:5 replace-left; 12:63 replace-place");
  REQUIRE(!result.revision.bytes.empty());
  std::string wanted = replaced(kSheet, "Peraturan Bupati\n      Nomor 1 &amp;", "Perbup 3 &lt;baru&gt; &amp;");
  wanted = replaced(wanted, "isi=\"Peraturan Bupati Nomor 1\"", "isi=\"Perbup 3 &lt;baru&gt;\"");
  wanted = replaced(wanted, "<nomor>1</nomor>\n", "<nomor>1</nomor>\n  <tanggal-revisi>2025-06-02</tanggal-revisi>\n");
  wanted = replaced(wanted, "</revisi></riwayat>",
                    "</revisi>\n  <revisi nomor=\"01\" tanggal=\"2025-06-02\">Peraturan Bupati Nomor 1 diganti Perbup 3 &lt;baru&gt;.</revisi></riwayat>");
  CHECK(result.revision.bytes == wanted);
}

TEST_CASE("References count as what they mean") {
  CHECK(places(rule("Nomor 1 & 2", "Nomor 3")) == "7:7 replace-place");
}

TEST_CASE("What has been replaced is not replaced again") {
  const ReplaceResult first = rule("Peraturan Bupati Nomor 12", "Peraturan Bupati Nomor 12 jo. Nomor 20");
  REQUIRE(!first.revision.bytes.empty());
  const ReplaceResult again = rule("Peraturan Bupati Nomor 12", "Peraturan Bupati Nomor 12 jo. Nomor 20", first.revision.bytes);
  CHECK(again.places.empty());
  CHECK(again.revision.bytes.empty());
}

TEST_CASE("An official is replaced with number and rank, found by name, by name without titles, by NIP") {
  for (const char* asked : {"Siti Rahma, S.IP.", "SITI RAHMA", "198104122000032001"}) {
    INFO(asked);
    const ReplaceResult result = official(asked, "Bambang, S.H.", "19790817 200501 1 004", "Penata");
    REQUIRE(!result.revision.bytes.empty());
    CHECK(result.revision.bytes.find("<nama>Bambang, S.H.</nama><pangkat>Penata</pangkat><nip>19790817 200501 1 004</nip>") != std::string::npos);
    CHECK(result.revision.bytes.find("surat Siti Rahma, S.IP.") != std::string::npos);
  }
  CHECK(places(official("Siti Rahma, S.IP.", "B", "1", "2")) ==
        "3:44 replace-place; 3:101 replace-place; 3:75 replace-place; 12:145 replace-left");
  // Half a name is no signer's; it is told where it stands, and left.
  CHECK(places(official("Siti", "B", "1", "2")) == "3:50 replace-left; 12:145 replace-left");
}

TEST_CASE("Nobody gets another's number or rank") {
  const ReplaceResult result = official("Siti Rahma", "Bambang", std::nullopt, "Penata");
  CHECK(result.revision.bytes.empty());
  REQUIRE(!result.revision.diagnostics.empty());
  CHECK(result.revision.diagnostics[0].code == "replace-detail-missing");
  const ReplaceResult none = official("Siti Rahma", "Bambang", "", "");
  CHECK(none.revision.bytes.find("<nama>Bambang</nama><pangkat></pangkat><nip></nip>") != std::string::npos);
}

TEST_CASE("A sheet that is not touched, and a file that is no sheet, are left alone") {
  CHECK(rule("Peraturan Gubernur", "x").places.empty());
  CHECK(rule("Peraturan Gubernur", "x").revision.bytes.empty());
  const ReplaceResult other = rule("a", "b", "<project>a</project>");
  CHECK(other.places.empty());
  CHECK(other.revision.diagnostics.empty());
  CHECK(exit_status(rule("a", "b", "<sop>").revision.diagnostics) == 1);
}
