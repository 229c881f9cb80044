#include "read/vocabulary.h"

namespace lembar::read {

const ChildRule* ElementRule::child(std::string_view wanted) const {
  for (const ChildRule& candidate : children)
    if (candidate.rule->name == wanted) return &candidate;
  return nullptr;
}

const AttributeRule* ElementRule::attribute(std::string_view wanted) const {
  for (const AttributeRule& candidate : attributes)
    if (candidate.name == wanted) return &candidate;
  return nullptr;
}

namespace {

constexpr bool kRequired = true;
constexpr bool kMany = true;

AttributeRule free_words(std::string name) { return {std::move(name)}; }
AttributeRule list_marker() { return {"daftar", false, Form::any, {"angka", "huruf", "bulat", "strip", "polos"}}; }
AttributeRule manner() { return {"cara", false, Form::any, {"a.n.", "u.b.", "Plt.", "Plh.", "Pj."}}; }
AttributeRule side(std::vector<std::string> values) { return {"letak", false, Form::any, std::move(values)}; }

const ElementRule& cover_rule() {
  static const ElementRule title{"judul", Holds::words}, subtitle{"subjudul", Holds::words};
  static const ElementRule slogan{"slogan", Holds::words, {side({"kiri", "kanan"})}};
  static const ElementRule image{"gambar", Holds::elements, {{"berkas", kRequired}, side({"kiri", "kanan", "tengah"})}};
  static const ElementRule office{"instansi", Holds::words}, year{"tahun", Holds::words};
  static const ElementRule rule{"sampul", Holds::elements, {},
                                {{&title, 0, kMany}, {&subtitle, 0, kMany}, {&slogan, 0, kMany}, {&image, 0, kMany},
                                 {&office, 0, kMany}, {&year}}};
  return rule;
}

const ElementRule& letterhead_rule() {
  static const ElementRule line{"baris", Holds::words,
                                {{"peran", false, Form::any, {"pemda", "induk", "unit", "subunit", "alamat", "kontak"}},
                                 {"sel", false, Form::any, {"sendiri"}}}};
  static const ElementRule rule{"kop", Holds::elements,
                                {free_words("logo"), free_words("logo-kanan"), free_words("logo-teks")},
                                {{&line, 0, kMany}}};
  return rule;
}

const ElementRule& position_rule() { static const ElementRule rule{"jabatan", Holds::words}; return rule; }
const ElementRule& name_rule() { static const ElementRule rule{"nama", Holds::words}; return rule; }
const ElementRule& rank_rule() { static const ElementRule rule{"pangkat", Holds::words}; return rule; }
const ElementRule& nip_rule() {
  static const ElementRule rule{"nip", Holds::words, {free_words("label")}};
  return rule;
}

const ElementRule& identity_rule() {
  static const std::vector<AttributeRule> plain{free_words("label"), list_marker()};
  static const std::vector<AttributeRule> dated{free_words("label"), {"iso", false, Form::iso_date}};
  static const ElementRule number{"nomor", Holds::blocks, plain}, title{"nama-sop", Holds::blocks, plain};
  static const ElementRule custom{"isian", Holds::blocks, plain};
  static const ElementRule created{"tanggal-pembuatan", Holds::words, dated};
  static const ElementRule revised{"tanggal-revisi", Holds::words, dated};
  static const ElementRule effective{"tanggal-efektif", Holds::words, dated};
  static const ElementRule approved{"disahkan-oleh", Holds::elements,
                                    {free_words("label"), free_words("atas-nama"), manner()},
                                    {{&position_rule(), 0, kMany}, {&name_rule()}, {&rank_rule()}, {&nip_rule()}}};
  static const ElementRule rule{"identitas", Holds::elements, {free_words("label")},
                                {{&number}, {&created}, {&revised}, {&effective}, {&approved}, {&title},
                                 {&custom, 0, kMany}}};
  return rule;
}

// The boxes, all of one stage: they print in the order in which they stand.
std::vector<ChildRule> box_rules(int stage) {
  static const std::vector<AttributeRule> attributes{free_words("label"), list_marker()};
  static const ElementRule basis{"dasar-hukum", Holds::blocks, attributes};
  static const ElementRule qualifications{"kualifikasi-pelaksana", Holds::blocks, attributes};
  static const ElementRule related{"keterkaitan", Holds::blocks, attributes};
  static const ElementRule equipment{"peralatan", Holds::blocks, attributes};
  static const ElementRule warnings{"peringatan", Holds::blocks, attributes};
  static const ElementRule records{"pencatatan", Holds::blocks, attributes};
  static const ElementRule custom{"kotak", Holds::blocks, attributes};
  return {{&basis, stage}, {&qualifications, stage}, {&related, stage}, {&equipment, stage},
          {&warnings, stage}, {&records, stage}, {&custom, stage, kMany}};
}

const ElementRule& lanes_rule() {
  static const ElementRule actor{"aktor", Holds::words, {{"id", kRequired, Form::id}}};
  static const ElementRule group{"kelompok", Holds::elements, {{"nama", kRequired}}, {{&actor, 0, kMany}}};
  static const ElementRule rule{"pelaksana", Holds::elements, {free_words("label")},
                                {{&group, 0, kMany}, {&actor, 0, kMany}}};
  return rule;
}

const ElementRule& head_rule() {
  static const ElementRule column{"kolom", Holds::blocks,
                                  {{"isi", kRequired, Form::id}, free_words("label"), list_marker()}};
  static const ElementRule group{"kelompok", Holds::elements, {{"nama", kRequired}}, {{&column, 0, kMany}}};
  static const ElementRule rule{"kepala", Holds::elements, {{"baris-nomor", false, Form::any, {"1", "(1)"}}},
                                {{&group, 0, kMany}, {&column, 0, kMany}}};
  return rule;
}

const ElementRule& step_rule() {
  static const AttributeRule shape{"bentuk", false, Form::any, {"mulai", "selesai", "proses", "keputusan", "lingkaran"}};
  static const AttributeRule span{"gabung", false, Form::count};
  static const ElementRule connector{"alur", Holds::elements,
                                     {{"ke", kRequired}, free_words("label"), {"garis", false, Form::any, {"panah", "polos"}}}};
  static const ElementRule symbol{"simbol", Holds::words,
                                  {{"id", false, Form::id}, {"pelaksana", kRequired}, free_words("sampai"),
                                   {"baris", false, Form::count}, shape, {"buntu", false, Form::any, {"ya"}}},
                                  {{&connector, 0, kMany}}};
  static const ElementRule words{"uraian", Holds::blocks, {span, list_marker()}};
  static const ElementRule needed{"kelengkapan", Holds::blocks, {span, list_marker()}};
  static const ElementRule time{"waktu", Holds::blocks,
                                {span, list_marker(), free_words("jumlah"), free_words("satuan")}};
  static const ElementRule output{"output", Holds::blocks, {span, list_marker()}};
  static const ElementRule remarks{"keterangan", Holds::blocks, {span, list_marker()}};
  static const ElementRule column{"kolom", Holds::blocks, {{"id", kRequired, Form::id}, span, list_marker()}};
  static const ElementRule rule{"langkah", Holds::elements,
                                {{"id", kRequired, Form::id}, free_words("nomor"), {"gabung-lajur", false, Form::count},
                                 free_words("pelaksana"), shape, free_words("isi")},
                                {{&words}, {&symbol, 0, kMany}, {&connector, 0, kMany}, {&needed}, {&time}, {&output},
                                 {&remarks}, {&column, 0, kMany}}};
  return rule;
}

const ElementRule& procedure_rule() {
  static const ElementRule title{"judul", Holds::blocks, {list_marker()}};
  static const ElementRule section{"bagian", Holds::blocks, {list_marker()}};
  static const ElementRule total{"jumlah", Holds::blocks, {free_words("label"), list_marker()}};
  static const ElementRule note{"catatan", Holds::blocks, {list_marker()}};
  static const ElementRule rule{"prosedur", Holds::elements, {free_words("judul")},
                                {{&title, 0, kMany}, {&lanes_rule(), 0}, {&head_rule(), 0}, {&step_rule(), 1, kMany},
                                 {&section, 1, kMany}, {&total, 1, kMany}, {&note, 2, kMany}}};
  return rule;
}

const ElementRule& signing_rule() {
  static const ElementRule opening{"pembuka", Holds::blocks, {list_marker()}};
  static const ElementRule rule{"pengesah", Holds::elements,
                                {side({"kiri", "kanan", "tengah"}), free_words("tempat"), {"tanggal", false, Form::date},
                                 {"iso", false, Form::iso_date}, free_words("atas-nama"), manner()},
                                {{&opening}, {&position_rule(), 0, kMany}, {&name_rule()}, {&rank_rule()}, {&nip_rule()}}};
  return rule;
}

const ElementRule& history_rule() {
  static const ElementRule revision{"revisi", Holds::blocks,
                                    {free_words("nomor"), {"tanggal", false, Form::date}, {"iso", false, Form::iso_date},
                                     free_words("oleh"), list_marker()}};
  static const ElementRule rule{"riwayat", Holds::elements, {free_words("label")}, {{&revision, 0, kMany}}};
  return rule;
}

ElementRule make_sop_rule(bool version_required) {
  ElementRule rule{"sop", Holds::elements,
                   {{"versi", version_required, Form::version}, free_words("templat"), {"kertas", false, Form::paper},
                    {"pengesahan", false, Form::any, {"basah", "tte", "kosong"}},
                    {"status", false, Form::any, {"konsep", "berlaku", "dicabut", "salinan"}}},
                   {{&cover_rule(), 0}, {&letterhead_rule(), 1}, {&identity_rule(), 2}}};
  for (const ChildRule& box : box_rules(3)) rule.children.push_back(box);
  rule.children.push_back({&lanes_rule(), 4});
  rule.children.push_back({&head_rule(), 5});
  rule.children.push_back({&procedure_rule(), 6, kMany});
  rule.children.push_back({&signing_rule(), 7, kMany});
  rule.children.push_back({&history_rule(), 8});
  return rule;
}

ElementRule make_common_rule() {
  ElementRule rule{"umum", Holds::elements, {}, {{&letterhead_rule(), 0}, {&identity_rule(), 1}}};
  for (const ChildRule& box : box_rules(2)) rule.children.push_back(box);
  return rule;
}

}  // namespace

const ElementRule& sop_rule() {
  static const ElementRule rule = make_sop_rule(kRequired);
  return rule;
}

const ElementRule& compilation_rule() {
  static const ElementRule common = make_common_rule(), sheet = make_sop_rule(!kRequired);
  static const ElementRule contents{"daftar-isi"}, legend{"arti-simbol"};
  static const ElementRule include{"sertakan", Holds::elements, {{"berkas", kRequired}}};
  static const ElementRule rule{"himpunan", Holds::elements, {{"versi", kRequired, Form::version}, free_words("templat")},
                                {{&cover_rule(), 0}, {&contents, 1}, {&legend, 1}, {&common, 2}, {&sheet, 3, kMany},
                                 {&include, 3, kMany}}};
  return rule;
}

}  // namespace lembar::read
