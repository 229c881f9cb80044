#include "model/document.h"

namespace lembar::model {

std::vector<const Actor*> Lanes::actors() const {
  std::vector<const Actor*> all;
  for (const LaneGroup& group : groups)
    for (const Actor& actor : group.actors) all.push_back(&actor);
  return all;
}

namespace {
std::string words_of(const std::optional<Identity>& identity, IdentityKey key) {
  if (!identity) return {};
  for (const IdentityField& field : identity->fields)
    if (field.key == key) return plain_text(field.text);
  return {};
}
}  // namespace

std::string Procedure::title() const {
  std::string words = words_of(identity, IdentityKey::title);
  if (words.empty() && !tables.empty())
    for (const RichText& line : tables.front().titles) words += (words.empty() ? "" : " ") + plain_text(line);
  return words;
}

std::string Procedure::number() const { return words_of(identity, IdentityKey::number); }

}  // namespace lembar::model
