// One change of the source, and how it is told; and what holds for every sheet.
#include "lembar/compare.h"

#include <filesystem>
#include <fstream>

#include "base/findings.h"
#include "random/random_sheet.h"
#include "read/xml_edit.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;

namespace {

const std::string kSheet = R"(<sop versi="1">
  <identitas><nomor>1</nomor><isian label="Unit">Umum</isian><nama-sop>Surat</nama-sop></identitas>
  <peralatan><butir>Komputer dan pemindai</butir><butir>Buku agenda surat</butir></peralatan>
  <pelaksana><aktor id="a">Umum</aktor><aktor id="b">Camat</aktor></pelaksana>
  <prosedur>
    <bagian>A. Awal</bagian>
    <langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima surat masuk</uraian><waktu>5 Menit</waktu></langkah>
    <langkah id="y" pelaksana="b" bentuk="keputusan"><uraian>Memeriksa surat masuk</uraian>
      <alur ke="z" label="Ya"/><alur ke="x" label="Tidak"/></langkah>
    <langkah id="z" pelaksana="a" bentuk="selesai"><uraian>Menyimpan surat masuk</uraian></langkah>
  </prosedur>
</sop>)";

std::string with(const std::string& what, const std::string& instead, std::string text = kSheet) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), instead);
}

// The lines of the text without headings and the count, joined.
std::string told(const std::string& before, const std::string& after) {
  const Comparison comparison = compare({"a.xml", before}, {"b.xml", after});
  REQUIRE(exit_status(comparison.diagnostics) == 0);
  std::string out, text = changes_text(comparison).en;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (text.compare(at, 2, "  ") == 0) out += (out.empty() ? "" : "; ") + text.substr(at + 2, end - at - 2);
    at = end + 1;
  }
  return out;
}
std::string told_of(const std::string& what, const std::string& instead) { return told(kSheet, with(what, instead)); }

std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".xml") out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

const std::string kRoot = LEMBAR_ROOT;

}  // namespace

TEST_CASE("fields come, go and change by word") {
  CHECK(told_of("<nomor>1<", "<nomor>2<") == "~ number: 1 → 2");
  CHECK(told_of("<nomor>1</nomor>", "") == "- number: 1");
  CHECK(told_of("<nama-sop>Surat<", "<nama-sop>Surat Masuk<") == "~ title: Surat {+Masuk+}");
  CHECK(told_of(">Umum</isian>", ">Umum dan Kepegawaian</isian>") == "~ Unit: Umum {+dan Kepegawaian+}");
  CHECK(told_of("<sop versi=\"1\">", "<sop versi=\"1\" status=\"konsep\">") == "+ status: konsep");
  CHECK(told_of("<nama-sop>Surat<", "<nama-sop><t>Surat</t><") == "~ title: same words in another style: Surat");
}

TEST_CASE("list items come, go, move and change by word") {
  CHECK(told_of("<butir>Buku", "<butir>Meja tulis</butir><butir>Buku") == "+ equipment, item 2: Meja tulis");
  CHECK(told_of("<butir>Buku agenda surat</butir>", "") == "- equipment, item 2 (old): Buku agenda surat");
  CHECK(told_of("<butir>Komputer dan pemindai</butir><butir>Buku agenda surat</butir>",
                "<butir>Buku agenda surat</butir><butir>Komputer dan pemindai</butir>") == "> equipment, item 2 (moved, was 1)");
  CHECK(told_of("agenda surat", "agenda naskah") == "~ equipment, item 2: Buku agenda [-surat-] {+naskah+}");
  CHECK(told_of("<pelaksana>", "<peringatan/><pelaksana>") == "+ warnings");
}

TEST_CASE("lanes come, go, move and change") {
  CHECK(told_of("</pelaksana>", "<aktor id=\"c\">Arsiparis</aktor></pelaksana>") == "+ lane \"Arsiparis\": Arsiparis");
  CHECK(told_of("<aktor id=\"a\">Umum</aktor><aktor id=\"b\">Camat</aktor>", "<aktor id=\"b\">Camat</aktor><aktor id=\"a\">Umum</aktor>") ==
        "> lane \"Umum\" (moved, was 1)");
  CHECK(told_of(">Camat<", ">Lurah<") == "~ lane \"Lurah\": Camat → Lurah");
}

