#include "base/csv.h"

#include "support/catch.h"

namespace lembar {

TEST_CASE("what was written is read again") {
  const std::vector<CsvRow> rows{{"nomor", "nama"}, {"067/1", "Surat, \"masuk\""}, {"", "dua\nbaris"}, {"-", ""}};
  std::string text;
  for (const CsvRow& row : rows) text += csv_line(row);
  CHECK(text.substr(0, 11) == "nomor,nama\n");
  CHECK(read_csv(text) == rows);
}

TEST_CASE("files of spreadsheets and of nobody are read as far as they go") {
  CHECK(read_csv("\xEF\xBB\xBF"
                 "a,b\r\n\r\nc,d") == std::vector<CsvRow>{{"a", "b"}, {"c", "d"}});
  CHECK(read_csv("a,\"b\nc") == std::vector<CsvRow>{{"a", "b\nc"}});
  CHECK(read_csv("").empty());
}

}  // namespace lembar
