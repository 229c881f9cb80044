#include "style/template_words.h"

namespace lembar::style {

const Words<TextRole>& text_role_words() {
  static const Words<TextRole> words = {
      {"kop-pemda", TextRole::letterhead_government}, {"kop-induk", TextRole::letterhead_parent},
      {"kop-unit", TextRole::letterhead_unit},        {"kop-subunit", TextRole::letterhead_subunit},
      {"kop-alamat", TextRole::letterhead_address},   {"kop-kontak", TextRole::letterhead_contact},
      {"identitas-label", TextRole::identity_label},  {"identitas-isi", TextRole::identity_value},
      {"identitas-judul", TextRole::identity_title},  {"kotak-kepala", TextRole::box_head},
      {"kotak-isi", TextRole::box_text},              {"kotak-subjudul", TextRole::box_subhead},
      {"judul-tabel", TextRole::table_title},         {"kepala-kolom", TextRole::column_head},
      {"nomor-kolom", TextRole::column_number},       {"sel", TextRole::cell},
      {"sel-tengah", TextRole::cell_centered},        {"bagian", TextRole::section},
      {"catatan", TextRole::note},                    {"simbol", TextRole::symbol},
      {"alur", TextRole::connector_label},            {"pentagon", TextRole::offpage},
      {"pengesah", TextRole::signature},              {"pengesah-nama", TextRole::signature_name},
      {"halaman", TextRole::running},                 {"sampul-judul", TextRole::cover_title},
      {"sampul-subjudul", TextRole::cover_subtitle},  {"sampul-teks", TextRole::cover_text},
      {"cap", TextRole::stamp}};
  return words;
}

const Words<Align>& align_words() {
  static const Words<Align> words = {{"kiri", Align::left}, {"tengah", Align::center}, {"kanan", Align::right}};
  return words;
}

const Words<Part>& part_words() {
  static const Words<Part> words = {{"sampul", Part::cover}, {"identitas", Part::identity}, {"alur", Part::flow}};
  return words;
}

const Words<LetterheadPlace>& letterhead_place_words() {
  static const Words<LetterheadPlace> words = {
      {"kiri", LetterheadPlace::left}, {"atas", LetterheadPlace::top}, {"tanpa", LetterheadPlace::none}};
  return words;
}

const Words<LetterheadRule>& letterhead_rule_words() {
  static const Words<LetterheadRule> words = {{"tanpa", LetterheadRule::none},
                                              {"tunggal", LetterheadRule::single_line},
                                              {"ganda", LetterheadRule::double_line},
                                              {"tebal-tipis", LetterheadRule::thick_thin}};
  return words;
}

const Words<IdentityKeyName>& identity_words() {
  static const Words<IdentityKeyName> words = {
      {"nomor", IdentityKeyName::number},            {"tanggal-pembuatan", IdentityKeyName::created},
      {"tanggal-revisi", IdentityKeyName::revised},  {"tanggal-efektif", IdentityKeyName::effective},
      {"disahkan-oleh", IdentityKeyName::approved_by}, {"nama-sop", IdentityKeyName::title}};
  return words;
}

const Words<IdentityStyle::Colon>& colon_words() {
  static const Words<IdentityStyle::Colon> words = {{"tanpa", IdentityStyle::Colon::none},
                                                    {"kolom", IdentityStyle::Colon::own_column},
                                                    {"label", IdentityStyle::Colon::after_label}};
  return words;
}

const Words<BoxPlace>& box_place_words() {
  static const Words<BoxPlace> words = {
      {"kiri", BoxPlace::left}, {"kanan", BoxPlace::right}, {"penuh", BoxPlace::full}, {"berikut", BoxPlace::next}};
  return words;
}

const Words<int>& marker_words() {
  static const Words<int> words = {{"angka", 0}, {"huruf", 1}, {"bulat", 2}, {"strip", 3}, {"polos", 4}};
  return words;
}

const Words<NumberRow>& number_row_words() {
  static const Words<NumberRow> words = {
      {"tanpa", NumberRow::none}, {"1", NumberRow::plain}, {"(1)", NumberRow::parenthesized}};
  return words;
}

const std::vector<std::string>& box_names() {
  static const std::vector<std::string> names = {"dasar-hukum", "kualifikasi-pelaksana", "keterkaitan", "peralatan",
                                                 "peringatan",  "pencatatan",            "kotak"};
  return names;
}

const std::vector<std::string>& status_names() {
  static const std::vector<std::string> names = {"konsep", "berlaku", "dicabut", "salinan"};
  return names;
}

}  // namespace lembar::style