TEST_CASE("a lane under another id is the same lane") {
  std::string other = with("id=\"b\"", "id=\"camat\"");
  CHECK(told(kSheet, with("pelaksana=\"b\"", "pelaksana=\"camat\"", other)) == "");
}

TEST_CASE("steps come, go, move, are renumbered and reworded") {
  const std::string step = "<langkah id=\"n\" pelaksana=\"a\"><uraian>Memindai berkas</uraian></langkah>";
  const std::string inserted = with("<langkah id=\"y\"", step + "<langkah id=\"y\"");
  CHECK(told(kSheet, inserted) == "+ step 2: Memindai berkas; # steps 3-4 (was 2-3)");
  CHECK(told(inserted, kSheet) == "- step 2 (old): Memindai berkas; # steps 2-3 (was 3-4)");
  CHECK(told_of("Memeriksa surat masuk", "Meneliti surat") == "~ step 2, uraian: [-Memeriksa-] {+Meneliti+} surat [-masuk-]");
  CHECK(told_of("5 Menit", "10 Menit") == "~ step 1, waktu: [-5-] {+10+} Menit");
  CHECK(told_of("<waktu>5 Menit</waktu>", "") == "~ step 1, waktu: 5 Menit → -");
  const std::string last = "<langkah id=\"z\" pelaksana=\"a\" bentuk=\"selesai\"><uraian>Menyimpan surat masuk</uraian></langkah>";
  std::string moved = with(last, "");
  CHECK(told(kSheet, with("<langkah id=\"x\"", last + "<langkah id=\"x\"", moved)).find("> step 1 (moved, was 3)") == 0);
}

TEST_CASE("a step under another id is found by its words") {
  std::string other = with("id=\"y\"", "id=\"periksa\"");
  CHECK(told(kSheet, other) == "");
  CHECK(told(kSheet, with("Memeriksa surat masuk", "Memeriksa surat yang masuk", other)) == "~ step 2, uraian: Memeriksa surat {+yang+} masuk");
}

TEST_CASE("sections and sums are rows too") {
  CHECK(told_of("<bagian>A. Awal</bagian>", "<bagian>A. Tahap Awal</bagian>") == "~ section \"A. Tahap Awal\": A. {+Tahap+} Awal");
  CHECK(told_of("</prosedur>", "<jumlah/></prosedur>") == "+ total row");
}

TEST_CASE("symbols change lane, shape and words") {
  CHECK(told_of("id=\"z\" pelaksana=\"a\"", "id=\"z\" pelaksana=\"b\"") == "~ step 3, lane: Umum → Camat");
  CHECK(told_of("bentuk=\"mulai\"", "bentuk=\"proses\"") == "~ step 1, shape: mulai → proses");
  CHECK(told_of("bentuk=\"keputusan\"", "bentuk=\"keputusan\" isi=\"Lengkap?\"") == "~ step 2, words of the symbol: - → Lengkap?");
}

TEST_CASE("connectors come, go, and lead elsewhere under another label") {
  CHECK(told_of("<alur ke=\"x\" label=\"Tidak\"/>", "") == "- step 2, connector \"Tidak\": 1");
  CHECK(told_of("<alur ke=\"z\" label=\"Ya\"/>", "<alur ke=\"z\" label=\"Lengkap\"/>") == "~ step 2, connector \"Lengkap\", label: Ya → Lengkap");
  CHECK(told_of("<alur ke=\"x\"", "<alur ke=\"z\"") == "~ step 2, connector \"Tidak\", leads to: 1 → 3");
}

TEST_CASE("what nobody sees is no change: comments, layout, a connector written out") {
  CHECK(told_of("<identitas>", "<!-- catatan -->\n\n<identitas >") == "");
  CHECK(told_of("<uraian>Menerima surat masuk</uraian>", "<alur ke=\"y\"/><uraian> Menerima\n surat masuk</uraian>") == "");
}

TEST_CASE("what has errors is not compared") {
  const Comparison comparison = compare({"a.xml", kSheet}, {"b.xml", with("ke=\"z\"", "ke=\"tiada\"")});
  CHECK(comparison.changes.empty());
  CHECK(exit_status(comparison.diagnostics) == 1);
}

