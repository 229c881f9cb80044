#include "style/values.h"

#include <charconv>
#include <cstdint>

namespace lembar::style {
namespace {

// Ten thousandths of what the digits say. Done by hand: no locale may change what a point means.
std::optional<std::int64_t> parse_decimal(std::string_view digits) {
  std::int64_t value = 0;
  int behind = -1;
  bool any = false;
  for (const char c : digits) {
    if (c == '.') {
      if (behind >= 0 || !any) return {};
      behind = 0;
      continue;
    }
    if (c < '0' || c > '9' || value > 1'000'000'000 || behind == 4) return {};
    value = value * 10 + (c - '0');
    any = true;
    if (behind >= 0) ++behind;
  }
  if (!any || behind == 0) return {};
  for (int i = behind < 0 ? 0 : behind; i < 4; ++i) value *= 10;
  return value;
}

}  // namespace

std::optional<Length> parse_length(std::string_view words) {
  if (words.size() < 3) return {};
  const std::string_view unit = words.substr(words.size() - 2);
  const auto value = parse_decimal(words.substr(0, words.size() - 2));
  if (!value || *value > 50'000'000) return {};
  const double amount = static_cast<double>(*value) / 10'000.0;
  if (unit == "mm") return mm(amount);
  if (unit == "cm") return mm(amount * 10);
  if (unit == "pt") return pt(amount);
  return {};
}

std::optional<int> parse_whole(std::string_view words) {
  int value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size() || value < 0 || value > 100'000) return {};
  return value;
}

std::optional<int> parse_percent(std::string_view words) {
  if (!words.empty() && words.back() == '%') words.remove_suffix(1);
  const auto value = parse_whole(words);
  if (!value || *value > 100) return {};
  return value;
}

std::optional<bool> parse_yes(std::string_view words) {
  if (words == "ya") return true;
  if (words == "tidak") return false;
  return {};
}

}  // namespace lembar::style
