#include "check/numbers.h"

#include <string_view>

namespace lembar::check {

std::optional<int> number_in(const std::string& written) {
  std::string_view rest = written;
  if (!rest.empty() && rest.front() == '(') rest.remove_prefix(1);
  while (!rest.empty() && (rest.back() == '.' || rest.back() == ')')) rest.remove_suffix(1);
  if (rest.empty() || rest.size() > 6) return std::nullopt;
  int number = 0;
  for (char c : rest) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

Numbers number_rows(const model::FlowTable& table) {
  Numbers numbers;
  int last = 0;
  for (const model::Row& row : table.rows) {
    const auto* step = std::get_if<model::Step>(&row);
    std::string printed;
    if (step && step->number) {
      printed = *step->number;
      last = number_in(printed).value_or(last);
    } else if (step) {
      printed = std::to_string(++last);
    }
    numbers.printed.push_back(std::move(printed));
    numbers.counted.push_back(step && !step->number);
  }
  return numbers;
}

}  // namespace lembar::check
