#include "model/printed_revision.h"

#include "base/letters.h"


namespace lembar::model {

bool is_revision_label(const std::string& label) {
  const std::string words = small_letters(label);
  return words.find("revisi") != std::string::npos && words.find("tanggal") == std::string::npos && words.find("tgl") == std::string::npos;
}

std::string printed_revision(const Procedure& procedure) {
  std::string day;
  if (procedure.identity) {
    for (const IdentityField& field : procedure.identity->fields) {
      if (field.key == IdentityKey::revised && field.date) day = field.date->printed;
      if (field.key != IdentityKey::custom || !field.label || !is_revision_label(*field.label)) continue;
      if (std::string words = plain_text(field.text); !words.empty()) return words;
    }
  }
  if (!procedure.history.empty() && !procedure.history.back().number.empty()) return procedure.history.back().number;
  return day;
}

}  // namespace lembar::model
