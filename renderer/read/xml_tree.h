// An XML file as a tree in which every piece knows its place. tinyxml2 does the parsing and is seen nowhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/findings.h"

namespace lembar::read {

struct XmlAttribute {
  std::string name, value;
  SourceSpan name_where, where;  // of the name; of the value
  ByteRange bytes = {};          // of the value
};

// An element, or a text (with an empty name).
struct XmlNode {
  std::string name;
  std::string text;
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  SourceSpan where;  // `<name`, or the first words
  ByteRange whole;   // of an element, with its tags
  ByteRange inner;   // between them; empty, at the end of `whole`, where it is closed in itself (<a/>)

  bool is_text() const { return name.empty(); }
  bool is(std::string_view wanted) const { return name == wanted; }
  const XmlAttribute* attribute(std::string_view wanted) const;
  const XmlNode* child(std::string_view wanted) const;  // the first of that name
};

// The outermost element; absent where `findings` got an error.
std::optional<XmlNode> parse_xml(const SourceFiles& files, int file, Findings& findings);

}  // namespace lembar::read
