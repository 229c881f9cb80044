#include "lembar/render.h"

#include "lembar/record.h"

#include <algorithm>
#include <cmath>

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

TEST_CASE("tables without rows end a sheet, however many they are") {
  std::string xml = kGood.bytes;
  std::string tables;
  for (int i = 0; i < 3000; ++i) tables += "<prosedur judul=\"Tahap\"/>";
  xml.insert(xml.find("</sop>"), tables);
  RenderOptions options;
  options.emit = Emit::layout;
  const RenderResult result = render({"surat.xml", xml}, options);
  REQUIRE(result.files.size() == 1);
  std::size_t titles = 0;
  for (std::size_t at = result.files[0].find("\"text\":\"Tahap\""); at != std::string::npos; at = result.files[0].find("\"text\":\"Tahap\"", at + 1)) ++titles;
  CHECK(titles == 3000);
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

TEST_CASE("a short table follows an identity that ran over, a long one starts a page of its own") {
  const auto pages_of = [](int points, int steps) {
    std::string xml = "<sop versi=\"1\"><identitas><nomor>1</nomor><nama-sop>Surat</nama-sop></identitas><dasar-hukum>";
    for (int i = 0; i < points; ++i) xml += "<butir>Peraturan Nomor " + std::to_string(i) + "</butir>";
    xml += "</dasar-hukum><pelaksana><aktor id=\"a\">Umum</aktor></pelaksana><prosedur>";
    for (int i = 0; i < steps; ++i) xml += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"a\" bentuk=\"proses\"><uraian>Menerima</uraian></langkah>";
    RenderOptions options;
    options.emit = Emit::layout;
    const RenderResult result = render({"surat.xml", xml + "</prosedur></sop>"}, options);
    REQUIRE(result.files.size() == 1);
    std::size_t pages = 0;
    for (std::size_t at = 0; (at = result.files[0].find("\"margins\":", at)) != std::string::npos; ++at) ++pages;
    return pages;
  };
  CHECK(pages_of(5, 2) == 2);  // the template keeps a flow off the first page
  CHECK(pages_of(60, 2) == 2);
  CHECK(pages_of(60, 20) == pages_of(5, 20) + 1);
  CHECK(pages_of(0, 20) == pages_of(5, 20) - 1);  // under an identity of two lines the table may even break
}

TEST_CASE("sections begin at the table's left edge, or all beside the lanes where a connector passes one of them") {
  const char* end = GENERATE("B. AKHIR", "B. AKHIR DARI KEGIATAN");
  RenderOptions options;
  options.emit = Emit::layout;
  const RenderResult result = render({"surat.xml", std::string(R"(<sop versi="1"><pelaksana><aktor id="a">Umum</aktor><aktor id="b">Camat</aktor></pelaksana>
    <kepala><kolom isi="nomor"/><kolom isi="pelaksana"/><kolom isi="uraian"/></kepala>
    <prosedur><bagian>A. AWAL</bagian><langkah id="x" pelaksana="a" bentuk="mulai"><uraian>Menerima</uraian></langkah>
    <bagian>)") + end + R"(</bagian><langkah id="y" pelaksana="a" bentuk="selesai"><uraian>Menyimpan</uraian></langkah></prosedur></sop>)"}, options);
  REQUIRE(result.files.size() == 1);
  const auto x_of = [&](const std::string& words) {
    const std::size_t at = result.files[0].find("\"text\":\"" + words + "\",\"x\":");
    REQUIRE(at != std::string::npos);
    return std::stod(result.files[0].substr(result.files[0].find("\"x\":", at) + 4));
  };
  if (std::string(end) == "B. AKHIR") {
    CHECK(std::abs(x_of("A. AWAL") - 20 - 1.2) < 0.05);  // margin and padding of the template
  } else {  // a connector passes the longer words: both stand beside the lanes
    CHECK(std::abs(x_of("A. AWAL") - x_of("Menyimpan")) < 0.05);
  }
  CHECK(x_of("A. AWAL") == x_of(end));
}

TEST_CASE("a signer stands below the last steps, whatever table without steps comes between") {
  const auto last_page = [](int steps, const std::string& empty_table) {
    std::string xml = "<sop versi=\"1\"><identitas><nomor>1</nomor><nama-sop>Surat</nama-sop></identitas><pelaksana><aktor id=\"a\">Umum</aktor></pelaksana><prosedur>";
    for (int i = 0; i < steps; ++i) xml += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"a\" bentuk=\"proses\"><uraian>Menerima</uraian></langkah>";
    xml += "</prosedur>" + empty_table + "<pengesah><jabatan>KEPALA</jabatan></pengesah></sop>";
    RenderOptions options;
    options.emit = Emit::layout;
    const RenderResult result = render({"surat.xml", xml}, options);
    REQUIRE(result.files.size() == 1);
    return result.files[0].substr(result.files[0].rfind("\"number\":"));
  };
  for (int steps = 1; steps <= 24; ++steps)
    for (const std::string empty_table : {"", "<prosedur judul=\"LAMPIRAN\"/>", "<prosedur judul=\"LAMPIRAN\"><catatan>Tidak ada.</catatan></prosedur><prosedur/>"}) {
      INFO(steps << " steps, then " << empty_table);
      CHECK(last_page(steps, empty_table).find("\"step\":\"s") != std::string::npos);
    }
}

TEST_CASE("a decision with more lines than corners is refused at its place, one with as many is drawn") {
  const auto decide = [](int branches, bool entered) {
    std::string xml = "<sop versi=\"1\"><identitas><nomor>1</nomor><nama-sop>Surat</nama-sop></identitas><pelaksana><aktor id=\"a\">Umum</aktor></pelaksana><prosedur>";
    if (entered) xml += "\n<langkah id=\"x\" pelaksana=\"a\" bentuk=\"mulai\"><uraian>Menerima</uraian></langkah>";
    xml += "\n<langkah id=\"d\" pelaksana=\"a\" bentuk=\"keputusan\"><uraian>Menilai</uraian>";
    for (int i = 0; i < branches; ++i) xml += "<alur ke=\"s" + std::to_string(i) + "\" label=\"Ya\"/>";
    xml += "</langkah>";
    for (int i = 0; i < branches; ++i) xml += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"a\" bentuk=\"selesai\"><uraian>Menyimpan</uraian></langkah>";
    return render({"surat.xml", xml + "</prosedur></sop>"}, {});
  };
  const RenderResult refused = decide(4, true);
  CHECK(refused.files.empty());
  REQUIRE(refused.diagnostics.size() == 1);
  CHECK(refused.diagnostics[0].code == "decision-without-corner");
  CHECK(refused.diagnostics[0].where.line == 3);
  CHECK(decide(4, false).files.size() == 1);
  CHECK(decide(3, true).files.size() == 1);
}

TEST_CASE("a status is stamped large across every page, behind all else") {
  const std::string rest = R"(<identitas><nama-sop>Surat</nama-sop></identitas><pelaksana><aktor id="a">Umum</aktor></pelaksana>
    <prosedur><langkah id="x" pelaksana="a"><uraian>Menerima</uraian></langkah></prosedur></sop>)";
  RenderOptions options;
  options.emit = Emit::layout;
  const auto stamps = [&](const std::string& attributes) {
    const RenderResult result = render({"surat.xml", "<sop versi=\"1\" " + attributes + ">" + rest}, options);
    REQUIRE(result.files.size() == 1);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = result.files[0].find("\"text\":\"SALINAN\"", at)) != std::string::npos; ++at) {
      const std::string line = result.files[0].substr(at, result.files[0].find('\n', at) - at);
      CHECK(line.find("\"stamp\":true") != std::string::npos);
      CHECK(line.find("\"angle\":36.87") != std::string::npos);
      const auto number = [&](const std::string& key) { return std::stod(line.substr(line.find("\"" + key + "\":") + key.size() + 3)); };
      CHECK(number("w") > 100);
      CHECK(number("x") + number("w") < 297);
      CHECK(number("y") + number("h") < 210);
      ++count;
    }
    return count;
  };
  CHECK(stamps("status=\"salinan\"") == 1);
  CHECK(stamps("status=\"berlaku\"") == 0);
  CHECK(stamps("status=\"salinan\" pengesahan=\"tte\"") == 0);  // a signed file is no copy
}

