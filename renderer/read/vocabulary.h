// Every element, attribute and value that an author may write, as data: what the schema says to editors, this says
// to the program. The readers behind it can then take what they find without asking whether it may be there.
#pragma once

#include <string>
#include <vector>

#include "read/xml_tree.h"

namespace lembar::read {

// What may stand inside an element beside the children that its rule names.
enum class Holds {
  elements,  // nothing else
  words,     // text with <t>, <m>, <g>, <br/>
  blocks,    // that, and <p>, <subjudul>, <butir>
};

enum class Form { any, id, count, date, iso_date, paper, version };

struct AttributeRule {
  std::string name;
  bool required = false;
  Form form = Form::any;
  std::vector<std::string> values = {};  // the only ones allowed; none listed: any
};

struct ElementRule;

// Children of a lower stage stand before those of a higher one.
struct ChildRule {
  const ElementRule* rule = nullptr;
  int stage = 0;
  bool many = false;
};

struct ElementRule {
  std::string name;
  Holds holds = Holds::elements;
  std::vector<AttributeRule> attributes;
  std::vector<ChildRule> children;

  const ChildRule* child(std::string_view wanted) const;
  const AttributeRule* attribute(std::string_view wanted) const;
};

const ElementRule& sop_rule();         // a file of its own
const ElementRule& compilation_rule(); // <himpunan>

// All breaches in the tree below a root, its own included.
void check_vocabulary(const XmlNode& root, const ElementRule& rule, Findings& findings);

}  // namespace lembar::read
