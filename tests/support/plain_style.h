// A complete style for tests of layout, in one place and without any file: A4 landscape, one font.
#pragma once

#include <string>

#include "style/sheet_style.h"

namespace lembar::test {

inline style::SheetStyle plain_style(const std::string& family) {
  using style::TextRole;
  style::SheetStyle s;
  s.name = "plain";
  s.paper = {mm(210), mm(297)};
  s.paper_name = "A4";
  for (style::PagePart& part : s.parts) part = {true, {mm(20), mm(15), mm(15), mm(15)}};
  for (style::TextStyle& text : s.texts) text.font = {family, pt(8.5)};
  auto set = [&](TextRole role, double size, bool bold, style::Align align) {
    style::TextStyle& text = s.texts[static_cast<std::size_t>(role)];
    text.font.size = pt(size);
    text.font.bold = bold;
    text.align = align;
  };
  set(TextRole::letterhead_government, 10.5, true, style::Align::center);
  set(TextRole::letterhead_unit, 14, true, style::Align::center);
  set(TextRole::letterhead_address, 8, false, style::Align::center);
  set(TextRole::letterhead_contact, 8, false, style::Align::center);
  set(TextRole::table_title, 11, true, style::Align::center);
  set(TextRole::column_head, 8.5, true, style::Align::center);
  set(TextRole::column_number, 7, false, style::Align::center);
  set(TextRole::cell_centered, 8.5, false, style::Align::center);
  set(TextRole::box_head, 9, true, style::Align::left);
  set(TextRole::box_text, 9, false, style::Align::left);
  set(TextRole::symbol, 7.5, false, style::Align::center);
  set(TextRole::connector_label, 7.5, false, style::Align::center);
  set(TextRole::offpage, 8, true, style::Align::center);
  set(TextRole::running, 7.5, false, style::Align::left);
  s.cell_padding_x = mm(1.2);
  s.cell_padding_y = mm(0.9);
  s.least_text = pt(6);
  s.strokes = {pt(0.5), pt(0.75)};
  s.letterhead.logo_height = mm(20);
  s.letterhead.logo_gap = mm(2);
  using K = style::IdentityKeyName;
  s.identity.order = {K::number, K::created, K::revised, K::effective, K::approved_by, K::title};
  s.identity.labels = {{K::number, "Nomor SOP"}, {K::created, "Tanggal Pembuatan"}, {K::revised, "Tanggal Revisi"},
                       {K::effective, "Tanggal Efektif"}, {K::approved_by, "Disahkan oleh"}, {K::title, "Nama SOP"}};
  s.identity.signing_height = mm(30);
  using P = style::BoxPlace;
  s.boxes = {{"dasar-hukum", {"Dasar Hukum", P::left}}, {"kualifikasi-pelaksana", {"Kualifikasi Pelaksana", P::right}},
             {"keterkaitan", {"Keterkaitan", P::left}}, {"peralatan", {"Peralatan/Perlengkapan", P::right}},
             {"peringatan", {"Peringatan", P::left}}, {"pencatatan", {"Pencatatan dan Pendataan", P::right}}, {"kotak", {"", P::next}}};
  using A = style::Align;
  s.table.columns = {{"nomor", "No", "", A::center, mm(7), mm(12), 10},
                     {"uraian", "Kegiatan", "", A::left, mm(32), Length(), 260},
                     {"pelaksana", "Pelaksana", "", A::center, mm(17), mm(32), 100},
                     {"kelengkapan", "Kelengkapan", "Mutu Baku", A::left, mm(20), Length(), 150},
                     {"waktu", "Waktu", "Mutu Baku", A::center, mm(13), Length(), 40},
                     {"output", "Output", "Mutu Baku", A::left, mm(20), Length(), 150},
                     {"keterangan", "Keterangan", "", A::left, mm(14), Length(), 90}};
  s.table.total_label = "Jumlah";
  s.signature.space = mm(22);
  s.signature.width = mm(80);
  s.signature.nip_label = "NIP. ";
  s.running.head_left = "{title}";
  s.running.head_right = "Nomor {number}";
  s.running.foot_right = "Halaman {page} dari {pages}";
  s.symbols = {.width = mm(15), .height = mm(7.5), .diamond_height = mm(10), .circle = mm(7), .offpage_width = mm(8), .offpage_height = mm(9),
               .cell_gap = mm(2), .clearance = mm(1.2), .arrow_length = mm(2), .arrow_width = mm(1.3), .offpage_words = "hal. {page}"};
  return s;
}

}  // namespace lembar::test
