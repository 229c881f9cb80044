// What a compilation's sheets take over from <umum> where they say nothing themselves.
//
// Element by element: a sheet with its own <kop> takes nothing of the common one, one with any <kotak> or <isian>
// of its own takes none of the common ones. Only the identity is filled field by field.
#pragma once

#include "model/document.h"
#include "read/xml_tree.h"

namespace lembar::read {

struct Common {
  std::optional<model::Letterhead> letterhead;
  std::optional<model::Identity> identity;
  std::vector<model::Box> boxes;
};

Common read_common(const XmlNode& node, Findings& findings);
void inherit(model::Procedure& procedure, const Common& common);

}  // namespace lembar::read
