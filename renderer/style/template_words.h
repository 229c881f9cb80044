// The words of the template vocabulary and what each stands for. docs/templates.md explains them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "style/sheet_style.h"

namespace lembar::style {

template <class T>
using Words = std::vector<std::pair<std::string, T>>;

const Words<TextRole>& text_role_words();
const Words<Align>& align_words();
const Words<Part>& part_words();
const Words<LetterheadPlace>& letterhead_place_words();
const Words<LetterheadRule>& letterhead_rule_words();
const Words<IdentityKeyName>& identity_words();
const Words<IdentityStyle::Colon>& colon_words();
const Words<BoxPlace>& box_place_words();
const Words<int>& marker_words();
const Words<NumberRow>& number_row_words();
const std::vector<std::string>& box_names();
const std::vector<std::string>& status_names();

template <class T>
std::vector<std::string> names_of(const Words<T>& words) {
  std::vector<std::string> names;
  for (const auto& [name, value] : words) names.push_back(name);
  return names;
}

template <class T>
const T* find_word(const Words<T>& words, const std::string& name) {
  for (const auto& [known, value] : words)
    if (known == name) return &value;
  return nullptr;
}

}  // namespace lembar::style
