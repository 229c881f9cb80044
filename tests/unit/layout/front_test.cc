#include <algorithm>

#include "layout/front/block_builder.h"
#include "layout/front/contents.h"
#include "layout/front/tte_statement.h"
#include "support/placed_front.h"

using namespace lembar;
using layout::PlacedPage;
using layout::PlacedText;
using testing::Front;

namespace {

std::string many(const std::string& element, int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) out += "<" + element + ">butir nomor " + std::to_string(i) + "</" + element + ">";
  return out;
}

std::vector<std::string> lines_above(const std::string& official) {
  Front front("<pengesah " + official);
  return layout::words_of_official(front.procedure.signing_blocks.front().official, front.style).above;
}

}  // namespace

TEST_CASE("fields stand in the template's order, the author's own where they were written") {
  Front front("<identitas><nama-sop>N</nama-sop><isian label=\"Revisi Ke\">07</isian><nomor>12</nomor></identitas>");
  front.place_identity();
  CHECK(front.text("12").box.y < front.text("07").box.y);
  CHECK(front.text("07").box.y < front.text("N").box.y);
  CHECK(front.faults() == 0);
}

TEST_CASE("letterhead and fields end on one line") {
  Front front("<kop><baris peran=\"pemda\">KAB</baris><baris peran=\"alamat\" sel=\"sendiri\">Jalan</baris></kop>"
              "<identitas><nomor>12</nomor><nama-sop>N</nama-sop></identitas>");
  front.place_identity();
  Length kop, fields;
  for (const auto& cell : front.sheet.pages[0].cells) {
    Length& bottom = cell.role == "kop" ? kop : fields;
    bottom = max(bottom, cell.box.bottom());
  }
  CHECK(kop == fields);
  CHECK(front.faults() == 0);
}

TEST_CASE("an identity longer than a page goes on") {
  std::string fields;
  for (int i = 0; i < 90; ++i) fields += "<isian label=\"L" + std::to_string(i) + "\">W" + std::to_string(i) + "</isian>";
  Front front("<kop><baris>KANTOR</baris></kop><identitas label=\"IDENTITAS\">" + fields + "</identitas>");
  front.place_identity();
  CHECK(front.sheet.pages.size() > 1);
  for (int i = 0; i < 90; ++i) CHECK(front.count("W" + std::to_string(i)) == 1);
  CHECK(front.count("IDENTITAS") == 1);
  CHECK(front.faults() == 0);
}

TEST_CASE("one field longer than a page is cut between its lines") {
  Front front("<identitas><isian label=\"Isi\">" + many("p", 120) + "</isian><nomor>12</nomor></identitas>");
  front.place_identity();
  CHECK(front.sheet.pages.size() > 1);
  for (int i = 1; i <= 120; ++i) CHECK(front.count("butir nomor " + std::to_string(i)) == 1);
  CHECK(front.count("Isi") == static_cast<long>(front.sheet.pages.size()));
  CHECK(front.faults() == 0);
}

TEST_CASE("a box longer than its page goes on with its head repeated") {
  Front front("<dasar-hukum>" + many("butir", 100) + "</dasar-hukum><peralatan><butir>satu</butir></peralatan>");
  front.place_identity();
  CHECK(front.sheet.pages.size() > 1);
  CHECK(front.count("Dasar Hukum") == static_cast<long>(front.sheet.pages.size()));
  CHECK(front.count("Peralatan") == 1);  // over an empty cell it would say that there is none
  for (int i = 1; i <= 100; ++i) CHECK(front.count("butir nomor " + std::to_string(i)) == 1);
  CHECK(front.faults() == 0);
}

TEST_CASE("a label of the author's own replaces the template's; an empty one prints none") {
  Front front("<dasar-hukum label=\"DASAR :\">a</dasar-hukum><peralatan label=\"\">b</peralatan>");
  front.place_identity();
  CHECK(front.says("DASAR :"));
  CHECK_FALSE(front.says("Dasar Hukum"));
  CHECK_FALSE(front.says("Peralatan"));
  CHECK(front.faults() == 0);
}

