// Names that resolve, ways that nobody wrote, numbers that nobody gave, cells that collide.
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;

namespace {

struct Checked {
  SourceFiles files;
  std::optional<model::CheckedDocument> document;
  std::vector<Diagnostic> diagnostics;
};

Checked check_text(const std::string& xml) {
  Reading reading = read_text(xml);
  INFO(summary(reading.outcome.diagnostics));
  REQUIRE(reading.outcome.value);
  Checked checked;
  checked.files = reading.files;
  auto outcome = check::check_document(std::move(*reading.outcome.value), checked.files);
  checked.document = std::move(outcome.value);
  checked.diagnostics = std::move(outcome.diagnostics);
  return checked;
}

std::string in_table(const std::string& rows) {
  return "<sop versi=\"1\"><pelaksana><aktor id=\"u\">Umum</aktor><aktor id=\"kasi\">Kepala Seksi</aktor></pelaksana><prosedur>\n" + rows + "\n</prosedur></sop>";
}

// "0.0>1.0 Ya-; 1.0>2.0 ~": row.symbol of both ends, label, - plain, ~ silent.
std::string edges_of(const std::string& rows) {
  const Checked checked = check_text(in_table(rows));
  INFO(summary(checked.diagnostics));
  REQUIRE(checked.document);
  std::string out;
  for (const model::Edge& e : checked.document->procedures().at(0).tables.at(0).edges)
    out += (out.empty() ? "" : "; ") + std::to_string(e.from.row) + "." + std::to_string(e.from.symbol) + ">" + std::to_string(e.to.row) + "." +
           std::to_string(e.to.symbol) + e.label + (e.plain ? "-" : "") + (e.silent ? "~" : "");
  return out;
}

std::string faults_in(const std::string& rows) { return summary(check_text(in_table(rows)).diagnostics); }

}  // namespace

TEST_CASE("Silent connectors go to the next symbol in document order") {
  CHECK(edges_of("<langkah id=\"a\" pelaksana=\"u\" bentuk=\"mulai\"/><langkah id=\"b\" pelaksana=\"u\"/><langkah id=\"c\" pelaksana=\"u\" bentuk=\"selesai\"/>") == "0.0>1.0~; 1.0>2.0~");
  CHECK(edges_of("<langkah id=\"a\"><simbol id=\"a1\" pelaksana=\"u\"/><simbol id=\"a2\" pelaksana=\"u\"/></langkah><bagian>B</bagian><langkah id=\"e\"/><langkah id=\"b\" pelaksana=\"u\"/>") == "0.0>0.1~; 0.1>3.0~");
  CHECK(edges_of("<langkah id=\"a\" pelaksana=\"u\" bentuk=\"keputusan\"/><langkah id=\"b\"><simbol pelaksana=\"u\" buntu=\"ya\"/></langkah><langkah id=\"c\" pelaksana=\"u\" bentuk=\"selesai\"/><langkah id=\"d\" pelaksana=\"u\" bentuk=\"lingkaran\"/><langkah id=\"f\" pelaksana=\"u\"/>") == "3.0>4.0~");
  CHECK(edges_of("<langkah id=\"a\" pelaksana=\"u\"><alur ke=\"c\" garis=\"polos\"/></langkah><langkah id=\"b\" pelaksana=\"u\"/><langkah id=\"c\" pelaksana=\"u\"/>") == "0.0>2.0-; 1.0>2.0~");
}

TEST_CASE("A connector may name a step or a symbol") {
  CHECK(edges_of("<langkah id=\"a\" pelaksana=\"u\" bentuk=\"keputusan\"><alur ke=\"b\" label=\"Ya\"/><alur ke=\"b2\" label=\"Tidak\"/><alur ke=\"b1\"/></langkah>"
                 "<langkah id=\"b\"><simbol id=\"b1\" pelaksana=\"u\" bentuk=\"selesai\"/><simbol id=\"b2\" pelaksana=\"u\"/></langkah>") == "0.0>1.0Ya; 0.0>1.1Tidak; 0.0>1.0");
  CHECK(edges_of("<langkah id=\"a\"><simbol id=\"x\" pelaksana=\"u\"><alur ke=\"b\"/></simbol></langkah><langkah id=\"b\"><simbol id=\"b\" pelaksana=\"u\"><alur ke=\"a\"/></simbol></langkah>") == "0.0>1.0; 1.0>0.0");
}

