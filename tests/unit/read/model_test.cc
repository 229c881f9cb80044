// What the file says arrives in the model, word for word.
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::model;
using namespace lembar::testing;

namespace {

Procedure sheet(const std::string& inner, const std::string& attributes = "") {
  const Reading reading = read_text("<sop versi=\"1\"" + attributes + ">" + inner + "</sop>");
  INFO(summary(reading.outcome.diagnostics));
  REQUIRE(reading.outcome.value);
  return reading.outcome.value->procedures.at(0);
}
RichText box(const std::string& inner) { return sheet("<kotak>" + inner + "</kotak>").boxes.at(0).text; }
std::string marked(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) {
    if (run.line_break) { out += "|"; continue; }
    out += std::string(run.bold ? "*" : "") + (run.italic ? "/" : "") + (run.underline ? "_" : "") + "[" + run.text + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("White space is one space, also beside styles and comments") {
  CHECK(marked(box(" a \n\t b ").blocks.at(0).runs) == "[a b]");
  CHECK(marked(box("<t>a</t> <m>b</m>").blocks.at(0).runs) == "*[a][ ]/[b]");
  CHECK(marked(box("a <g>b</g> c").blocks.at(0).runs) == "[a ]_[b][ c]");
  CHECK(marked(box("a<!-- k -->b <!-- k --> c").blocks.at(0).runs) == "[ab c]");
  CHECK(marked(box("<t>a <m>b</m></t><br/> c").blocks.at(0).runs) == "*[a ]*/[b]|[c]");
  CHECK(marked(box("<t>a </t>b").blocks.at(0).runs) == "*[a ][b]");
  CHECK(marked(box("a<![CDATA[ <b> ]]>&amp;").blocks.at(0).runs) == "[a <b> &]");
  CHECK(marked(box("<t>a</t>&#32;<?x?><t>b</t>").blocks.at(0).runs) == "*[a][ ]*[b]");
  CHECK(marked(box("a\u00A0b").blocks.at(0).runs) == "[a\u00A0b]");
  CHECK(box("  ").empty());
  CHECK(box("").empty());
}

TEST_CASE("Paragraphs, heads and items where they stand") {
  const RichText text = box("awal <butir>satu<butir daftar=\"huruf\">dalam<butir>lebih</butir></butir> ekor</butir><p>par</p><subjudul>kepala</subjudul><butir nomor=\"3\"><p>x</p><p>y</p></butir><butir/>");
  std::string out;
  for (const Block& block : text.blocks)
    out += std::string(block.kind == BlockKind::item ? "i" : block.kind == BlockKind::subhead ? "s" : "p") + std::to_string(block.level) +
           (block.number ? "#" + *block.number : "") + (block.marker ? "!" : "") + "(" + plain_text(block.runs) + ")";
  CHECK(out == "p0(awal)i0(satu)i1(dalam)i2!(lebih)p1(ekor)p0(par)s0(kepala)i0#3(x)p1(y)i0()");
  CHECK(box("a").blocks.at(0).where.column == 23);
  const Procedure marker = sheet("<dasar-hukum daftar=\"strip\"><butir>a</butir></dasar-hukum>");
  CHECK(marker.boxes[0].text.marker == ListMarker::dash);
  CHECK(marker.boxes[0].kind == BoxKind::legal_basis);
}

TEST_CASE("Identity: fields in the order written, dates as printed") {
  const Procedure p = sheet(
      "<identitas><nomor>1/A</nomor><isian label=\"Revisi Ke\">00</isian><tanggal-pembuatan>2023-07-08</tanggal-pembuatan>"
      "<tanggal-revisi label=\"\">-</tanggal-revisi><tanggal-efektif iso=\"2025-06-02\">Juni 2025</tanggal-efektif>"
      "<disahkan-oleh atas-nama=\"BUPATI\" cara=\"a.n.\"><jabatan>Kepala<br/>Badan</jabatan><jabatan>X</jabatan><nama>N</nama><nip label=\"NRP \">7</nip></disahkan-oleh>"
      "<nama-sop>Judul <m>SOP</m></nama-sop></identitas>",
      " templat=\"p52\" kertas=\"F4\" pengesahan=\"tte\" status=\"konsep\"");
  const auto& f = p.identity->fields;
  REQUIRE(f.size() == 7);
  CHECK(f[1].key == IdentityKey::custom);
  CHECK(f[1].label == Label("Revisi Ke"));
  CHECK(f[2].date->printed == "8 Juli 2023");
  CHECK(f[2].date->iso == "2023-07-08");
  CHECK(f[3].date->printed == "-");
  CHECK(f[3].label == Label(""));
  CHECK(f[4].date->printed == "Juni 2025");
  CHECK(f[4].date->iso == "2025-06-02");
  CHECK(f[5].official->positions.size() == 3);
  CHECK(f[5].official->on_behalf_of->value == "BUPATI");
  CHECK(f[5].official->manner == "a.n.");
  CHECK(f[5].official->nip_label == Label("NRP "));
  CHECK_FALSE(f[5].official->rank);
  CHECK(p.title() == "Judul SOP");
  CHECK(p.number() == "1/A");
  CHECK(p.template_name == "p52");
  CHECK(p.paper == "F4");
  CHECK(p.signing == SigningMode::tte);
  CHECK(p.status == Status::draft);
}

TEST_CASE("Lanes, heads, rows and symbols") {
  const Procedure p = sheet(
      "<pelaksana label=\"Pelaku\"><kelompok nama=\"BPS\"><aktor id=\"a\">A</aktor></kelompok><aktor id=\"b\">B</aktor><aktor id=\"c\">C</aktor></pelaksana>"
      "<kepala baris-nomor=\"(1)\"><kolom isi=\"nomor\">No.</kolom><kolom isi=\"pelaksana\" label=\"\"/><kelompok nama=\"Mutu\"><kolom isi=\"waktu\"/></kelompok></kepala>"
      "<prosedur judul=\"J1\"><judul>J2</judul><bagian>A. Awal</bagian>"
      "<langkah id=\"x\" nomor=\"\" gabung-lajur=\"2\" pelaksana=\"a\" bentuk=\"keputusan\" isi=\" Lengkap? \"><uraian>U</uraian><waktu jumlah=\"2\" satuan=\"menit\" gabung=\"2\"/><kolom id=\"risiko\">R</kolom><alur ke=\"y\" label=\"Ya\" garis=\"polos\"/></langkah>"
      "<langkah id=\"y\"><simbol pelaksana=\"a\" sampai=\"c\" baris=\"1\" buntu=\"ya\" bentuk=\"lingkaran\"> isi <alur ke=\"x\"/> </simbol></langkah>"
      "<jumlah label=\"Total\"/><catatan>*) c</catatan></prosedur><pengesah letak=\"kiri\" tempat=\"P\" tanggal=\"2023-01-02\" cara=\"Plt.\"><pembuka>Mengetahui,</pembuka><jabatan>J</jabatan></pengesah>"
      "<riwayat label=\"R\"><revisi nomor=\"1\" tanggal=\"2024-03-01\" oleh=\"B\">apa</revisi></riwayat>");
  REQUIRE(p.lanes->groups.size() == 2);
  CHECK(p.lanes->groups[0].name == "BPS");
  CHECK(p.lanes->groups[1].actors.size() == 2);
  CHECK(p.lanes->label == Label("Pelaku"));
  REQUIRE(p.head->groups.size() == 3);
  CHECK(p.head->number_row == std::optional<std::string>("(1)"));
  CHECK(p.head->groups[1].columns[0].label == Label(""));
  CHECK_FALSE(p.head->groups[1].columns[0].words);
  CHECK(p.head->groups[2].name == "Mutu");
  const FlowTable& t = p.tables.at(0);
  CHECK(t.titles.size() == 2);
  CHECK(t.notes.size() == 1);
  REQUIRE(t.rows.size() == 4);
  CHECK(std::holds_alternative<SectionRow>(t.rows[0]));
  CHECK(std::get<TotalRow>(t.rows[3]).label == Label("Total"));
  const Step& x = std::get<Step>(t.rows[1]);
  CHECK(x.number == std::optional<std::string>(""));
  CHECK(x.lane_row_span == 2);
  REQUIRE(x.symbols.size() == 1);
  CHECK(x.symbols[0].id == "x");
  CHECK(x.symbols[0].kind == SymbolKind::decision);
  CHECK(plain_text(x.symbols[0].runs) == "Lengkap?");
  CHECK(x.symbols[0].connectors.at(0).plain);
  CHECK(x.symbols[0].connectors.at(0).to.value == "y");
  REQUIRE(x.cells.size() == 3);
  CHECK(plain_text(x.cells[1].text) == "2 menit");
  CHECK(x.cells[1].amount->value == "2");
  CHECK(x.cells[1].row_span == 2);
  CHECK(x.cells[2].column == "risiko");
  const Symbol& s = std::get<Step>(t.rows[2]).symbols.at(0);
  CHECK(s.id == "y");
  CHECK(s.actor_to->value == "c");
  CHECK(s.dead_end);
  CHECK(plain_text(s.runs) == "isi");
  const SigningBlock& g = p.signing_blocks.at(0);
  CHECK(g.side == Side::left);
  CHECK(g.side_given);
  CHECK(g.date->printed == "2 Januari 2023");
  CHECK(plain_text(*g.opening) == "Mengetahui,");
  CHECK(p.history.at(0).date.printed == "1 Maret 2024");
  CHECK(p.history_label == Label("R"));
}

TEST_CASE("A compilation's sheets inherit what they do not say") {
  const Reading reading = read_text(
      "<himpunan versi=\"1\" templat=\"p52\"><daftar-isi/><arti-simbol/>"
      "<umum><kop><baris peran=\"unit\">U</baris></kop><identitas><tanggal-revisi>-</tanggal-revisi><nama-sop>umum</nama-sop><isian label=\"x\">u</isian></identitas>"
      "<dasar-hukum>d</dasar-hukum><pencatatan>p</pencatatan><kotak>k</kotak></umum>"
      "<sop><identitas><nomor>1</nomor><nama-sop>satu</nama-sop></identitas><keterkaitan>s</keterkaitan></sop>"
      "<sertakan berkas=\"dua.xml\"/></himpunan>",
      {{"d/dua.xml", "<sop versi=\"1\" templat=\"p35\"><kop logo=\"l.png\"/><dasar-hukum/></sop>"}}, "d/a.xml");
  INFO(summary(reading.outcome.diagnostics));
  REQUIRE(reading.outcome.value);
  const Document& d = *reading.outcome.value;
  CHECK(d.compilation);
  CHECK(d.contents);
  CHECK(d.symbol_legend);
  REQUIRE(d.procedures.size() == 2);
  const Procedure& one = d.procedures[0];
  CHECK(one.template_name == "p52");
  CHECK(one.letterhead->lines.size() == 1);
  std::vector<IdentityKey> keys;
  for (const auto& field : one.identity->fields) keys.push_back(field.key);
  CHECK(keys == std::vector<IdentityKey>{IdentityKey::number, IdentityKey::revised, IdentityKey::title, IdentityKey::custom});
  CHECK(one.title() == "satu");
  std::vector<BoxKind> boxes;
  for (const auto& b : one.boxes) boxes.push_back(b.kind);
  CHECK(boxes == std::vector<BoxKind>{BoxKind::legal_basis, BoxKind::related, BoxKind::records, BoxKind::custom});
  const Procedure& two = d.procedures[1];
  CHECK(two.template_name == "p35");
  CHECK(two.file == 1);
  CHECK(two.letterhead->logo->where.file == 1);
  CHECK(two.identity->fields.size() == 3);
  CHECK(two.boxes.at(0).text.empty());
}
