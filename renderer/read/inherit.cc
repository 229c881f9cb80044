#include "read/inherit.h"

#include <algorithm>

#include "read/parts.h"

namespace lembar::read {

namespace {

// Puts `part` before the first of `own` that comes later by nature; parts of the author's own kind stand where they
// were put, so they never count as later.
template <class Part, class Rank, class IsCustom>
void insert_by_nature(std::vector<Part>& own, const Part& part, Rank rank, IsCustom is_custom) {
  auto place = std::find_if(own.begin(), own.end(), [&](const Part& other) {
    return !is_custom(part) && !is_custom(other) && rank(other) > rank(part);
  });
  own.insert(place, part);
}

}  // namespace

Common read_common(const XmlNode& node, Findings& findings) {
  Common common;
  for (const XmlNode& child : node.children) {
    if (child.is("kop")) common.letterhead = read_letterhead(child);
    if (child.is("identitas")) common.identity = read_identity(child, findings);
    if (auto box = read_box(child)) common.boxes.push_back(std::move(*box));
  }
  return common;
}

void inherit(model::Procedure& procedure, const Common& common) {
  if (!procedure.letterhead) procedure.letterhead = common.letterhead;

  if (!procedure.identity) {
    procedure.identity = common.identity;
  } else if (common.identity) {
    model::Identity& identity = *procedure.identity;
    if (!identity.label) identity.label = common.identity->label;
    const std::vector<model::IdentityField> own = identity.fields;
    for (const model::IdentityField& field : common.identity->fields) {
      const bool given = std::any_of(own.begin(), own.end(), [&](const auto& f) { return f.key == field.key; });
      if (!given)
        insert_by_nature(identity.fields, field, [](const auto& f) { return static_cast<int>(f.key); },
                         [](const auto& f) { return f.key == model::IdentityKey::custom; });
    }
  }

  const std::vector<model::Box> own = procedure.boxes;
  for (const model::Box& box : common.boxes) {
    const bool given = std::any_of(own.begin(), own.end(), [&](const auto& b) { return b.kind == box.kind; });
    if (!given)
      insert_by_nature(procedure.boxes, box, [](const auto& b) { return static_cast<int>(b.kind); },
                       [](const auto& b) { return b.kind == model::BoxKind::custom; });
  }
}

}  // namespace lembar::read
