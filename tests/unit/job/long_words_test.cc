// Words that no form was made for: a field takes more lines, more pages or smaller letters, and where a page must hold it
// and cannot, the author is told.
#include "lembar/render.h"

#include <iterator>

#include "support/catch.h"

namespace lembar {

namespace {

// One field in turn holds the long words.
const char* const kFields[] = {"{cover}", "{slogan}", "{office}", "{logo}", "{kop}", "{address}", "{head}", "{number}", "{revised}", "{label}", "{value}",
                               "{approved}", "{position}", "{name}", "{title}", "{box}", "{point}", "{item}", "{table}", "{note}", "{place}", "{opening}",
                               "{signer}", "{signed}"};

const char* const kSheet = R"(<sop versi="1">
<sampul><judul>{cover}</judul><slogan letak="kiri">{slogan}</slogan><instansi>{office}</instansi></sampul>
<kop logo-teks="{logo}"><baris peran="unit">{kop}</baris><baris peran="alamat" sel="sendiri">{address}</baris></kop>
<identitas label="{head}"><nomor>{number}</nomor><tanggal-revisi>{revised}</tanggal-revisi><isian label="{label}">{value}</isian>
<disahkan-oleh label="{approved}"><jabatan>{position}</jabatan><nama>{name}</nama></disahkan-oleh><nama-sop>{title}</nama-sop></identitas>
<kotak label="{box}" daftar="angka"><butir nomor="{point}">{item}</butir><butir>Lain</butir></kotak>
<pelaksana><aktor id="a">Umum</aktor></pelaksana>
<prosedur><judul>{table}</judul><langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima</uraian></langkah><catatan>{note}</catatan></prosedur>
<pengesah letak="kiri"><nama>Siti</nama></pengesah>
<pengesah tempat="{place}"><pembuka>{opening}</pembuka><jabatan>{signer}</jabatan><nama>{signed}</nama></pengesah></sop>)";

std::string repeated(const std::string& word, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += word;
  return all;
}

RenderResult laid_out(const std::string& field, const std::string& words) {
  std::string xml = kSheet;
  for (const char* const name : kFields) xml.replace(xml.find(name), std::string(name).size(), name == field ? words : "Isi");
  RenderOptions options;
  options.emit = Emit::layout;
  return render({"surat.xml", xml}, options);
}

std::string codes(const RenderResult& result) {
  std::string all;
  for (const Diagnostic& d : result.diagnostics)
    if (d.severity == Severity::error) all += d.code + " ";
  return all;
}

int count(const std::string& in, const std::string& word) {
  int found = 0;
  for (std::size_t at = in.find(word); at != std::string::npos; at = in.find(word, at + word.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("Long words stand on the sheet from the first to the last, wherever they are written") {
  const std::string field = GENERATE(from_range(std::begin(kFields), std::end(kFields)));
  INFO(field);
  const int times = GENERATE(30, 120);
  const RenderResult result = laid_out(field, repeated("laporan kegiatan ", times));
  CHECK(codes(result) == "");
  REQUIRE(result.files.size() == 1);
  CHECK(count(result.files[0], "laporan") >= times);
}

TEST_CASE("Words without a space break where they must") {
  const std::string field = GENERATE(from_range(std::begin(kFields), std::end(kFields)));
  INFO(field);
  CHECK(codes(laid_out(field, repeated("abcdefghij", 30))) == "");
}

TEST_CASE("What goes on over pages knows no end") {
  const std::string field = GENERATE("{label}", "{value}", "{approved}", "{position}", "{name}", "{address}", "{head}", "{box}", "{item}", "{table}",
                                     "{note}", "{opening}", "{signer}", "{signed}");
  INFO(field);
  const RenderResult result = laid_out(field, repeated("laporan ", 3000));
  CHECK(codes(result) == "");
  REQUIRE(result.files.size() == 1);
  CHECK(count(result.files[0], "laporan") >= 3000);
}

TEST_CASE("A cover and a letterhead that no page holds are told at their places") {
  CHECK(codes(laid_out("{cover}", repeated("laporan ", 3000))) == "front-too-high ");
  CHECK(codes(laid_out("{kop}", repeated("laporan ", 3000))) == "front-too-high ");
  CHECK(laid_out("{cover}", repeated("laporan ", 3000)).diagnostics.back().where.line == 2);
}

}  // namespace lembar
