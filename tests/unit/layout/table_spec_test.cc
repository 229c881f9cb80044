#include "layout/table/table_spec.h"

#include "layout/flow/page_links.h"
#include "support/catch.h"

using namespace lembar;

namespace {

model::FlowTable table_of(const std::vector<std::string>& times) {
  model::FlowTable table;
  for (const std::string& time : times) {
    model::Step step;
    model::Cell cell;
    cell.column = "waktu";
    cell.text.blocks.push_back({.runs = {{.text = time}}});
    step.cells.push_back(cell);
    table.rows.emplace_back(step);
  }
  return table;
}

}  // namespace

TEST_CASE("times add up within minutes and hours, and no further") {
  CHECK(layout::total_time(table_of({"10 Menit", "1 Jam", "55 menit"})) == "2 Jam 5 Menit");
  CHECK(layout::total_time(table_of({"2 Hari", "30 Menit", "1 Minggu"})) == "1 Minggu 2 Hari 30 Menit");
  CHECK(layout::total_time(table_of({"1,5 Jam", "45 Menit"})) == "2 Jam 15 Menit");
  CHECK(layout::total_time(table_of({"1,5 Hari", "2 Hari"})) == "3,5 Hari");
  CHECK(layout::total_time(table_of({"1 Hari 2 Jam", "-"})) == "1 Hari 2 Jam");
}

TEST_CASE("a time that is no number and unit leaves the sum out") {
  CHECK(layout::total_time(table_of({"10 Menit", "secepatnya"})).empty());
  CHECK(layout::total_time(table_of({})).empty());
}

TEST_CASE("letters go on after Z") {
  CHECK(layout::letter_of(0) == "A");
  CHECK(layout::letter_of(25) == "Z");
  CHECK(layout::letter_of(26) == "AA");
  CHECK(layout::letter_of(27) == "AB");
  CHECK(layout::letter_of(26 + 26 * 26) == "AAA");
}
