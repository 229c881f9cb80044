// The values that a template's attributes take: lengths, shares, yes and no.
#pragma once

#include <optional>
#include <string_view>

#include "base/length.h"

namespace lembar::style {

// "20mm" "1.5cm" "8.5pt"; the decimal mark is a point, at most four digits stand behind it. Never below zero.
std::optional<Length> parse_length(std::string_view words);
// "50%" "50", from 0 to 100.
std::optional<int> parse_percent(std::string_view words);
// A whole number from 0 to 100000.
std::optional<int> parse_whole(std::string_view words);
// ya | tidak
std::optional<bool> parse_yes(std::string_view words);

}  // namespace lembar::style
