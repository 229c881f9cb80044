// A style while the templates that extend each other are applied to it, the outermost base first.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>

#include "base/source_span.h"
#include "style/sheet_style.h"

namespace lembar::style {

struct Draft {
  SheetStyle style;
  std::string family;  // of every role that names none of its own
  std::array<std::optional<std::string>, static_cast<std::size_t>(TextRole::count)> families;
  // Margins without the binding edge, which is added last, whichever template set it.
  struct Binding {
    enum class Edge { none, left, top } edge = Edge::none;
    Length width;
  };
  std::array<Binding, 3> bindings;
  // What has been set by some template: "huruf", "peran sel", "simbol lebar".
  std::set<std::string> given;
};

}  // namespace lembar::style