TEST_CASE("acting forms") {
  using Lines = std::vector<std::string>;
  CHECK(lines_above("cara=\"Plt.\"><jabatan>CAMAT</jabatan></pengesah>") == Lines{"Plt. CAMAT"});
  CHECK(lines_above("cara=\"Plt.\"/>") == Lines{"Plt."});
  CHECK(lines_above("atas-nama=\"BUPATI\"><jabatan>SEKDA</jabatan></pengesah>") == Lines{"a.n. BUPATI", "SEKDA"});
  CHECK(lines_above("atas-nama=\"BUPATI\" cara=\"Pj.\"><jabatan>SEKDA</jabatan></pengesah>") == Lines{"a.n. BUPATI", "Pj. SEKDA"});
  CHECK(lines_above("atas-nama=\"BUPATI\" cara=\"u.b.\"><jabatan>SEKDA</jabatan><jabatan>KABAG</jabatan></pengesah>") ==
        Lines{"a.n. BUPATI", "SEKDA", "u.b.", "KABAG"});
}

TEST_CASE("what stands before the number of an official") {
  auto number = [](const std::string& nip) {
    Front front("<pengesah><nama>N</nama>" + nip + "</pengesah>");
    return layout::words_of_official(front.procedure.signing_blocks.front().official, front.style).below.back();
  };
  CHECK(number("<nip>1234</nip>") == "NIP. 1234");
  CHECK(number("<nip label=\"NIPPPK\">1234</nip>") == "NIPPPK 1234");
  CHECK(number("<nip label=\"\">1234</nip>") == "1234");
  CHECK(number("<nip>NRP 1234</nip>") == "NRP 1234");
}

TEST_CASE("the anchor of an electronic signature stands once, its places have names of their own") {
  const std::string official = "<jabatan>CAMAT</jabatan><nama>NAMA</nama>";
  Front front("<identitas><disahkan-oleh>" + official + "</disahkan-oleh></identitas><pengesah>" + official + "</pengesah>",
              testing::front_style(), "pengesahan=\"tte\"");
  front.place_identity();
  layout::place_signing_blocks(*front.input, layout::Signers::as_given, front.pages);
  CHECK(front.count("#") == 1);
  REQUIRE(front.sheet.pages[0].signatures.size() == 2);
  CHECK(front.sheet.pages[0].signatures[0].name != front.sheet.pages[0].signatures[1].name);
  CHECK(front.faults() == 0);
}

TEST_CASE("signers left and right share a band, a third one takes the next") {
  Front front("<pengesah letak=\"kiri\"><nama>A</nama></pengesah><pengesah letak=\"kanan\"><nama>B</nama></pengesah>"
              "<pengesah letak=\"kiri\"><nama>C</nama></pengesah>");
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  const Length before = front.pages.y();
  layout::place_signing_blocks(*front.input, layout::Signers::as_given, front.pages);
  CHECK(front.text("A").box.y == front.text("B").box.y);
  CHECK(front.text("C").box.y > front.text("A").box.y);
  CHECK(front.pages.y() - before == layout::signing_height(*front.input, layout::Signers::as_given));
  CHECK(front.faults() == 0);
}

TEST_CASE("names side by side stand on one line, whatever stands above them") {
  Front front("<pengesah letak=\"kiri\"><jabatan>SATU</jabatan><jabatan>DUA</jabatan><nama>A</nama><nip>1</nip></pengesah>"
              "<pengesah letak=\"kanan\" tempat=\"Kota\" tanggal=\"-\"><pembuka>Mengetahui,</pembuka><jabatan>TIGA</jabatan><jabatan>EMPAT</jabatan><nama>B</nama></pengesah>");
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  layout::place_signing_blocks(*front.input, layout::Signers::as_given, front.pages);
  CHECK(front.text("A").box.y == front.text("B").box.y);
  CHECK(front.text("SATU").box.y < front.text("TIGA").box.y);
  CHECK(front.faults() == 0);
}

TEST_CASE("a long position breaks into lines of about one length") {
  // 24 letters of 10 pt in 70 mm, which hold 19: one line of 19 would leave one word of 4 alone.
  Front front("<pengesah><jabatan>AAAA BBBB CCCC DDDD EEEE</jabatan></pengesah>");
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  layout::place_signing_blocks(*front.input, layout::Signers::as_given, front.pages);
  CHECK(front.says("AAAA BBBB CCCC"));
  CHECK(front.says("DDDD EEEE"));
  CHECK(front.faults() == 0);
}

TEST_CASE("what is read together on a cover stands together") {
  Front front("<sampul><judul>SATU</judul><judul>DUA</judul><subjudul>TIGA</subjudul><instansi>KANTOR</instansi><tahun>2024</tahun></sampul>");
  layout::place_cover(*front.input, *front.procedure.cover, 0, front.pages);
  const auto gap = [&](const char* above, const char* below) { return front.text(below).box.y - front.text(above).box.bottom(); };
  CHECK(gap("SATU", "DUA") <= mm(3));
  CHECK(gap("DUA", "TIGA") <= mm(6));
  CHECK(gap("KANTOR", "2024") <= mm(6));
  CHECK(gap("TIGA", "KANTOR") > mm(100));
  CHECK(front.faults() == 0);
}

