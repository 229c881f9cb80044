// Lint warns and never stops: each rule on a sheet that breaks it, silence on one that does not.
#include <set>

#include "check/rules/rule.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;

namespace {

std::set<std::string> codes_of(const std::string& xml) {
  Reading reading = read_text(xml);
  INFO(summary(reading.outcome.diagnostics));
  REQUIRE(reading.outcome.value);
  auto checked = check::check_document(std::move(*reading.outcome.value), reading.files);
  REQUIRE(checked.value);
  std::set<std::string> codes;
  for (const Diagnostic& d : check::lint_document(*checked.value, reading.files)) {
    CHECK(d.severity != Severity::error);
    CHECK(d.where.line > 0);
    codes.insert(d.code);
  }
  return codes;
}

const std::string kIdentity =
    "<identitas><nomor>1/2023</nomor><tanggal-pembuatan>2023-07-28</tanggal-pembuatan><tanggal-efektif>2023-07-28</tanggal-efektif>"
    "<disahkan-oleh><jabatan>CAMAT</jabatan><nama>N</nama><nip>19720606 199202 1 001</nip></disahkan-oleh><nama-sop>Judul</nama-sop></identitas>";
const std::string kLanes = "<pelaksana><aktor id=\"u\">U</aktor><aktor id=\"v\">V</aktor></pelaksana>";
const std::string kCells = "<uraian>x</uraian><kelengkapan>x</kelengkapan><waktu>1 Jam</waktu><output>x</output>";

std::string step(const std::string& id, const std::string& attributes, const std::string& inner = "") {
  return "<langkah id=\"" + id + "\" " + attributes + ">" + kCells + inner + "</langkah>";
}
const std::string kFlow = step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"v\" bentuk=\"keputusan\"", "<alur ke=\"c\" label=\"Ya\"/><alur ke=\"a\" label=\"Tidak\"/>") +
                          step("c", "pelaksana=\"u\" bentuk=\"selesai\"");

std::string sheet(const std::string& identity, const std::string& flow, const std::string& lanes = kLanes, const std::string& head = "") {
  return "<sop versi=\"1\">" + identity + lanes + head + "<prosedur>" + flow + "</prosedur></sop>";
}
using Codes = std::set<std::string>;

}  // namespace

TEST_CASE("A good sheet is passed over in silence") { CHECK(codes_of(sheet(kIdentity, kFlow)) == Codes{}); }

TEST_CASE("Identity rules") {
  CHECK(codes_of(sheet("", kFlow)) == Codes{"L001", "L010", "L020", "L021", "L040"});
  std::string late = kIdentity;
  late.replace(late.find("<tanggal-efektif>2023"), 21, "<tanggal-efektif>2022");
  CHECK(codes_of(sheet(late, kFlow)) == Codes{"L012"});
  CHECK(codes_of("<sop versi=\"1\">" + kIdentity + "<peringatan/>" + kLanes + "<prosedur>" + kFlow + "</prosedur></sop>") == Codes{"L050"});
}

TEST_CASE("NIP rules") {
  const auto nip = [](const std::string& digits) {
    std::string identity = kIdentity;
    identity.replace(identity.find("19720606 199202 1 001"), 21, digits);
    return codes_of(sheet(identity, kFlow));
  };
  CHECK(nip("-") == Codes{});
  CHECK(nip("${nip}") == Codes{});
  CHECK(nip("1972") == Codes{"L023"});
  CHECK(nip("19721306 199202 1 001") == Codes{"L024"});
  CHECK(nip("19720606 199213 1 001") == Codes{"L025"});
  CHECK(nip("19720606 199221 1 001") == Codes{});
  CHECK(nip("19720606 198002 1 001") == Codes{"L026"});
  CHECK(nip("19720606 199202 3 001") == Codes{"L027"});
  CHECK(nip("19720606 199202 1 000") == Codes{"L028"});
  CHECK(nip("197206061992021001") == Codes{"L029"});
}

