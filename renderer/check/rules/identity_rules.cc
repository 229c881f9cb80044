// Number, dates, signer, title and boxes.
#include "check/rules/rule.h"

namespace lembar::check {

using namespace model;

namespace {

const IdentityField* field_of(const CheckedProcedure& checked, IdentityKey key) {
  const auto& identity = checked.procedure->identity;
  if (!identity) return nullptr;
  for (const IdentityField& field : identity->fields)
    if (field.key == key) return &field;
  return nullptr;
}

SourceSpan place_of(const CheckedProcedure& checked, const IdentityField* field) {
  if (field) return field->where;
  return checked.procedure->identity ? checked.procedure->identity->where : checked.procedure->where;
}

// A slot that the electronic signing fills in later is no empty one.
bool is_blank(const std::string& words) { return words.find_first_not_of(" -.…") == std::string::npos; }

void number_empty(const CheckedProcedure& checked, RuleReport& report) {
  const IdentityField* field = field_of(checked, IdentityKey::number);
  if (!field || is_blank(plain_text(field->text)))
    report.add(place_of(checked, field), {"Nomor SOP kosong.", "The SOP has no number."},
               {{"Isi <nomor> menurut register.", "Fill in <nomor> from the register."}});
}

void created_missing(const CheckedProcedure& checked, RuleReport& report) {
  const IdentityField* field = field_of(checked, IdentityKey::created);
  if (!field || !field->date || is_blank(field->date->printed))
    report.add(place_of(checked, field), {"Tanggal pembuatan kosong.", "The date of making is missing."},
               {{"Isi <tanggal-pembuatan>.", "Fill in <tanggal-pembuatan>."}});
}

void earlier_than_created(const CheckedProcedure& checked, IdentityKey key, const Wording& message, RuleReport& report) {
  const IdentityField* created = field_of(checked, IdentityKey::created);
  const IdentityField* later = field_of(checked, key);
  if (!created || !later || !created->date || !later->date) return;
  // ISO dates sort as they stand.
  if (!created->date->iso.empty() && !later->date->iso.empty() && later->date->iso < created->date->iso)
    report.add(later->where, message, {{"Periksa kedua tanggal.", "Check both dates."}});
}

void effective_too_early(const CheckedProcedure& checked, RuleReport& report) {
  earlier_than_created(checked, IdentityKey::effective,
                       {"Tanggal efektif mendahului tanggal pembuatan.", "The effective date is before the date of making."}, report);
}

void revised_too_early(const CheckedProcedure& checked, RuleReport& report) {
  earlier_than_created(checked, IdentityKey::revised,
                       {"Tanggal revisi mendahului tanggal pembuatan.", "The date of revision is before the date of making."}, report);
}

// The official who signs: in the identity or, where it names none, in a block after the table.
const Official* signer_of(const CheckedProcedure& checked) {
  const IdentityField* field = field_of(checked, IdentityKey::approved_by);
  const auto& blocks = checked.procedure->signing_blocks;
  if (field && field->official && (field->official->name || !field->official->positions.empty())) return &*field->official;
  if (!blocks.empty()) return &blocks.front().official;
  return field && field->official ? &*field->official : nullptr;
}

void position_missing(const CheckedProcedure& checked, RuleReport& report) {
  const Official* signer = signer_of(checked);
  if (!signer || signer->positions.empty() || is_blank(signer->positions[0].value))
    report.add(signer ? signer->where : checked.procedure->where, {"Jabatan pengesah tidak ada.", "The signer's position is missing."},
               {{"Isi <jabatan> dalam <disahkan-oleh>.", "Fill in <jabatan> in <disahkan-oleh>."}});
}

void signer_missing(const CheckedProcedure& checked, RuleReport& report) {
  const Official* signer = signer_of(checked);
  if (!signer || !signer->name || is_blank(signer->name->value))
    report.add(signer ? signer->where : checked.procedure->where, {"Nama pengesah tidak ada.", "The signer's name is missing."},
               {{"Isi <nama> dalam <disahkan-oleh> atau <pengesah>.", "Fill in <nama> in <disahkan-oleh> or <pengesah>."}});
}

void title_missing(const CheckedProcedure& checked, RuleReport& report) {
  const IdentityField* field = field_of(checked, IdentityKey::title);
  if (!field || is_blank(plain_text(field->text)))
    report.add(place_of(checked, field), {"Nama SOP kosong.", "The SOP has no title."}, {{"Isi <nama-sop>.", "Fill in <nama-sop>."}});
}

void box_empty(const CheckedProcedure& checked, RuleReport& report) {
  for (const Box& box : checked.procedure->boxes)
    if (is_blank(plain_text(box.text)))
      report.add(box.where, {"Kotak ini kosong.", "This box is empty."}, {{"Isi, atau hapus elemennya.", "Fill it in, or remove the element."}});
}

}  // namespace

std::vector<Rule> identity_rules() {
  constexpr auto kWarning = Severity::warning;
  return {
      {"L001", kWarning, number_empty},
      {"L010", kWarning, created_missing},
      {"L012", kWarning, effective_too_early},
      {"L013", kWarning, revised_too_early},
      {"L020", kWarning, position_missing},
      {"L021", kWarning, signer_missing},
      {"L040", kWarning, title_missing},
      {"L050", kWarning, box_empty},
  };
}

}  // namespace lembar::check
