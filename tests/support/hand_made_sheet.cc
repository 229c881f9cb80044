#include "support/hand_made_sheet.h"

namespace lembar::test {

namespace {

using layout::OwnerKind;
using layout::PlacedCell;
using layout::PlacedKind;

const text::FontSpec kFont{"Arial", pt(9), false, false};

PlacedCell cell(const char* id, const char* role, const char* row, const char* actor, Rect box, PlacedCell::Part part) {
  PlacedCell c;
  c.id = id;
  c.role = role;
  c.row = row;
  c.actor = actor;
  c.box = box;
  c.part = part;
  c.grid = "t1";
  return c;
}

layout::PlacedSymbol symbol(const char* id, const char* step, const char* actor, PlacedKind kind, Rect box) {
  layout::PlacedSymbol s;
  s.id = id;
  s.step = step;
  s.actor = actor;
  s.kind = kind;
  s.box = box;
  return s;
}

Rect at(double x, double y, double w, double h) { return {pt(x), pt(y), pt(w), pt(h)}; }

layout::PlacedPage blank_page(int number) {
  layout::PlacedPage page;
  page.number = number;
  page.size = {pt(400), pt(300)};
  page.margins = {pt(20), pt(20), pt(20), pt(20)};
  return page;
}

// Number | words | two lanes; the rows are 60 pt high.
void add_row(layout::PlacedPage& page, text::Shaper& shaper, const std::string& row, const char* number,
             const char* words, double y) {
  using Part = PlacedCell::Part;
  page.cells.push_back(cell((row + ".no").c_str(), "nomor", row.c_str(), "", at(20, y, 30, 60), Part::data));
  page.cells.push_back(cell((row + ".u").c_str(), "uraian", row.c_str(), "", at(50, y, 130, 60), Part::data));
  page.cells.push_back(cell((row + ".a").c_str(), "lajur", row.c_str(), "a", at(180, y, 100, 60), Part::data));
  page.cells.push_back(cell((row + ".b").c_str(), "lajur", row.c_str(), "b", at(280, y, 100, 60), Part::data));
  page.texts.push_back(placed_line(shaper, number, {pt(30), pt(y + 5)}, OwnerKind::cell, row + ".no"));
  Length top = pt(y + 5);
  for (const text::ShapedLine& line : shaper.wrap({{words, kFont}}, pt(120), text::Hyphenation::none)) {
    layout::PlacedText text;
    text.owner = OwnerKind::cell;
    text.owner_id = row + ".u";
    text.line = line;
    text.size = kFont.size;
    text.paragraph = 1;
    text.box = {pt(55), top, line.width, line.height()};
    top += line.height();
    page.texts.push_back(text);
  }
  page.rows.push_back({row, "", "", pt(y), pt(60)});
}

layout::PlacedPage first_page(text::Shaper& shaper) {
  layout::PlacedPage page = blank_page(1);
  layout::PlacedText title = placed_line(shaper, "Prosedur Surat Masuk", {pt(120), pt(25)}, OwnerKind::none, "");
  title.part = layout::PlacedText::Part::heading1;
  page.texts.push_back(title);
  for (const auto& [id, x, w, words] : {std::tuple{"h1", 20.0, 30.0, "No."}, {"h2", 50.0, 130.0, "Kegiatan"},
                                        {"h3", 180.0, 100.0, "Umum"}, {"h4", 280.0, 100.0, "Kepala"}}) {
    page.cells.push_back(cell(id, "kepala", "", "", at(x, 50, w, 20), PlacedCell::Part::column_head));
    page.cells.back().shade = 10;
    page.texts.push_back(placed_line(shaper, words, {pt(x + 4), pt(54)}, OwnerKind::cell, id));
  }
  add_row(page, shaper, "terima", "1", "Menerima surat masuk lalu mencatatnya dalam buku agenda", 70);
  add_row(page, shaper, "periksa", "2", "Memeriksa kelengkapan surat", 130);
  page.lanes = {{"a", "", pt(180), pt(100), pt(70), pt(120)}, {"b", "", pt(280), pt(100), pt(70), pt(120)}};

  page.symbols.push_back(symbol("terima", "terima", "a", PlacedKind::start, at(200, 85, 60, 30)));
  page.symbols.push_back(symbol("periksa", "periksa", "b", PlacedKind::decision, at(300, 140, 60, 40)));
  layout::PlacedSymbol out = symbol("keluar", "", "a", PlacedKind::offpage, at(220, 150, 20, 24));
  out.letter = "A";
  out.peers = {{2, "masuk"}};
  out.alt = "berlanjut ke halaman 2";
  page.symbols.push_back(out);
  page.symbols[1].text = "Ya?";
  page.texts.push_back(placed_line(shaper, "Ya?", {pt(322), pt(155)}, OwnerKind::symbol, "periksa"));
  page.texts.push_back(placed_line(shaper, "A", {pt(227), pt(152)}, OwnerKind::symbol, "keluar"));

  layout::PlacedConnector down;
  down.id = "k1";
  down.from = "terima";
  down.to = "periksa";
  down.points = {{pt(260), pt(100)}, {pt(330), pt(100)}, {pt(330), pt(140)}};
  page.connectors.push_back(down);
  layout::PlacedConnector aside;
  aside.id = "k2";
  aside.from = "periksa";
  aside.to = "keluar";
  aside.label = "Tidak";
  aside.points = {{pt(300), pt(160)}, {pt(240), pt(160)}};
  page.texts.push_back(placed_line(shaper, "Tidak", {pt(272), pt(148)}, OwnerKind::connector, "k2"));
  aside.label_box = page.texts.back().box;
  page.connectors.push_back(aside);

  layout::PlacedText stamp = placed_line(shaper, "KONSEP", {pt(180), pt(220)}, OwnerKind::none, "");
  stamp.stamp = true;
  page.texts.push_back(stamp);
  page.rules.push_back({{pt(20), pt(45)}, {pt(380), pt(45)}, pt(2)});
  page.qr_codes.push_back({"400.14/1/2023", at(320, 210, 50, 50)});
  return page;
}

layout::PlacedPage second_page(text::Shaper& shaper) {
  layout::PlacedPage page = blank_page(2);
  add_row(page, shaper, "simpan", "3", "Menyimpan arsip", 70);
  page.lanes = {{"a", "", pt(180), pt(100), pt(70), pt(60)}, {"b", "", pt(280), pt(100), pt(70), pt(60)}};
  layout::PlacedSymbol in = symbol("masuk", "", "a", PlacedKind::offpage, at(190, 75, 16, 20));
  in.letter = "A";
  in.peers = {{1, "keluar"}};
  page.symbols.push_back(in);
  page.symbols.push_back(symbol("simpan", "simpan", "a", PlacedKind::process, at(220, 95, 50, 25)));
  page.texts.push_back(placed_line(shaper, "A", {pt(195), pt(76)}, OwnerKind::symbol, "masuk"));
  layout::PlacedConnector on;
  on.id = "k3";
  on.from = "masuk";
  on.to = "simpan";
  on.arrow = false;
  on.points = {{pt(198), pt(95)}, {pt(198), pt(107)}, {pt(220), pt(107)}};
  page.connectors.push_back(on);
  return page;
}

}  // namespace

layout::PlacedText placed_line(text::Shaper& shaper, const std::string& words, Point origin, layout::OwnerKind owner,
                               const std::string& owner_id) {
  layout::PlacedText text;
  text.owner = owner;
  text.owner_id = owner_id;
  text.line = shaper.line({{words, kFont}});
  text.size = kFont.size;
  text.box = {origin.x, origin.y, text.line.width, text.line.height()};
  return text;
}

layout::PlacedSheet hand_made_sheet(text::Shaper& shaper) {
  layout::PlacedSheet sheet;
  sheet.frame_stroke = pt(0.5);
  sheet.symbol_stroke = pt(0.75);
  sheet.arrow_length = pt(6);
  sheet.arrow_width = pt(3.5);
  sheet.pages = {first_page(shaper), second_page(shaper)};
  sheet.bookmarks = {{0, "Surat Masuk", 1, pt(25)}, {1, "Halaman 2", 2, pt(0)}};
  RecordSheet info;
  info.title = "Surat Masuk";
  info.number = "400.14/1/2023";
  info.effective = "2023-07-28";
  sheet.infos = {info};
  return sheet;
}

}  // namespace lembar::test
