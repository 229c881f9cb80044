// Step numbers. One that is given is printed as given; one that is not goes on from the last that was a number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace lembar::check {

struct Numbers {
  std::vector<std::string> printed;  // of each row; empty for rows that are no steps
  std::vector<bool> counted;         // of each row: nobody gave it
};
Numbers number_rows(const model::FlowTable& table);

// The number that "7", "7.", "07", "7)" or "(7)" writes; absent for "", "-", "4a" and all else.
std::optional<int> number_in(const std::string& written);

}  // namespace lembar::check
