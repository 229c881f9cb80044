// The forms of attribute values that no list can give: ids, counts, dates, papers.
#pragma once

#include <string>

#include "read/vocabulary.h"

namespace lembar::read {

constexpr int kMostSpan = 10'000;  // rows that a cell or symbol may reach over

bool is_id(std::string_view value);
// The count that `value` writes, or 0 where it writes none.
int count_in(std::string_view value);

// `value` is the attribute's, normalised.
void check_form(const XmlAttribute& attribute, Form form, const std::string& value, Findings& findings);

}  // namespace lembar::read
