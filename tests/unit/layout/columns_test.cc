#include "layout/table/measure.h"
#include "layout/table/priced_cells.h"

#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/plain_style.h"

using namespace lembar;

namespace {

model::RichText rich(const std::string& words) {
  model::RichText text;
  text.blocks.push_back({.runs = {{.text = words}}});
  return text;
}

// A table of a number, what is done, lanes, and two more columns; every character is as wide as its text is high.
struct Table {
  style::SheetStyle style = test::plain_style("Fake");
  test::FakeShaper shaper;
  layout::TableSpec spec;
  std::vector<layout::LaneNeed> needs;
  std::vector<Length> floors, extras, row_extras;
  std::vector<layout::LaneDemand> demands;

  explicit Table(const std::vector<std::string>& lanes) {
    spec.first_lane = 1;
    spec.lane_count = static_cast<int>(lanes.size());
    add_column("uraian", "Kegiatan", mm(32));
    for (const std::string& lane : lanes) {
      spec.columns.push_back({.lane = true, .role = "lajur", .actor = lane, .least = mm(17), .most = mm(32)});
      add_head(lane, true);
      needs.push_back({mm(18.6), mm(8.2)});
    }
    add_column("output", "Hasil", mm(20));
    add_column("keterangan", "Keterangan", mm(14));
    extras.assign(lanes.size(), Length());
  }

  void add_head(const std::string& words, bool over_lane) {
    const int c = static_cast<int>(spec.columns.size()) - 1;
    spec.heads.push_back({.id = words, .first = c, .last = c, .words = rich(words), .over_lane = over_lane});
  }

  void add_column(const std::string& role, const std::string& head, Length least) {
    spec.columns.push_back({.role = role, .least = least});
    add_head(head, false);
  }

  void add_row(const std::string& done, const std::string& result) {
    layout::RowSpec row;
    const int last = static_cast<int>(spec.columns.size()) - 1;
    row.cells.push_back({.role = "uraian", .words = rich(done)});
    row.cells.push_back({.role = "output", .first = last - 1, .last = last - 1, .words = rich(result)});
    spec.rows.push_back(std::move(row));
    floors.push_back(mm(12));
    row_extras.push_back(Length());
  }

  layout::ColumnWidths widths(Length width, layout::PriceBook& prices) {
    return layout::choose_column_widths({spec, style, shaper, needs, floors, extras, width, mm(180), demands, prices});
  }

  layout::ColumnWidths widths(Length width) {
    layout::PriceBook prices;
    return widths(width, prices);
  }
};

}  // namespace

TEST_CASE("an estimate knows the lines of words wider than the cell, and counts their breaks") {
  Table table({"a"});
  const layout::CellEstimate estimate(rich("ya keterangan ya"), table.style.text(style::TextRole::cell), table.shaper);
  const Length em = table.style.text(style::TextRole::cell).font.size;
  CHECK(estimate.at(em * 16).height == em);
  CHECK(estimate.at(em * 10).height == em * 3);
  CHECK(estimate.at(em * 10).broken == 0);
  CHECK(estimate.at(em * 6).broken == 1);   // kete-rangan
  CHECK(estimate.at(em * 5).broken == 3);   // kete-ra-ngan: the second break counts twice
  for (std::int64_t width = 5; width < 20; ++width) {
    const auto lines = table.shaper.wrap({{"ya keterangan ya", table.style.text(style::TextRole::cell).font}}, em * width, text::Hyphenation::if_needed);
    CHECK(estimate.at(em * width).height == em * static_cast<std::int64_t>(lines.size()));
  }
}

TEST_CASE("a column without words leaves its width to those that have some") {
  Table table({"satu", "dua", "tiga", "empat"});
  for (int i = 0; i < 6; ++i) table.add_row("memeriksa berkas permohonan yang masuk", "berkas yang lengkap dan benar");
  const layout::ColumnWidths empty = table.widths(mm(220));
  const std::size_t last = table.spec.columns.size() - 1;
  const Length padding = table.style.cell_padding_x * 2, em = table.style.text(style::TextRole::column_head).font.size;
  CHECK(empty.widths[last] <= padding + em * 10 + mm(2));  // its head, at most, in steps of a millimetre
  for (layout::RowSpec& row : table.spec.rows)
    row.cells.push_back({.role = "keterangan", .first = static_cast<int>(last), .last = static_cast<int>(last), .words = rich("sesuai dengan pedoman")});
  CHECK(table.widths(mm(220)).widths[last] > empty.widths[last]);
}

TEST_CASE("what an earlier choice remembers changes no later one") {
  for (const Length width : {mm(150), mm(190), mm(262)}) {  // words broken, heads upright, room to spare
    Table table({"kepala bidang", "seksi pengaduan", "loket", "arsip"});
    for (int i = 0; i < 7; ++i) table.add_row("memeriksa berkas permohonan yang masuk", i % 2 ? "berkas" : "berkas yang lengkap dan benar");
    for (int row = 0; row < 7; ++row)  // symbols that get higher in a narrow lane
      table.demands.push_back({row, row % 4, [](Length lane) { return layout::CellEstimate::Size{mm(14) + max(Length(), mm(17) - lane), 0}; }});
    layout::PriceBook prices;
    for (int round = 0; round < 4; ++round) {
      const layout::ColumnWidths anew = table.widths(width), again = table.widths(width, prices);
      CHECK(again.widths == anew.widths);
      CHECK(again.price == anew.price);
      CHECK(again.upright_lane_heads == anew.upright_lane_heads);
      table.extras[round % 4] += mm(2.5);  // as connectors ask
      table.floors[round] += mm(3);
    }
  }
}

TEST_CASE("two lanes are wide where text has room, and lanes of one kind are of one width") {
  Table two({"satu", "dua"});
  two.add_row("memeriksa", "berkas");
  const auto roomy = two.widths(mm(262)).widths;
  CHECK(roomy[1] >= mm(28));
  CHECK(roomy[1] == roomy[2]);

  Table seven({"a", "b", "c", "d", "e", "f", "g"});
  for (int i = 0; i < 9; ++i) seven.add_row("memeriksa berkas permohonan", "berkas yang lengkap");
  const auto tight = seven.widths(mm(180)).widths;
  for (int lane = 2; lane <= 7; ++lane) CHECK(tight[lane] == tight[1]);
}

TEST_CASE("upright heads take no more lines than the longest of them leaves room for") {
  Table table({"kepala bidang pengaduan masyarakat", "kepala bidang"});
  table.add_row("memeriksa", "berkas");
  layout::ColumnWidths widths = table.widths(mm(262));
  for (const std::size_t lane : {1, 2}) widths.widths[lane] = mm(10);  // room for two lines
  widths.upright_lane_heads = true;
  const layout::MeasuredTable measured = layout::measure_table({table.spec, table.style, table.shaper, widths, table.floors, table.row_extras});
  CHECK(measured.heads[1].text.lines.size() == 2);
  CHECK(measured.heads[2].text.lines.size() == 1);
  for (const int head : {1, 2}) CHECK(measured.heads[head].text.width < measured.head_height());
}