TEST_CASE("sheets of a compilation are compared one by one") {
  const std::string other = with("<nomor>1<", "<nomor>9<", with("<nama-sop>Surat<", "<nama-sop>Arsip<"));
  const std::string both = "<himpunan versi=\"1\">" + kSheet + other + "</himpunan>";
  const std::string turned = "<himpunan versi=\"1\">" + other + with("5 Menit", "6 Menit") + "</himpunan>";
  CHECK(told(both, turned) == "> sheet (in another order); ~ step 1, waktu: [-5-] {+6+} Menit");
  CHECK(told(both, "<himpunan versi=\"1\">" + kSheet + "</himpunan>") == "- sheet: Arsip");
}

TEST_CASE("tables by the hundred are paired by the rows they share") {
  const auto sheet = [](int first, int last) {
    std::string xml = "<sop versi=\"1\"><pelaksana><aktor id=\"a\">Umum</aktor></pelaksana>";
    for (int i = first; i < last; ++i)
      xml += "<prosedur judul=\"Tahap " + std::to_string(i) + "\"><langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"a\"><uraian>Kerja " + std::to_string(i) + "</uraian></langkah></prosedur>";
    return xml + "</sop>";
  };
  CHECK(told(sheet(0, 400), sheet(0, 400)) == "");
  const std::string first_gone = told(sheet(0, 400), sheet(1, 400));
  CHECK(first_gone.find("Tahap 0") != std::string::npos);
  CHECK(first_gone.find("Tahap 1") == std::string::npos);
}

TEST_CASE("a sheet does not differ from itself") {
  for (const std::string& file : files_of(kRoot + "/samples")) {
    INFO(file);
    const std::string bytes = testing::file_bytes(file);
    CHECK(compare({file, bytes}, {file, bytes}).same());
  }
  for (int family = 0; family < static_cast<int>(test::Family::count); ++family) {
    const std::string bytes = test::random_sheet(static_cast<test::Family>(family), 7);
    const Comparison comparison = compare({"a.xml", bytes}, {"b.xml", bytes});
    INFO(test::family_name(static_cast<test::Family>(family)));
    CHECK(exit_status(comparison.diagnostics) == 0);
    CHECK(comparison.same());
  }
}

namespace {

void collect_texts(const read::XmlNode& node, std::vector<const read::XmlNode*>& out) {
  bool words = false;
  for (const read::XmlNode& child : node.children) {
    if (child.is_text() && child.text.find_first_not_of(" \t\r\n") != std::string::npos) words = true;
    if (!child.is_text()) collect_texts(child, out);
  }
  const bool whole = node.children.size() == 1 && words;
  if (whole) out.push_back(&node);
}

}  // namespace

TEST_CASE("no word of a sheet can change without being told") {
  for (const std::string& file : files_of(kRoot + "/samples")) {
    const std::string bytes = testing::file_bytes(file);
    SourceFiles files;
    Findings findings(files);
    const auto root = read::parse_xml(files, files.add(file, bytes), findings);
    REQUIRE(root);
    std::vector<const read::XmlNode*> texts;
    collect_texts(*root, texts);
    REQUIRE(texts.size() > 20);
    for (const read::XmlNode* node : texts) {
      read::XmlEdits edits(bytes);
      edits.set_words(*node, "kata lain");
      const Comparison comparison = compare({file, bytes}, {file, edits.applied()});
      INFO(file << ":" << node->where.line << " <" << node->name << ">");
      CHECK(exit_status(comparison.diagnostics) == 0);
      CHECK(!comparison.same());
    }
  }
}

TEST_CASE("two sheets of an office: the whole text and JSON") {
  const std::string folder = kRoot + "/tests/suite/diff/", golden = kRoot + "/tests/golden/diff/";
  const Comparison comparison = compare({"surat-lama.xml", testing::file_bytes(folder + "surat-lama.xml")},
                                        {"surat-baru.xml", testing::file_bytes(folder + "surat-baru.xml")});
  CHECK(changes_text(comparison).id == testing::file_bytes(golden + "surat.id.txt"));
  CHECK(changes_text(comparison).en == testing::file_bytes(golden + "surat.en.txt"));
  CHECK(changes_json(comparison, "surat-lama.xml", "surat-baru.xml") == testing::file_bytes(golden + "surat.json"));
}
