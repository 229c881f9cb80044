// A small complete style for tests of the front: A4 upright, all text 10 pt of the FakeShaper.
#pragma once

#include "style/sheet_style.h"

namespace lembar::testing {

inline style::SheetStyle front_style() {
  using style::IdentityKeyName;
  style::SheetStyle s;
  s.paper = {mm(210), mm(297)};
  for (style::PagePart& part : s.parts) part = {.landscape = false, .margins = {mm(15), mm(15), mm(15), mm(15)}};
  for (style::TextStyle& text : s.texts) text.font = {"Fake", pt(10)};
  s.cell_padding_x = s.cell_padding_y = mm(1);
  s.least_text = pt(6);
  s.letterhead = {.logo_height = mm(20), .logo_gap = mm(3)};
  s.identity.order = {IdentityKeyName::number, IdentityKeyName::created, IdentityKeyName::revised,
                      IdentityKeyName::effective, IdentityKeyName::approved_by, IdentityKeyName::title};
  s.identity.labels = {{IdentityKeyName::number, "Nomor"}, {IdentityKeyName::title, "Nama"}};
  s.identity.signing_height = mm(30);
  s.boxes["dasar-hukum"] = {"Dasar Hukum", style::BoxPlace::left, 0};
  s.boxes["kualifikasi-pelaksana"] = {"Kualifikasi", style::BoxPlace::right, 0};
  s.boxes["peralatan"] = {"Peralatan", style::BoxPlace::right, 0};
  s.signature = {.space = mm(25), .width = mm(70), .nip_label = "NIP. "};
  s.history_title = "Riwayat";
  s.history_heads = {"No", "Tanggal", "Oleh", "Isi"};
  s.tte_anchor = "#";
  s.tte_square = mm(22);
  return s;
}

}  // namespace lembar::testing
