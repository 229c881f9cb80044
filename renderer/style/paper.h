// Paper by its name in the office or by its sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace lembar::style {

struct Paper {
  std::string name;  // A4 F4 folio legal A3, or the sides: 215x330mm
  Size size;         // portrait
};

// A name in any case, or a pair of sides in whole or decimal millimetres in any order: 215x330mm. Absent where it is
// neither, or where no page of it could hold a sheet (a side under 50 mm or over 2000 mm).
std::optional<Paper> find_paper(std::string_view words);

const std::vector<std::string>& paper_names();

}  // namespace lembar::style