TEST_CASE("a cover of many words has smaller ones, and tells when they are too many") {
  const auto words = [](int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += " kata" + std::to_string(i);
    return out;
  };
  Front long_one("<sampul><judul>" + words(700) + "</judul><instansi>KANTOR</instansi></sampul>");
  CHECK_FALSE(layout::place_cover(*long_one.input, *long_one.procedure.cover, 0, long_one.pages));
  CHECK(long_one.text("KANTOR").size < pt(10));
  CHECK(long_one.faults() == 0);
  Front too_long("<sampul><judul>" + words(3000) + "</judul></sampul>");
  CHECK(layout::place_cover(*too_long.input, *too_long.procedure.cover, 0, too_long.pages));
}

TEST_CASE("labels and signers higher than a page are cut, a kop is told of") {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += " kata";
  Front label("<identitas><isian label=\"" + words + "\">isi</isian></identitas>");
  CHECK_FALSE(layout::place_identity(*label.input, label.pages));
  CHECK(label.sheet.pages.size() > 1);
  CHECK(label.faults() == 0);
  Front name("<pengesah><nama>" + words + "</nama></pengesah>");
  name.pages.start_page(name.style, style::Part::flow, "alur", "");
  layout::place_signing_blocks(*name.input, layout::Signers::as_given, name.pages);
  CHECK(name.sheet.pages.size() > 1);
  CHECK(name.faults() == 0);
  Front kop("<kop><baris>" + words + words + "</baris></kop>");
  CHECK(layout::place_identity(*kop.input, kop.pages));
}

TEST_CASE("more signers than a page holds go on on the next") {
  std::string signers;
  for (int i = 0; i < 20; ++i) signers += "<pengesah letak=\"kiri\"><nama>NAMA " + std::to_string(i) + "</nama></pengesah>";
  Front front(signers);
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  layout::place_signing_blocks(*front.input, layout::Signers::as_given, front.pages);
  CHECK(front.sheet.pages.size() > 1);
  for (int i = 0; i < 20; ++i) CHECK(front.count("NAMA " + std::to_string(i)) == 1);
  CHECK(front.faults() == 0);
}

TEST_CASE("two logos stand left and right of the words, one alone above them") {
  const std::string lines = "<baris peran=\"unit\">KANTOR</baris></kop><identitas><nomor>1</nomor></identitas>";
  Front two("<kop logo=\"a.png\" logo-kanan=\"b.png\">" + lines);
  for (const char* name : {"a.png", "b.png"})
    two.images[layout::image_key(0, name)] = {.name = name, .bytes = name, .width_px = 100, .height_px = 100};
  two.place_identity();
  const auto& images = two.sheet.pages[0].images;
  REQUIRE(images.size() == 2);
  const Rect words = two.text("KANTOR").box;
  CHECK(images[0].box.right() < words.x);
  CHECK(words.right() < images[1].box.x);
  CHECK(images[0].box.y < words.y);
  CHECK(words.y < images[0].box.bottom());
  CHECK(two.faults() == 0);

  Front one("<kop logo=\"a.png\">" + lines);
  one.images[layout::image_key(0, "a.png")] = {.name = "a.png", .bytes = "a", .width_px = 100, .height_px = 100};
  one.place_identity();
  CHECK(one.sheet.pages[0].images[0].box.bottom() < one.text("KANTOR").box.y);
}

TEST_CASE("logos do not break a word between them") {
  // 16 letters of 10 pt are 56 mm; between two logos of 20 mm half of 180 mm leaves less.
  Front front("<kop logo=\"a.png\" logo-kanan=\"b.png\"><baris>KESATUANBANGSAAN</baris></kop><identitas><nomor>1</nomor></identitas>");
  for (const char* name : {"a.png", "b.png"})
    front.images[layout::image_key(0, name)] = {.name = name, .bytes = name, .width_px = 100, .height_px = 100};
  front.place_identity();
  CHECK(front.sheet.pages[0].images[1].box.bottom() < front.text("KESATUANBANGSAAN").box.y);
}