TEST_CASE("References that lead nowhere are told with the nearest name") {
  const Checked target = check_text(in_table("<langkah id=\"periksa\" pelaksana=\"u\"><alur ke=\"tandatangn\"/></langkah><langkah id=\"tandatangan\" pelaksana=\"u\"/>"));
  REQUIRE(target.diagnostics.size() == 1);
  CHECK_FALSE(target.document);
  CHECK(target.diagnostics[0].code == "target-unknown");
  CHECK(target.diagnostics[0].where.line == 2);
  CHECK(target.diagnostics[0].remedies.at(0).id == "Maksudnya \"tandatangan\"?");
  const Checked lane = check_text(in_table("<langkah id=\"a\" pelaksana=\"kepala seksi\"/>"));
  REQUIRE(lane.diagnostics.size() == 1);
  CHECK(lane.diagnostics[0].code == "actor-unknown");
  CHECK(lane.diagnostics[0].remedies.at(0).en == "Did you mean \"kasi\"?");
  CHECK(faults_in("<langkah id=\"a\"><simbol pelaksana=\"u\" sampai=\"z\"/></langkah>") == "2:47 actor-unknown");
  CHECK(faults_in("<langkah id=\"a\" pelaksana=\"u\"><alur ke=\"a\"/></langkah>") == "2:41 connector-self");
  CHECK(faults_in("<langkah id=\"a\" pelaksana=\"u\"><alur ke=\"b\"/></langkah><langkah id=\"b\"/>") == "2:41 target-empty");
  CHECK(faults_in("<langkah id=\"a\" pelaksana=\"u\"><alur ke=\"b\"/></langkah></prosedur><prosedur><langkah id=\"b\" pelaksana=\"u\"/>") == "2:41 target-elsewhere");
  const auto labelled = [](int letters) {
    std::string label;
    for (int i = 0; i < letters; ++i) label += "é";
    return faults_in("<langkah id=\"a\" pelaksana=\"u\"><alur ke=\"b\" label=\"" + label + "\"/></langkah><langkah id=\"b\" pelaksana=\"u\"/>");
  };
  CHECK(labelled(300) == "");
  CHECK(labelled(301) == "2:31 label-too-long");
  const auto deciding = [](int branches) {
    std::string xml = "<langkah id=\"d\" pelaksana=\"u\" bentuk=\"keputusan\">", ends;
    for (int i = 0; i < branches; ++i) xml += "<alur ke=\"s" + std::to_string(i) + "\"/>", ends += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"u\" bentuk=\"selesai\"/>";
    return xml + "</langkah>" + ends;
  };
  CHECK(faults_in(deciding(4)) == "");
  CHECK(faults_in(deciding(5)) == "2:1 decision-without-corner");
  CHECK(faults_in("<langkah id=\"a\" pelaksana=\"u\" bentuk=\"mulai\"/>\n" + deciding(3)) == "");
  CHECK(faults_in("<langkah id=\"a\" pelaksana=\"u\" bentuk=\"mulai\"/>\n" + deciding(4)) == "3:1 decision-without-corner");
  CHECK(faults_in("<langkah id=\"a\"/>\n<langkah id=\"a\"/>") == "3:1 id-twice");
  CHECK(faults_in("<langkah id=\"a\"><simbol id=\"b\" pelaksana=\"u\"/></langkah>\n<langkah id=\"b\"/>") == "3:1 id-twice");
  CHECK(faults_in("<langkah id=\"a\"><simbol id=\"b\" pelaksana=\"u\"/>\n<simbol id=\"a\" pelaksana=\"u\"/></langkah>") == "3:1 id-twice");
}