TEST_CASE("a little less room in every row spares a page for one row and the signers") {
  const auto sheet = [](int steps) {
    std::string xml = "<sop versi=\"1\"><pelaksana><aktor id=\"a\">Umum</aktor><aktor id=\"b\">Camat</aktor></pelaksana><prosedur>";
    for (int i = 0; i < steps; ++i)
      xml += "<langkah id=\"s" + std::to_string(i) + "\" pelaksana=\"" + (i % 2 ? "b" : "a") + "\"><uraian>Menerima</uraian></langkah>";
    RenderOptions options;
    options.emit = Emit::layout;
    const RenderResult result =
        render({"surat.xml", xml + "</prosedur><pengesah><jabatan>CAMAT</jabatan><nama>N</nama><nip>1</nip></pengesah></sop>"}, options);
    REQUIRE(result.files.size() == 1);
    const std::string& json = result.files[0];
    std::size_t pages = 0;
    for (std::size_t at = 0; (at = json.find("\"margins\":", at)) != std::string::npos; ++at) ++pages;
    const std::size_t row = json.find("{\"step\":\"s0\"");
    REQUIRE(row != std::string::npos);
    return std::pair{pages, std::stod(json.substr(json.find("\"h\":", row) + 4))};
  };
  // One page as long as it goes, the last of these with lower rows; then two, with rows as they were.
  int steps = 6;
  while (sheet(steps).first == 1) ++steps;
  CHECK(sheet(steps - 1).second < sheet(6).second);
  CHECK(sheet(steps).second >= sheet(6).second);
}

