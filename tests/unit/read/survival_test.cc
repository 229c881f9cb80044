// No bytes crash the reader: what fuzzing found, and some thousands of small mutations of a whole sheet.
#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;

namespace {

const std::string kSheet = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- kecil --><himpunan versi="1"><umum><kop logo="a.png"><baris peran="pemda">A&amp;B</baris></kop></umum>
<sop kertas="215x330mm"><identitas><nomor>1</nomor><tanggal-revisi iso="2023-01-02">x</tanggal-revisi></identitas>
<dasar-hukum daftar="angka"><butir nomor="3">a<butir>b</butir></butir><p>c <t>d</t> <m>e</m></p></dasar-hukum>
<pelaksana><kelompok nama="K"><aktor id="u">U</aktor></kelompok><aktor id="k">K</aktor></pelaksana>
<prosedur><langkah id="a"><uraian gabung="2">x<![CDATA[<&>]]>&#65;</uraian><simbol id="s" pelaksana="u" sampai="k" bentuk="mulai" baris="2">M<alur ke="b" label="Ya"/></simbol></langkah>
<langkah id="b" pelaksana="k" bentuk="keputusan" isi="?"><alur ke="a"/></langkah><jumlah/><catatan>z</catatan></prosedur></sop><sertakan berkas="b"/></himpunan>
)";

void survive(const std::string& bytes) {
  SourceFiles files;
  auto read = read::read_document(files, "a.xml", bytes, [](const std::string&) { return std::optional<std::string>("<sop versi=\"1\"/>"); });
  if (!read.value) {
    REQUIRE(has_error(read.diagnostics));
    return;
  }
  auto checked = check::check_document(std::move(*read.value), files);
  if (checked.value) check::lint_document(*checked.value, files);
}

// xorshift: the same mutations on every machine.
struct Dice {
  std::uint64_t state = 88172645463325252ull;
  std::size_t below(std::size_t most) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::size_t>(state % most);
  }
};

}  // namespace

TEST_CASE("The sheet itself is right") {
  SourceFiles files;
  auto read = read::read_document(files, "a.xml", kSheet, [](const std::string&) { return std::optional<std::string>("<sop versi=\"1\"/>"); });
  CHECK(summary(read.diagnostics) == "");
}

TEST_CASE("Mutated sheets are read or refused, never more") {
  const std::vector<std::string> pieces = {"<", ">", "/", "&", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&#x", ";", std::string(1, '\0'), "\xFF", "\xC3", " ", "\r", "<butir>", "</sop>", "gabung=\"3\"", "id=\"a\""};
  Dice dice;
  for (int i = 0; i < 6000; ++i) {
    std::string bytes = kSheet;
    for (std::size_t n = 1 + dice.below(4); n > 0; --n) {
      const std::size_t at = dice.below(bytes.size());
      switch (dice.below(4)) {
        case 0: bytes[at] = static_cast<char>(dice.below(256)); break;
        case 1: bytes.erase(at, 1 + dice.below(20)); break;
        case 2: bytes.insert(at, pieces[dice.below(pieces.size())]); break;
        default: bytes.insert(at, bytes.substr(dice.below(bytes.size()), dice.below(80))); break;
      }
      if (bytes.empty()) bytes = "<";
    }
    INFO("mutation " << i);
    REQUIRE_NOTHROW(survive(bytes));
  }
}

TEST_CASE("Very many of one thing take no time that grows with their square") {
  constexpr int kMany = 30'000;
  const auto many = [](const auto& one) {
    std::string out;
    for (int i = 0; i < kMany; ++i) out += one(std::to_string(i));
    return out;
  };
  const std::string lanes = "<pelaksana>" + many([](const std::string& n) { return "<aktor id=\"a" + n + "\">A" + n + "</aktor>"; }) + "</pelaksana>";
  const auto flow = [&](const std::string& start) {
    return "<sop versi=\"1\">" + lanes + "<prosedur>" +
           many([&](const std::string& n) { return "<langkah id=\"s" + n + "\" pelaksana=\"" + start + n + "\"/>"; }) + "</prosedur></sop>";
  };
  survive(flow("a"));
  survive(flow("z"));  // lanes that nobody knows
  survive("<sop versi=\"1\"><pelaksana><aktor id=\"a\">A</aktor></pelaksana><prosedur><langkah id=\"s\" pelaksana=\"a\">" +
          many([](const std::string& n) { return "<kolom id=\"k" + n + "\"/>"; }) + "</langkah></prosedur></sop>");
}

TEST_CASE("Every cut of the sheet is survived") {
  for (std::size_t i = 0; i <= kSheet.size(); ++i) REQUIRE_NOTHROW(survive(kSheet.substr(0, i)));
}

TEST_CASE("What fuzzing once found stays harmless") {
  namespace fs = std::filesystem;
  if (!fs::exists(LEMBAR_ROOT "/tests/fuzz/found")) return;
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(LEMBAR_ROOT "/tests/fuzz/found"))
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  for (const std::string& path : files) {
    INFO(path);
    REQUIRE_NOTHROW(survive(file_bytes(path)));
  }
}
