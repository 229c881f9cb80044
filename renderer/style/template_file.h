// A template file as a tree of elements, each with its place. tinyxml2 is seen nowhere else in this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/findings.h"

namespace lembar::style {

struct TemplateAttribute {
  std::string name, value;
  SourceSpan where;
};

struct TemplateNode {
  std::string name;
  std::string text;  // its own words, spaces at their ends dropped
  std::vector<TemplateAttribute> attributes;
  std::vector<TemplateNode> children;
  SourceSpan where;

  const TemplateAttribute* attribute(const std::string& wanted) const;
};

// The outermost element of file `file`; absent where `findings` got an error.
std::optional<TemplateNode> parse_template(const SourceFiles& files, int file, Findings& findings);

}  // namespace lembar::style
