// Letters, peers and words of the off-page pentagons, once all pages of a procedure are known.
//
// One letter for each target, in the order in which a reader meets them: A … Z, AA, AB …
#pragma once

#include <string>
#include <vector>

#include "layout/flow/place_table.h"

namespace lembar::layout {

std::string letter_of(int n);  // 0 -> A, 26 -> AA

void link_pages(PlacedSheet& sheet, const std::vector<OffpageMark>& marks, const style::SheetStyle& style, text::Shaper& shaper);

}  // namespace lembar::layout
