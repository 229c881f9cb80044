// How the words of a connector stand beside it: on one line, or in a narrower form where that one finds no place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

struct LabelForm {
  int lines = 1;
  bool parted = false;  // narrower than the longest word, which is parted by syllables; `lines` says nothing then
  bool operator==(const LabelForm&) const = default;
};

struct LabelWords {
  std::vector<text::ShapedLine> lines;
  Size size() const;
};

// The lines are as narrow as their number allows.
LabelWords label_words(const std::string& label, const LabelForm& form, const style::SheetStyle& style, text::Shaper& shaper);

// The next form, which is narrower by more than a hair and higher; nothing where there is none.
std::optional<LabelForm> narrower_form(const std::string& label, const LabelForm& form, const style::SheetStyle& style, text::Shaper& shaper);

}  // namespace lembar::layout
