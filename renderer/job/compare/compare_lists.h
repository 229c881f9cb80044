// The entries of two lists: added, removed, moved, reworded.
#pragma once

#include "job/compare/difference.h"
#include "job/compare/front_words.h"

namespace lembar::job {

// Null: the list is not there. One that comes or goes empty is a change too, for its head is printed.
void compare_lists(Differences& out, const ListSlot* before, const ListSlot* after, int sheet);

}  // namespace lembar::job
