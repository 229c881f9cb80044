// Paper, fonts, and the front of a sheet: letterhead, identity, boxes.
#include "style/apply_template.h"
#include "style/paper.h"

namespace lembar::style {

void Applier::apply_paper(const TemplateNode& node) {
  expect_children(node, {"bagian"});
  SheetStyle& s = draft_.style;
  take(node, "kertas", {{"ukuran", [&s](const std::string& value) -> std::optional<Wording> {
                           const auto paper = find_paper(value);
                           const std::string all = joined(paper_names());
                           if (!paper) return Wording{all + ", atau sisi-sisinya seperti 215x330mm", all + ", or its sides as in 215x330mm"};
                           s.paper = paper->size;
                           s.paper_name = paper->name;
                           return {};
                         }}});
  for (const TemplateNode& child : node.children)
    if (child.name == "bagian") apply_part(child);
}

void Applier::apply_part(const TemplateNode& node) {
  static const Words<bool> kTurns = {{"mendatar", true}, {"tegak", false}};
  static const Words<Draft::Binding::Edge> kEdges = {
      {"tanpa", Draft::Binding::Edge::none}, {"kiri", Draft::Binding::Edge::left}, {"atas", Draft::Binding::Edge::top}};
  expect_children(node, {});
  const auto name = name_in(node, "untuk", names_of(part_words()));
  if (!name) return;
  const auto index = static_cast<std::size_t>(*find_word(part_words(), *name));
  PagePart& part = draft_.style.parts[index];
  Draft::Binding& binding = draft_.bindings[index];
  take(node, "bagian " + *name,
       {named("untuk"), choice_of("arah", part.landscape, kTurns), length_of("kiri", part.margins.left),
        length_of("atas", part.margins.top), length_of("kanan", part.margins.right), length_of("bawah", part.margins.bottom),
        choice_of("jilid", binding.edge, kEdges), length_of("lebar-jilid", binding.width, false)});
}

void Applier::apply_fonts(const TemplateNode& node) {
  expect_children(node, {"peran"});
  take(node, "huruf", {words_of("nama", draft_.family), length_of("ukuran-terkecil", draft_.style.least_text)});
  for (const TemplateNode& child : node.children)
    if (child.name == "peran") apply_role(child);
}

void Applier::apply_role(const TemplateNode& node) {
  expect_children(node, {});
  const auto name = name_in(node, "nama", names_of(text_role_words()));
  if (!name) return;
  const auto index = static_cast<std::size_t>(*find_word(text_role_words(), *name));
  TextStyle& t = draft_.style.texts[index];
  std::optional<std::string>& family = draft_.families[index];
  take(node, "peran " + *name,
       {named("nama"),
        {"huruf", [&family](const std::string& value) -> std::optional<Wording> {
           if (value.empty()) family.reset();
           else family = value;
           return {};
         }, false},
        length_of("ukuran", t.font.size), yes_of("tebal", t.font.bold, false), yes_of("miring", t.font.italic, false),
        yes_of("garis-bawah", t.underline, false),
        choice_of("rata", t.align, align_words(), false), length_of("jarak-baris", t.extra_leading, false)});
}

void Applier::apply_cell(const TemplateNode& node) {
  expect_children(node, {});
  take(node, "sel", {length_of("ruang-mendatar", draft_.style.cell_padding_x), length_of("ruang-tegak", draft_.style.cell_padding_y)});
}

void Applier::apply_lines(const TemplateNode& node) {
  expect_children(node, {});
  take(node, "garis", {length_of("bingkai", draft_.style.strokes.frame), length_of("simbol", draft_.style.strokes.symbol)});
}

void Applier::apply_letterhead(const TemplateNode& node) {
  static const Words<bool> kLogo = {{"atas", true}, {"samping", false}};
  expect_children(node, {});
  LetterheadStyle& l = draft_.style.letterhead;
  take(node, "kop", {choice_of("letak", l.place, letterhead_place_words()), choice_of("garis", l.rule, letterhead_rule_words()),
                     length_of("tinggi-logo", l.logo_height), length_of("jarak-logo", l.logo_gap),
                     choice_of("logo", l.logo_above, kLogo)});
}

void Applier::apply_identity(const TemplateNode& node) {
  static const Words<bool> kOfficial = {{"tengah", true}, {"kiri", false}};
  expect_children(node, {"isian"});
  IdentityStyle& identity = draft_.style.identity;
  take(node, "identitas",
       {choice_of("titik-dua", identity.colon, colon_words()), percent_of("lebar-kop", identity.letterhead_share),
        percent_of("lebar-label", identity.label_share), length_of("tinggi-pengesahan", identity.signing_height),
        yes_of("tanda-tangan", identity.signature_in_cell), choice_of("pejabat", identity.center_official, kOfficial)});
  // Fields that are named anew stand in their new order; labels that are left out stay.
  std::vector<IdentityKeyName> order;
  for (const TemplateNode& child : node.children) {
    if (child.name != "isian") continue;
    expect_children(child, {});
    const auto name = name_in(child, "nama", names_of(identity_words()));
    if (!name) continue;
    const IdentityKeyName key = *find_word(identity_words(), *name);
    take(child, "isian " + *name, {named("nama"), words_of("label", identity.labels[key])});
    if (std::find(order.begin(), order.end(), key) != order.end())
      findings_.error(child.where, "template-twice", {"Isian " + in_quotes(*name) + " tertulis dua kali.", "The field " + in_quotes(*name) + " stands here twice."},
                      {{"Hapus salah satunya.", "Remove one of them."}});
    order.push_back(key);
  }
  if (!order.empty()) identity.order = order;
  if (!order.empty() && order.size() < identity_words().size())
    findings_.error(node.where, "template-incomplete", {"Tidak semua <isian> disebutkan.", "Not all <isian> are named."},
                    {{"Sebutkan keenamnya, sesuai urutannya: " + joined(names_of(identity_words())) + ".",
                      "Name all six in their order: " + joined(names_of(identity_words())) + "."}});
}

void Applier::apply_boxes(const TemplateNode& node) {
  static const Words<bool> kHeads = {{"dalam", true}, {"sendiri", false}};
  expect_children(node, {"kotak"});
  take(node, "daftar-kotak", {choice_of("kepala", draft_.style.heads_in_cell, kHeads)});
  for (const TemplateNode& child : node.children) {
    if (child.name != "kotak") continue;
    expect_children(child, {});
    const auto name = name_in(child, "nama", box_names());
    if (!name) continue;
    BoxStyle& box = draft_.style.boxes[*name];
    take(child, "kotak " + *name, {named("nama"), words_of("label", box.label), choice_of("letak", box.place, box_place_words()),
                                   choice_of("daftar", box.marker, marker_words())});
  }
}

}  // namespace lembar::style
