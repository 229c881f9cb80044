#include "layout/table/table_spec.h"

#include "layout/flow/page_links.h"
#include "layout/table/total_row.h"
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

TEST_CASE("a sum is written as its times are") {
  CHECK(layout::total_time(table_of({"10 menit", "1 jam"})) == "1 jam 10 menit");
  CHECK(layout::total_time(table_of({"10", "5", "-", "20"})) == "35");
  CHECK(layout::total_time(table_of({"1,5", "2"})) == "3,5");
  CHECK(layout::total_time(table_of({"10", "5 Menit"})).empty());
}

TEST_CASE("a time given as amount and unit adds up, whatever its words are") {
  model::FlowTable table = table_of({"2 (dua) hari kerja", "1 Hari"});
  CHECK(layout::total_time(table).empty());
  model::Cell& cell = std::get<model::Step>(table.rows[0]).cells[0];
  cell.amount = model::Text{.value = "2"};
  cell.unit = model::Text{.value = "Hari"};
  CHECK(layout::total_time(table) == "3 Hari");
}

TEST_CASE("a time that is no number and unit leaves the sum out") {
  CHECK(layout::total_time(table_of({"10 Menit", "secepatnya"})).empty());
  CHECK(layout::total_time(table_of({})).empty());
}

TEST_CASE("words of a row of sums: a label, and a figure under the times") {
  using Words = std::pair<std::string, std::string>;
  const auto words = [](const std::string& own, const std::string& sum = "23 Menit", const model::Label& label = {}) {
    model::TotalRow row;
    if (!own.empty()) row.text.blocks.push_back({.runs = {{.text = own}}});
    row.label = label;
    const layout::TotalWords split = layout::total_words(row, "Jumlah Waktu", sum);
    return Words{model::plain_text(split.label), split.figure ? model::plain_text(*split.figure) : "none"};
  };
  CHECK(words("") == Words{"Jumlah Waktu", "23 Menit"});
  CHECK(words("", "") == Words{"Jumlah Waktu", ""});
  CHECK(words("", "23 Menit", "Total") == Words{"Total", "23 Menit"});
  CHECK(words("Jumlah") == Words{"Jumlah", "23 Menit"});
  CHECK(words("Jumlah tahap 1") == Words{"Jumlah tahap 1", "23 Menit"});
  CHECK(words("35") == Words{"Jumlah Waktu", "35"});
  CHECK(words("-") == Words{"Jumlah Waktu", "-"});
  CHECK(words("35", "23 Menit", "") == Words{"", "35"});
  CHECK(words("Total: 1 jam 5 menit") == Words{"Total:", "1 jam 5 menit"});
  CHECK(words("Paling lama \u00b1 3 hari kerja") == Words{"Paling lama", "\u00b1 3 hari kerja"});
  CHECK(words("Waktu 30 - 45 Menit") == Words{"Waktu", "30 - 45 Menit"});
  CHECK(words("Jumlah 35", "35") == Words{"Jumlah", "35"});
  CHECK(words("Total 35 menit (pelayanan)") == Words{"Total 35 menit (pelayanan)", "none"});
}

TEST_CASE("a figure keeps the style of its words") {
  model::TotalRow row;
  row.text.blocks.push_back({.runs = {{.text = "Jumlah "}, {.text = "2 Jam", .italic = true}}});
  const layout::TotalWords split = layout::total_words(row, "", "");
  CHECK(model::plain_text(split.label) == "Jumlah");
  REQUIRE(split.figure);
  CHECK(split.figure->blocks[0].runs.front().italic);
}

TEST_CASE("letters go on after Z") {
  CHECK(layout::letter_of(0) == "A");
  CHECK(layout::letter_of(25) == "Z");
  CHECK(layout::letter_of(26) == "AA");
  CHECK(layout::letter_of(27) == "AB");
  CHECK(layout::letter_of(26 + 26 * 26) == "AAA");
}