TEST_CASE("a page cuts between the items of a box, not inside a short one") {
  std::string items;
  for (int i = 1; i <= 60; ++i) items += "<butir>awal butir yang lebih panjang daripada satu baris " + std::to_string(i) + "</butir>";
  Front front("<dasar-hukum>" + items + "</dasar-hukum><peralatan>satu</peralatan>");
  front.place_identity();
  REQUIRE(front.sheet.pages.size() > 1);
  for (std::size_t p = 1; p < front.sheet.pages.size(); ++p) {
    const auto& texts = front.sheet.pages[p].texts;
    const auto first = std::find_if(texts.begin(), texts.end(), [](const PlacedText& t) { return t.owner_id == "dasar-hukum-1"; });
    REQUIRE(first != texts.end());
    CHECK(first->part == PlacedText::Part::list_label);
  }
  for (int i = 1; i <= 60; ++i) CHECK(front.count(std::to_string(i) + ".") == 1);
  CHECK(front.faults() == 0);
}

TEST_CASE("a cover keeps slogans at the sides of one height") {
  Front front("<sampul><slogan letak=\"kiri\">KIRI</slogan><slogan letak=\"kanan\">KANAN</slogan><judul>JUDUL</judul>"
              "<instansi>KANTOR</instansi><tahun>2024</tahun></sampul>");
  layout::place_cover(*front.input, *front.procedure.cover, 0, front.pages);
  CHECK(front.text("KIRI").box.y == front.text("KANAN").box.y);
  CHECK(front.text("KIRI").box.right() < front.text("JUDUL").box.right());
  CHECK(front.text("JUDUL").box.y < front.text("KANTOR").box.y);
  CHECK(front.faults() == 0);
}

TEST_CASE("a history longer than its page goes on") {
  std::string history;
  for (int i = 0; i < 60; ++i) history += "<revisi nomor=\"" + std::to_string(i) + "\" tanggal=\"2024-03-01\" oleh=\"TU\">ubah</revisi>";
  style::SheetStyle style = testing::front_style();
  style.print_history = true;
  Front front("<riwayat>" + history + "</riwayat>", style);
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  layout::place_history(*front.input, front.pages);
  CHECK(front.sheet.pages.size() > 1);
  CHECK(front.count("ubah") == 60);
  CHECK(front.faults() == 0);
}

TEST_CASE("a change longer than a page is cut between its lines") {
  std::string words;
  for (int i = 0; i < 900; ++i) words += "kata ";
  Front front("<riwayat><revisi nomor=\"1\" tanggal=\"-\" oleh=\"O\">" + words + "</revisi></riwayat>");
  front.style.print_history = true;
  front.pages.start_page(front.style, style::Part::flow, "alur", "");
  layout::place_history(*front.input, front.pages);
  CHECK(front.sheet.pages.size() > 1);
  CHECK(front.faults() == 0);
  std::size_t letters = 0;
  for (const std::string& line : front.texts())
    if (line.starts_with("kata")) letters += line.size() + 1;
  CHECK(letters == words.size());
}

TEST_CASE("the statement of an electronic signature stands below the running foot, inside the margin made for it") {
  style::SheetStyle style = testing::front_style();
  style.tte_footer = "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik";
  style.running.foot_right = "Halaman {page} dari {pages}";
  test::FakeShaper shaper;
  Front front("<identitas><nomor>12</nomor></identitas>", layout::with_room_for_statement(style, shaper), "pengesahan=\"tte\"");
  front.place_identity();
  layout::place_running_lines(front.sheet, 0, 0, front.style, {}, front.shaper);
  layout::place_tte_statement(front.sheet, 0, 0, front.style, {}, front.shaper);
  const auto& cells = front.sheet.pages[0].cells;
  CHECK(cells.back().box.y > front.text("Halaman 1 dari 1").box.bottom());
  CHECK(cells.back().box.bottom() < front.sheet.pages[0].size.h - mm(3));
  CHECK(front.faults() == 0);
}

TEST_CASE("a compilation lists its sheets with their pages, and explains the symbols") {
  style::SheetStyle style = testing::front_style();
  style.contents_title = "Daftar Isi";
  style.legend_title = "Arti Simbol";
  Front front("<identitas><nomor>12</nomor></identitas>", style);
  model::Document document;
  for (int i = 0; i < 70; ++i) document.procedures.push_back(front.procedure);
  const auto lines = layout::place_contents(*front.input, document, front.pages);
  layout::place_symbol_legend(*front.input, front.pages);
  REQUIRE(lines.size() == 70);
  std::vector<int> first_pages;
  for (int i = 0; i < 70; ++i) first_pages.push_back(1000 + i);
  layout::fill_contents(front.sheet, lines, first_pages, front.style, front.shaper);
  CHECK(front.sheet.pages.size() > 1);
  CHECK(front.count("1069") == 1);
  CHECK(front.says("Arti Simbol"));
  CHECK(front.faults() == 0);
}
