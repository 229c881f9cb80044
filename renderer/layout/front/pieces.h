// What is higher than a page goes on over several: lines are taken off its top, page by page.
#pragma once

#include <functional>
#include <vector>

#include "layout/front/block_builder.h"

namespace lembar::layout {

// Takes off the first lines, as many as fit `room`; the rest moves up. `must`: one at least, for a page that holds nothing
// else. Room for ink stays with the name below it.
TextBlock take_lines(TextBlock& block, Length room, bool must);
OfficialBlock take_lines(OfficialBlock& block, Length room, bool must);

// The cells of one row, all of the same height: whole on this page or the next, or cut between lines where no page holds
// them. `place` puts a piece of each at the filler's place; `padding` is what it adds to their height.
void place_in_pieces(std::vector<TextBlock> cells, Length padding, PageFiller& pages, const std::function<void()>& start_page,
                     const std::function<void(const std::vector<TextBlock>& piece, Length height)>& place);

}  // namespace lembar::layout
