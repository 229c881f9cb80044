#include "model/printed_revision.h"

#include "base/letters.h"


namespace lembar::model {

bool is_revision_label(const std::string& label) {
  const std::string words = small_letters(label);
  return words.find("revisi") != std::string::npos && words.find("tanggal") == std::string::npos && words.find("tgl") == std::string::npos;
}

std::string revision_number(const Procedure& procedure) {
  if (procedure.identity) {
    for (const IdentityField& field : procedure.identity->fields) {
      if (field.key != IdentityKey::custom || !field.label || !is_revision_label(*field.label)) continue;
      if (std::string words = plain_text(field.text); !words.empty()) return words;
    }
  }
  return procedure.history.empty() ? std::string() : procedure.history.back().number;
}

std::string printed_revision(const Procedure& procedure) {
  if (std::string number = revision_number(procedure); !number.empty()) return number;
  if (procedure.identity)
    for (const IdentityField& field : procedure.identity->fields)
      if (field.key == IdentityKey::revised && field.date) return field.date->printed;
  return {};
}

}  // namespace lembar::model
