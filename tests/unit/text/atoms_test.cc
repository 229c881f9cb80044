#include "text/atoms.h"

#include "support/catch.h"

using namespace lembar::text;

namespace {

// "Nomor~52|Tahun~2011": | breaks freely, ~ a space that is kept, ^ unwillingly without a space, + never, $ always;
// a free break behind a space is "_".
std::string shown(const std::vector<StyledRun>& runs) {
  std::string out;
  for (const Atom& atom : split_atoms(runs)) {
    out += atom.text;
    switch (atom.after) {
      case BreakAfter::freely: out += atom.space_after ? "_" : atom.hyphen_after ? "|-" : "|"; break;
      case BreakAfter::unwillingly: out += atom.space_after ? "~" : "^"; break;
      case BreakAfter::never: out += "+"; break;
      case BreakAfter::always: out += "$"; break;
    }
  }
  return out;
}

std::string shown(const std::string& text) { return shown({StyledRun{text, {}}}); }

}  // namespace

TEST_CASE("Lines break at spaces, and behind slashes and dashes inside words") {
  CHECK(shown("Surat masuk") == "Surat_masuk$");
  CHECK(shown("  Surat \n masuk ") == "Surat_masuk$");
  CHECK(shown("Peralatan/Perlengkapan") == "Peralatan/|Perlengkapan$");
  CHECK(shown("undang-undang") == "undang-|undang$");
  CHECK(shown("Januari\u2013Maret") == "Januari\u2013|Maret$");
  CHECK(shown("e-mail A/B") == "e-^mail_A/^B$");
  CHECK(shown("067/015/KTT-BLG/VII/2023") == "067/^015/|KTT-|BLG/|VII/|2023$");
  CHECK(shown("-5 dan --x") == "-5_dan_--x$");
}

TEST_CASE("What belongs together stays together") {
  CHECK(shown("Nomor 52 Tahun 2011 tentang") == "Nomor~52_Tahun~2011_tentang$");
  CHECK(shown("1 Jam") == "1~Jam$");
  CHECK(shown("120 Hari, 2 Tahun") == "120~Hari,_2~Tahun$");
  CHECK(shown("28 Juli 2023") == "28~Juli_2023$");
  CHECK(shown("2 (dua) laporan") == "2~(dua)_laporan$");
  CHECK(shown("NIP. 19720606 199202 1 001") == "NIP.~19720606~199202~1~001$");
  CHECK(shown("- Formulir kinerja") == "-~Formulir_kinerja$");
  CHECK(shown("Camat \u2013 Sekretaris") == "Camat~\u2013_Sekretaris$");
  CHECK(shown("BAB IV Penutup") == "BAB~IV_Penutup$");
  CHECK(shown("a\u00A0b") == "a~b$");
}

TEST_CASE("Invisible marks of the author decide and vanish") {
  CHECK(shown("sekre\u00ADtaris") == "sekre|-taris$");
  CHECK(shown("http://a\u200Bbc") == "http://a|bc$");
  CHECK(shown("\uFEFFa\u2060b") == "ab$");
}

TEST_CASE("Runs glue together, forced breaks part them") {
  CHECK(shown({{"Pe", {}}, {"laksana", {}}, {" Tugas", {}}}) == "Pe+laksana_Tugas$");
  StyledRun line_break;
  line_break.line_break = true;
  CHECK(shown({{"a ", {}}, line_break, {" b", {}}}) == "a$b$");
  CHECK(shown({{"a", {}}, line_break, line_break, {"b", {}}}) == "a$$b$");
  CHECK(shown({{"a", {}}, line_break}) == "a$");
  CHECK(shown(" ") == "$");
  CHECK(split_atoms({}).empty());
}
