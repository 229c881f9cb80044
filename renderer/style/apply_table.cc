// The flow table, its symbols, and what stands behind it and around it.
#include "style/apply_template.h"

namespace lembar::style {
namespace {

const Words<std::string>& running_placeholders() {
  static const Words<std::string> words = {{"{judul}", "{title}"}, {"{nomor}", "{number}"},   {"{revisi}", "{revision}"},
                                           {"{unit}", "{unit}"},   {"{halaman}", "{page}"}, {"{jumlah-halaman}", "{pages}"}};
  return words;
}

const std::vector<std::string>& column_names() {
  static const std::vector<std::string> names = {"nomor", "uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan"};
  return names;
}

bool is_id(const std::string& word) {
  return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == std::string::npos;
}

}  // namespace

void Applier::apply_table(const TemplateNode& node) {
  static const Words<std::string> kNumber = {{"{n}", "{n}"}, {"{n:02}", "{n:02}"}};
  static const Words<std::string> kTotal = {{"{jumlah}", "{sum}"}};
  expect_children(node, {"kolom", "kelompok"});
  TableStyle& t = draft_.style.table;
  take(node, "tabel", {yes_of("judul", t.print_title), choice_of("baris-nomor", t.number_row, number_row_words()),
                       pattern_of("format-nomor", t.number_format, kNumber), pattern_of("kata-jumlah", t.total_label, kTotal),
                       words_of("keterangan-kosong", t.dash_if_empty), percent_of("arsiran-kepala", t.shade_heads)});
  if (node.children.empty()) return;
  // Columns that are named anew stand in their new order, and one that is left out is gone; what an attribute does not
  // say stays as it was.
  const std::vector<ColumnStyle> base = t.columns;
  std::vector<ColumnStyle> columns;
  for (const TemplateNode& child : node.children) {
    if (child.name == "kolom") apply_column(child, "", base, columns);
    if (child.name != "kelompok") continue;
    expect_children(child, {"kolom"});
    take(child, "kelompok", {named("nama")});
    const auto group = name_in(child, "nama", {});
    for (const TemplateNode& inner : child.children)
      if (inner.name == "kolom") apply_column(inner, group.value_or(""), base, columns);
  }
  bool lanes = false;
  for (const ColumnStyle& c : columns) lanes = lanes || c.key == "pelaksana";
  if (!lanes)
    findings_.error(node.where, "template-incomplete", {"Tabel perlu kolom pelaksana.", "The table needs the column pelaksana."},
                    {{"Tambahkan <kolom isi=\"pelaksana\"/>.", "Add <kolom isi=\"pelaksana\"/>."}});
  t.columns = std::move(columns);
}

void Applier::apply_column(const TemplateNode& node, const std::string& group, const std::vector<ColumnStyle>& base,
                           std::vector<ColumnStyle>& columns) {
  expect_children(node, {});
  const auto key = name_in(node, "isi", {});
  if (!key) return;
  ColumnStyle column;
  for (const ColumnStyle& c : base)
    if (c.key == *key) column = c;
  const bool known = std::find(column_names().begin(), column_names().end(), *key) != column_names().end();
  // A column of the template's own must have a head; a known name misspelt has none as a rule.
  if (!known && (!is_id(*key) || (column.key.empty() && !node.attribute("label"))))
    return unknown(node.attribute("isi")->where, "nama", *key, column_names());
  for (const ColumnStyle& c : columns)
    if (c.key == *key)
      return findings_.error(node.where, "template-twice", {"Kolom " + in_quotes(*key) + " tertulis dua kali.", "The column " + in_quotes(*key) + " stands here twice."},
                             {{"Hapus salah satunya.", "Remove one of them."}});
  const bool fresh = column.key.empty();
  column.key = *key;
  column.group = group;
  take(node, "kolom " + *key, {named("isi"), words_of("label", column.label), choice_of("rata", column.align, align_words(), false),
                               length_of("paling-sempit", column.least, false), length_of("paling-lebar", column.most, false),
                               whole_of("bobot", column.weight, false)});
  if (fresh && column.least == Length()) column.least = mm(10);
  if (column.most > Length() && column.most < column.least)
    findings_.error(node.where, "template-value", {"paling-lebar kurang dari paling-sempit.", "paling-lebar is less than paling-sempit."},
                    {{"Besarkan paling-lebar, atau kecilkan paling-sempit.", "Raise paling-lebar, or lower paling-sempit."}});
  columns.push_back(std::move(column));
}

void Applier::apply_symbols(const TemplateNode& node) {
  static const Words<std::string> kPage = {{"{halaman}", "{page}"}};
  expect_children(node, {});
  SymbolStyle& s = draft_.style.symbols;
  take(node, "simbol",
       {length_of("lebar", s.width), length_of("tinggi", s.height), length_of("tinggi-keputusan", s.diamond_height),
        length_of("lingkaran", s.circle), length_of("lebar-pentagon", s.offpage_width), length_of("tinggi-pentagon", s.offpage_height),
        length_of("jarak-sel", s.cell_gap), length_of("jarak-alur", s.clearance), length_of("panjang-panah", s.arrow_length),
        length_of("lebar-panah", s.arrow_width), yes_of("sebut-halaman", s.offpage_page),
        pattern_of("kata-halaman", s.offpage_words, kPage)});
}

void Applier::apply_signature(const TemplateNode& node) {
  expect_children(node, {});
  SignatureStyle& s = draft_.style.signature;
  take(node, "pengesah",
       {yes_of("setelah-tabel", s.after_table), length_of("ruang", s.space), length_of("lebar", s.width),
        words_of("kata-nip", s.nip_label), yes_of("nama-tebal", s.name_bold), yes_of("nama-garis-bawah", s.name_underlined),
        yes_of("jabatan-tebal", s.position_bold), yes_of("pangkat", s.rank_printed)});
}

void Applier::apply_running(const TemplateNode& node) {
  expect_children(node, {});
  RunningStyle& r = draft_.style.running;
  const auto& words = running_placeholders();
  take(node, "halaman",
       {pattern_of("kepala-kiri", r.head_left, words), pattern_of("kepala-kanan", r.head_right, words),
        pattern_of("kaki-kiri", r.foot_left, words), pattern_of("kaki-kanan", r.foot_right, words),
        yes_of("kepala-di-halaman-pertama", r.on_first_page), yes_of("satu-lembar", draft_.style.identity_and_flow_on_one_page)});
}

void Applier::apply_stamps(const TemplateNode& node) {
  expect_children(node, {});
  const auto status = name_in(node, "status", status_names());
  if (status) take(node, "cap " + *status, {named("status"), words_of("kata", draft_.style.stamps[*status].words)});
}

void Applier::apply_history(const TemplateNode& node) {
  expect_children(node, {});
  SheetStyle& s = draft_.style;
  s.history_heads.resize(4);
  take(node, "riwayat", {yes_of("cetak", s.print_history), words_of("judul", s.history_title), words_of("nomor", s.history_heads[0]),
                         words_of("tanggal", s.history_heads[1]), words_of("oleh", s.history_heads[2]), words_of("isi", s.history_heads[3])});
}

void Applier::apply_tte(const TemplateNode& node) {
  expect_children(node, {});
  SheetStyle& s = draft_.style;
  take(node, "tte", {words_of("jangkar", s.tte_anchor), length_of("persegi", s.tte_square), words_of("pernyataan", s.tte_footer),
                     pattern_of("qr", s.tte_qr, running_placeholders())});
}

void Applier::apply_book(const TemplateNode& node) {
  expect_children(node, {});
  SheetStyle& s = draft_.style;
  take(node, "himpunan", {words_of("daftar-isi", s.contents_title), words_of("arti-simbol", s.legend_title)});
}

void Applier::apply_word(const TemplateNode& node) {
  expect_children(node, {});
  const auto key = name_in(node, "kunci", {});
  if (key) take(node, "kata " + *key, {named("kunci"), words_of("kata", draft_.style.labels[*key])});
}

}  // namespace lembar::style