TEST_CASE("What no page holds is told before it is laid out") {
  const auto lanes = [](int n) {
    std::string xml = "<sop versi=\"1\"><pelaksana>";
    for (int i = 0; i < n; ++i) xml += "<aktor id=\"l" + std::to_string(i) + "\">L</aktor>";
    return summary(check_text(xml + "</pelaksana></sop>").diagnostics);
  };
  CHECK(lanes(250) == "");
  CHECK(lanes(251) == "1:16 too-many-lanes");
  const auto symbols = [](int n) {
    std::string xml = "<langkah id=\"a\">";
    for (int i = 0; i < n; ++i) xml += "<simbol id=\"s" + std::to_string(i) + "\" pelaksana=\"u\"/>";
    return faults_in(xml + "</langkah>");
  };
  CHECK(symbols(500) == "");
  CHECK(symbols(501) == "2:1 too-many-symbols");
  // So many connectors from one symbol, to so many steps in turn.
  const auto connectors = [](int n, int targets) {
    std::string xml = "<langkah id=\"a\" pelaksana=\"u\">", steps;
    for (int i = 0; i < n; ++i) xml += "<alur ke=\"s" + std::to_string(i % targets) + "\"/>";
    for (int i = 0; i < targets; ++i) steps += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"u\"/>";
    return faults_in(xml + "</langkah>" + steps);
  };
  CHECK(connectors(32, 32) == "");
  CHECK(connectors(33, 33) == "2:1 too-many-connectors");
  CHECK(connectors(10, 1) == "");
  CHECK(connectors(11, 1) == "2:181 too-many-connectors");
  // Each to each other one.
  const auto web = [](int n) {
    std::string xml;
    for (int i = 0; i < n; ++i) {
      xml += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"u\">";
      for (int k = 0; k < n; ++k)
        if (k != i) xml += "<alur ke=\"s" + std::to_string(k) + "\"/>";
      xml += "</langkah>";
    }
    return faults_in(xml);
  };
  CHECK(web(10) == "");
  CHECK(web(11) == "1:102 too-many-connectors");
  const auto words = [](std::size_t bytes) { return faults_in("<langkah id=\"a\"><uraian>" + std::string(bytes, 'x') + "</uraian></langkah>"); };
  CHECK(words(199'999) == "");
  CHECK(words(200'000) == "2:25 too-many-words");
  const auto in_symbol = [](std::size_t bytes) { return faults_in("<langkah id=\"a\"><simbol pelaksana=\"u\">" + std::string(bytes, 'x') + "</simbol></langkah>"); };
  CHECK(in_symbol(1'999) == "");
  CHECK(in_symbol(2'000) == "2:17 too-many-words");
}

TEST_CASE("Sheets of a compilation do not clash, nor do lanes of different tables") {
  const std::string sop = "<sop><pelaksana><aktor id=\"u\">U</aktor></pelaksana><prosedur><langkah id=\"a\" pelaksana=\"u\"/></prosedur>"
                          "<prosedur><pelaksana><aktor id=\"u\">V</aktor></pelaksana><langkah id=\"b\" pelaksana=\"u\"/></prosedur></sop>";
  const Checked checked = check_text("<himpunan versi=\"1\">" + sop + sop + "</himpunan>");
  REQUIRE(checked.document);
  CHECK(checked.document->procedures().size() == 2);
  const auto& tables = checked.document->procedures()[0].tables;
  CHECK(model::plain_text(tables[0].lanes->actors()[0]->runs) == "U");
  CHECK(model::plain_text(tables[1].lanes->actors()[0]->runs) == "V");
}

TEST_CASE("Numbers go on from the last that was one") {
  const Checked checked = check_text(in_table("<langkah id=\"a\"/><langkah id=\"b\" nomor=\"5.\"/><bagian>B</bagian><langkah id=\"c\"/><langkah id=\"d\" nomor=\"\"/><langkah id=\"e\" nomor=\"6a\"/><langkah id=\"f\"/><langkah id=\"g\" nomor=\"(9)\"/><langkah id=\"h\"/>"));
  REQUIRE(checked.document);
  const auto& table = checked.document->procedures().at(0).tables.at(0);
  CHECK(table.numbers == std::vector<std::string>{"1", "5.", "", "6", "", "6a", "7", "(9)", "10"});
  CHECK(table.counted == std::vector<bool>{true, false, false, true, false, false, true, false, true});
  CHECK(table.head == nullptr);
}

TEST_CASE("Merged cells and tall symbols stay in the table and out of each other") {
  const std::string c = "<langkah id=\"c\"/>", d = "\n<langkah id=\"d\"/>";
  CHECK(faults_in("<langkah id=\"a\"><uraian gabung=\"3\"/></langkah>" + c + d) == "");
  CHECK(faults_in("<langkah id=\"a\"><uraian gabung=\"4\"/></langkah>" + c + d) == "2:17 span-beyond");
  CHECK(faults_in("<langkah id=\"a\"><simbol pelaksana=\"u\" baris=\"3\"/></langkah>" + c) == "2:17 span-beyond");
  CHECK(faults_in("<langkah id=\"a\" gabung-lajur=\"3\"/>" + c) == "2:1 span-beyond");
  CHECK(faults_in("<langkah id=\"a\"><uraian gabung=\"2\"/></langkah>\n<langkah id=\"b\"><uraian/></langkah>") == "3:17 cell-covered");
  CHECK(faults_in("<langkah id=\"a\" gabung-lajur=\"2\"/>\n<langkah id=\"b\" gabung-lajur=\"2\"/>" + c) == "3:1 cell-covered");
  CHECK(faults_in("<langkah id=\"a\"><uraian gabung=\"2\"/></langkah><bagian>B</bagian>" + c) == "2:17 span-section");
  CHECK(faults_in("<langkah id=\"a\"><uraian gabung=\"2\"/></langkah>" + c + "\n<langkah id=\"b\"><uraian/></langkah>") == "");
}