TEST_CASE("Flow rules") {
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\"") + step("b", "pelaksana=\"v\""))) == Codes{"L100", "L101"});
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\" bentuk=\"mulai\"", "<alur ke=\"c\"/>") + step("b", "pelaksana=\"v\"") + step("c", "pelaksana=\"u\" bentuk=\"selesai\""))) == Codes{"L102"});
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"v\"", "<alur ke=\"a\"/>") + step("c", "pelaksana=\"u\" bentuk=\"selesai\""))) == Codes{"L102", "L103"});
  CHECK(codes_of(sheet(kIdentity, kFlow + step("d", "nomor=\"7\""))) == Codes{"L104", "L105"});
  CHECK(codes_of(sheet(kIdentity, kFlow, "<pelaksana><aktor id=\"u\">U</aktor><aktor id=\"v\">V</aktor><aktor id=\"w\">W</aktor></pelaksana>")) == Codes{"L107"});
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"v\" bentuk=\"keputusan\"", "<alur ke=\"c\"/>") + step("c", "pelaksana=\"u\" bentuk=\"selesai\""))) == Codes{"L130"});
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"v\" bentuk=\"keputusan\"", "<alur ke=\"c\" label=\"Ya\"/><alur ke=\"c\" label=\"Tidak\"/>") + step("c", "pelaksana=\"u\" bentuk=\"selesai\""))) == Codes{"L131"});
}

TEST_CASE("A decision is told what its exits lack") {
  const auto words = [](const std::string& exits) {
    const std::string flow = step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"v\" bentuk=\"keputusan\"", exits) + step("c", "pelaksana=\"u\" bentuk=\"selesai\"") + step("d", "pelaksana=\"u\" bentuk=\"selesai\"");
    Reading reading = read_text(sheet(kIdentity, flow));
    REQUIRE(reading.outcome.value);
    auto checked = check::check_document(std::move(*reading.outcome.value), reading.files);
    REQUIRE(checked.value);
    for (const Diagnostic& d : check::lint_document(*checked.value, reading.files))
      if (d.code == "L130") return d.message.en;
    return std::string();
  };
  const std::string yes = "<alur ke=\"c\" label=\"Ya\"/>", no = "<alur ke=\"d\" label=\"Tidak\"/>";
  CHECK(words(yes + no) == "");
  CHECK(words("") == "Decision \"b\" has no exits.");
  CHECK(words(yes) == "Decision \"b\" has only one exit.");
  CHECK(words(yes + "<alur ke=\"d\"/>") == "Decision \"b\" has an exit without a label.");
  CHECK(words(yes + no + "<alur ke=\"a\" label=\"Ulang\"/>") == "Decision \"b\" has 3 exits; the guideline knows two.");
}

TEST_CASE("Cells, heads and symbols that span") {
  const std::string lanes = "<pelaksana><aktor id=\"u\">U</aktor><aktor id=\"w\">W</aktor><aktor id=\"v\">V</aktor></pelaksana>";
  CHECK(codes_of(sheet(kIdentity, step("a", "pelaksana=\"u\" bentuk=\"mulai\"") + step("b", "pelaksana=\"u\" bentuk=\"selesai\""), lanes)) == Codes{"L107"});
  for (const char* reach : {"pelaksana=\"u\" sampai=\"v\"", "pelaksana=\"v\" sampai=\"u\""})
    CHECK(codes_of(sheet(kIdentity, step("a", "", "<simbol " + std::string(reach) + " bentuk=\"mulai\"/>") + step("b", "pelaksana=\"u\" bentuk=\"selesai\""), lanes)) == Codes{});
  CHECK(codes_of(sheet(kIdentity, "<langkah id=\"a\" pelaksana=\"u\" bentuk=\"mulai\"/>" + kFlow.substr(kFlow.find("<langkah id=\"b\"")))) == Codes{"L120", "L150", "L152", "L157"});
  CHECK(codes_of(sheet(kIdentity, kFlow, kLanes, "<kepala><kolom isi=\"uraian\"/><kelompok nama=\"BAKU MUTU\"><kolom isi=\"waktu\"/></kelompok></kepala>")) == Codes{"L161"});
  CHECK(codes_of(sheet(kIdentity, "<langkah id=\"a\"><uraian gabung=\"2\">x</uraian><kelengkapan gabung=\"2\">x</kelengkapan><waktu gabung=\"2\">1</waktu><output gabung=\"2\">x</output>"
                                  "<simbol pelaksana=\"u\" sampai=\"v\" baris=\"2\" bentuk=\"mulai\"/></langkah><langkah id=\"b\"/>" + step("c", "pelaksana=\"u\" bentuk=\"selesai\""))) == Codes{});
}

TEST_CASE("The table of rules is in order, and no rule stops anything") {
  std::string last;
  for (const check::Rule& rule : check::all_rules()) {
    CHECK(last < rule.code);
    last = rule.code;
    CHECK(rule.severity != Severity::error);
  }
}