TEST_CASE("a table without rows prints its title") {
  RenderOptions options;
  options.emit = Emit::layout;
  const RenderResult result = render({"surat.xml", R"(<sop versi="1"><pelaksana><aktor id="a">Umum</aktor></pelaksana><prosedur judul="LAMPIRAN"/></sop>)"}, options);
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].find("\"text\":\"LAMPIRAN\"") != std::string::npos);
}

TEST_CASE("errors leave no file") {
  const RenderResult result = render({"x.xml", "<sop versi=\"1\"><tak-ada/></sop>"}, {});
  CHECK(result.files.empty());
  CHECK(exit_status(result.diagnostics) == 1);
}

TEST_CASE("words that no column prints are told of, in render and in check") {
  const auto told = [](const std::string& head, const std::string& cells, bool file) {
    const std::string flow = "<langkah id=\"x\" pelaksana=\"a\"><uraian>U</uraian>" + cells + "</langkah><langkah id=\"y\" pelaksana=\"a\"><uraian>V</uraian>" + cells + "</langkah>";
    const Source source{"x.xml", "<sop versi=\"1\"><pelaksana><aktor id=\"a\">A</aktor></pelaksana>" + head + "<prosedur>" + flow + "</prosedur></sop>"};
    RenderOptions options;
    options.emit = Emit::layout;
    const RenderResult result = render(source, options);
    CHECK(result.files.size() == (file ? 1U : 0U));
    std::vector<std::string> rendered, checked;
    for (const Diagnostic& d : result.diagnostics) rendered.push_back(d.code);
    for (const Diagnostic& d : check_source(source))
      if (d.code[0] != 'L') checked.push_back(d.code);
    CHECK(rendered == checked);
    return rendered;
  };
  using Codes = std::vector<std::string>;
  const std::string head = "<kepala><kolom isi=\"uraian\"/><kolom isi=\"pelaksana\"/></kepala>";
  CHECK(told("", "<waktu>1 Jam</waktu>", true) == Codes{});
  CHECK(told(head, "<waktu/>", true) == Codes{});
  CHECK(told(head, "<waktu>1 Jam</waktu>", true) == Codes{"cell-unprinted"});  // one word for both steps
  CHECK(told("<kepala><kolom isi=\"uraian\"/><kolom isi=\"risiko\">Risiko</kolom></kepala>", "<kolom id=\"risiko\">R</kolom>", true) == Codes{});
  CHECK(told(head, "<kolom id=\"risiko\">R</kolom>", true) == Codes{"cell-unprinted"});
  CHECK(told("", "<kolom id=\"risiko\">R</kolom>", false) == Codes{"column-unknown"});
}

TEST_CASE("a sum that cannot be worked out is told of, at the time that is in the way") {
  const auto told = [](const std::string& time, const std::string& total) {
    const Source source{"surat.xml", "<sop versi=\"1\"><pelaksana><aktor id=\"a\">Umum</aktor></pelaksana><prosedur>\n"
                                     "<langkah id=\"x\" pelaksana=\"a\"><uraian>Menerima</uraian><waktu>1 Jam</waktu></langkah>\n"
                                     "<langkah id=\"y\" pelaksana=\"a\"><uraian>Menyimpan</uraian>" + time + "</langkah>\n" + total + "</prosedur></sop>"};
    const RenderResult result = render(source, {});
    CHECK(result.files.size() == 1);
    int line = 0;
    for (const Diagnostic& d : result.diagnostics)
      if (d.code == "sum-unknown") line = d.where.line;
    return line;
  };
  CHECK(told("<waktu>\u00b130 mnt</waktu>", "<jumlah/>") == 3);
  CHECK(told("<waktu>\u00b130 mnt</waktu>", "<jumlah>Jumlah</jumlah>") == 3);
  CHECK(told("<waktu>\u00b130 mnt</waktu>", "<jumlah>2 Jam</jumlah>") == 0);
  CHECK(told("<waktu>\u00b130 mnt</waktu>", "") == 0);
  CHECK(told("<waktu>30</waktu>", "<jumlah/>") == 4);
  CHECK(told("<waktu>30 Menit</waktu>", "<jumlah/>") == 0);
  CHECK(told("<waktu jumlah=\"30\" satuan=\"Menit\">\u00b130 mnt</waktu>", "<jumlah/>") == 0);
}

TEST_CASE("check speaks of a template that is not there") {
  const auto diagnostics = check_source({"x.xml", "<sop versi=\"1\" templat=\"dinas\"/>"});
  CHECK(exit_status(diagnostics) == 1);
  CHECK(std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.code == "template-unknown-name"; }));
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
