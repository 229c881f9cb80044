#include "style/read_style.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/catch.h"

using namespace lembar;
using namespace lembar::style;
namespace fs = std::filesystem;

namespace {

const std::string kTemplates = LEMBAR_ROOT "/templates";

Outcome<SheetStyle> shipped(const std::string& name, const std::string& paper = {}) {
  SourceFiles files;
  return read_style(files, kTemplates, name, {paper, {}, {}});
}

struct Folder {
  fs::path path = fs::temp_directory_path() / ("lembar-style-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  // A template that extends p35, read from here.
  Outcome<SheetStyle> read(const std::string& body, const std::string& root = "versi=\"1\" mewarisi=\"p35\"") const {
    write("x.xml", "<templat " + root + ">\n" + body + "\n</templat>");
    SourceFiles files;
    return read_style(files, kTemplates, (path / "x.xml").string(), {});
  }
};

// "code line:column" of each diagnostic, each of which says what to do about it.
std::vector<std::string> shown(const Outcome<SheetStyle>& outcome) {
  std::vector<std::string> out;
  for (const Diagnostic& d : outcome.diagnostics) CHECK_FALSE(d.remedies.empty());
  for (const Diagnostic& d : outcome.diagnostics)
    out.push_back(d.code + " " + std::to_string(d.where.line) + ":" + std::to_string(d.where.column));
  return out;
}
using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("Every shipped template reads without a word and leaves nothing open") {
  const auto names = template_names(kTemplates);
  REQUIRE(std::find(names.begin(), names.end(), "p35") != names.end());
  REQUIRE(std::find(names.begin(), names.end(), "p52") != names.end());
  for (const std::string& name : names) {
    CAPTURE(name);
    const auto outcome = shipped(name);
    for (const Diagnostic& d : outcome.diagnostics) UNSCOPED_INFO(d.message.en);
    REQUIRE(outcome);
    CHECK(outcome.diagnostics.empty());
    const SheetStyle& s = *outcome.value;
    CHECK(s.name == name);
    CHECK(s.template_files.back() == kTemplates + "/" + name + ".xml");
    for (const TextStyle& text : s.texts) {
      CHECK_FALSE(text.font.family.empty());
      CHECK(text.font.size >= s.least_text);
    }
    CHECK(s.identity.order.size() == 6);
    CHECK(s.identity.labels.size() == 6);
    CHECK(s.boxes.size() == 7);
    CHECK(s.history_heads.size() == 4);
    CHECK(s.table.columns.size() >= 3);
    for (const ColumnStyle& c : s.table.columns) {
      CHECK(c.least > Length());
      CHECK_FALSE(c.label.empty());
    }
    CHECK(s.symbols.clearance > Length());
    CHECK(s.strokes.frame > Length());
    // A cell's least width holds the column's symbols.
    for (const ColumnStyle& c : s.table.columns)
      if (c.key == "pelaksana") CHECK(c.least >= s.symbols.circle + s.symbols.cell_gap * 2);
  }
}

TEST_CASE("The default is p35, and p52 differs where its regulation does") {
  const SheetStyle p35 = *shipped("").value;
  CHECK(p35.name == "p35");
  CHECK(p35.page_size(Part::flow) == Size{mm(297), mm(210)});
  CHECK(p35.part(Part::flow).margins.left == mm(20));
  // pemda : unit = 3 : 4
  CHECK(p35.text(TextRole::letterhead_government).font.size * 4 == p35.text(TextRole::letterhead_unit).font.size * 3);
  CHECK(p35.table.number_row == NumberRow::none);
  CHECK(p35.running.foot_right == "Halaman {page} dari {pages}");
  CHECK(p35.running.head_right == "Nomor {number} \u00B7 Revisi {revision}");
  CHECK(p35.symbols.offpage_words == "hal. {page}");
  CHECK(p35.signature.nip_label == "NIP. ");
  CHECK(p35.stamps.at("konsep").words == "KONSEP");
  CHECK(p35.stamps.at("berlaku").words.empty());
  const SheetStyle p52 = *shipped("p52").value;
  CHECK(p52.table.number_row == NumberRow::plain);
  CHECK(p52.table.columns[1].label == "Uraian Prosedur");
  CHECK(p52.table.columns[1].weight == p35.table.columns[1].weight);
  CHECK(p52.table.columns.back().label == "Ket.");
  CHECK(p52.table.columns[4].group == "Mutu Baku");
  CHECK(p52.identity.labels.at(IdentityKeyName::effective) == "Tanggal Pengesahan");
  CHECK(p52.identity.labels.at(IdentityKeyName::number) == "Nomor SOP");
  CHECK(p52.template_files.size() == 2);
}

TEST_CASE("A sheet may ask for other paper") {
  CHECK(shipped("p35", "F4").value->paper == Size{mm(215), mm(330)});
  CHECK(shipped("p35", "330x215mm").value->paper_name == "330x215mm");
  const auto wrong = shipped("p35", "A9");
  CHECK_FALSE(wrong);
  CHECK(wrong.diagnostics.at(0).code == "paper-unknown");
  CHECK(wrong.diagnostics.at(0).fault == Fault::input);
  CHECK(shipped("p35", "60x90mm").diagnostics.at(0).code == "paper-small");
}

TEST_CASE("A template says only what differs") {
  const Folder folder;
  const auto outcome = folder.read(R"xml(<kertas ukuran="F4"><bagian untuk="alur" jilid="kiri" lebar-jilid="10mm"/></kertas>
    <huruf nama="Bookman Old Style"><peran nama="sel" huruf="Arial Narrow" ukuran="9pt"/></huruf>
    <tabel baris-nomor="(1)" format-nomor="{n:02}"><kolom isi="uraian"/><kolom isi="pelaksana" label=""/>
      <kelompok nama="Mutu"><kolom isi="risiko" label="Risiko" paling-sempit="2cm" rata="tengah"/></kelompok></tabel>
    <kata kunci="apa-saja" kata="Apa saja"/>)xml");
  REQUIRE(shown(outcome) == Said{});
  const SheetStyle& s = *outcome.value;
  CHECK(s.page_size(Part::flow).w == mm(330));
  CHECK(s.part(Part::flow).margins.left == mm(20) + mm(10));
  CHECK(s.part(Part::identity).margins.left == mm(20));
  CHECK(s.text(TextRole::cell).font.family == "Arial Narrow");
  CHECK(s.text(TextRole::cell).font.size == pt(9));
  CHECK(s.text(TextRole::section).font.family == "Bookman Old Style");
  REQUIRE(s.table.columns.size() == 3);
  CHECK(s.table.columns[0].label == "Kegiatan");
  CHECK(s.table.columns[1].label.empty());
  CHECK(s.table.columns[2].key == "risiko");
  CHECK(s.table.columns[2].group == "Mutu");
  CHECK(s.table.number_row == NumberRow::parenthesized);
  CHECK(s.table.number_format == "{n:02}");
  CHECK(s.labels.at("apa-saja") == "Apa saja");
}

TEST_CASE("Every fault is told with its place, all at once") {
  const Folder folder;
  CHECK(shown(folder.read("<simbl/>\n <kop leter=\"x\"/>\n<kop/>")) ==
        Said{"template-unknown 2:1", "template-unknown 3:7", "template-twice 4:1"});
  CHECK(shown(folder.read("<kop letak=\"bawah\" tinggi-logo=\"20\"/>")) == Said{"template-value 2:6", "template-value 2:20"});
  CHECK(shown(folder.read("<huruf><peran nama=\"sell\" ukuran=\"9pt\"/><peran ukuran=\"9pt\"/></huruf>")).size() == 2);
  CHECK(shown(folder.read("<halaman kaki-kiri=\"{hal}\"/>")) == Said{"template-value 2:10"});
  CHECK(shown(folder.read("<tabel><kolom isi=\"urain\"/></tabel>")) == Said{"template-incomplete 2:1", "template-unknown 2:15"});
  CHECK(shown(folder.read("<tabel><kolom isi=\"pelaksana\"/><kolom isi=\"pelaksana\"/></tabel>")).at(0).substr(0, 14) == "template-twice");
  CHECK(shown(folder.read("<identitas><isian nama=\"nomor\"/></identitas>")) == Said{"template-incomplete 2:1"});
  CHECK(shown(folder.read("<sel>kata</sel>")) == Said{"template-text 2:1"});
  CHECK(shown(folder.read("<huruf><peran nama=\"sel\" ukuran=\"5pt\"/></huruf>")).at(0).substr(0, 14) == "template-value");
  CHECK(shown(folder.read("", "versi=\"2\" mewarisi=\"p35\" x=\"\"")).size() == 2);
  CHECK(shown(folder.read("<kop", "versi=\"1\"")).at(0).substr(0, 12) == "template-xml");
  CHECK(shown(folder.read("\xFF")).at(0) == "template-xml 2:1");
  const auto near = folder.read("<kopp/>");
  CHECK(near.diagnostics.at(0).remedies.at(0).en == "Did you mean \"kop\"?");
  CHECK(near.diagnostics.at(0).where.line_text == "<kopp/>");
}

TEST_CASE("A base must say everything") {
  const Folder folder;
  const auto outcome = folder.read("<sel ruang-mendatar=\"1mm\"/>", "versi=\"1\"");
  REQUIRE(shown(outcome) == Said{"template-incomplete 1:1"});
  for (const char* open : {"<kop>", "sel ruang-tegak", "peran sel ukuran", "kotak peringatan label"})
    CHECK(outcome.diagnostics[0].message.en.find(open) != std::string::npos);
}

TEST_CASE("Templates that are not there, or extend each other") {
  const auto unknown = shipped("p53");
  CHECK(unknown.diagnostics.at(0).code == "template-unknown-name");
  CHECK(unknown.diagnostics.at(0).fault == Fault::input);
  CHECK(shipped("/nowhere/x.xml").diagnostics.at(0).fault == Fault::surroundings);
  SourceFiles files;
  CHECK(read_style(files, "/nowhere", "", {}).diagnostics.at(0).fault == Fault::surroundings);
  const Folder folder;
  folder.write("y.xml", "<templat versi=\"1\" mewarisi=\"x.xml\"/>");
  CHECK(shown(folder.read("", "versi=\"1\" mewarisi=\"y\"")) == Said{"template-cycle 1:20"});
}
