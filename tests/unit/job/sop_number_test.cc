#include "job/office/sop_number.h"

#include "support/catch.h"

namespace lembar::job {

TEST_CASE("numbers as offices write them") {
  struct Case { const char* number; const char* classification; int running; const char* pattern; };
  for (const Case& c : {Case{"067/015/KTT-BLG/VII/2023", "067", 15, "067/#/KTT-BLG/*/2023"},
                        Case{"067/211/KTT-BLG/2024", "067", 211, "067/#/KTT-BLG/2024"},
                        Case{"01/SOP/KEC-LPHG/III/2024", "", 1, "#/SOP/KEC-LPHG/*/2024"},
                        Case{"001/SOP/KEC/2024", "", 1, "#/SOP/KEC/2024"},
                        Case{"000.8.3.3/263/M/Diskominfo", "000.8.3.3", 263, "000.8.3.3/#/M/Diskominfo"},
                        Case{"445/ /TU/PKM-SL/I/ 2018", "445", -1, "445//TU/PKM-SL/*/2018"},
                        Case{"SOP/I/2023/PKM.BOJA II/0", "", -1, "SOP/*/2023/PKM.BOJA II/0"}}) {
    const SopNumber read = read_sop_number(c.number);
    INFO(c.number);
    CHECK(read.classification == c.classification);
    CHECK(read.running.value_or(-1) == c.running);
    CHECK(read.pattern == c.pattern);
  }
}

TEST_CASE("no number yet") {
  for (const char* number : {"", "-", "${nomor_naskah}", "...", " / / "}) CHECK(read_sop_number(number).pattern.empty());
}

TEST_CASE("words for files lead nowhere else") {
  CHECK(file_word("067/015/KTT-BLG/VII/2023") == "067-015-KTT-BLG-VII-2023");
  CHECK(file_word("../../etc/passwd") == "etc-passwd");
  CHECK(file_word("..") == "");
  CHECK(file_word("-") == "");
  CHECK(file_word("a\nb\\c") == "a-b-c");
  CHECK(file_word("Kantor é.") == "Kantor-é");
  CHECK(file_word(std::string(300, 'a')).size() == 100);
  CHECK(small_file_word("KECAMATAN Tebing  Tinggi") == "kecamatan-tebing-tinggi");
}

}  // namespace lembar::job
