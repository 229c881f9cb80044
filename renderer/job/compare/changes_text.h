// Changes as words for people, for the text of `diff` and for the list behind a review copy.
#pragma once

#include <string>
#include <vector>

#include "lembar/compare.h"

namespace lembar::job {

// The heading over the changes of one part: "Identitas".
Wording part_name(SheetPart part);

// Neighbours that were renumbered by the same amount, as one: steps 5-9, formerly 4-8.
std::vector<Change> with_joined_numbers(const std::vector<Change>& changes);

// Changed words with what was taken out as [-so-] and what was put in as {+so+}.
std::string marked_words(const std::vector<WordPiece>& pieces);

// Whether what is gone is named by a number that something else may have now.
bool has_old_number(const Change& change);

// What of a changed thing is another, where its words are not: "label: ", "pelaksana: "; empty where the place says so.
Wording aspect_name(const Change& change);

}  // namespace lembar::job
