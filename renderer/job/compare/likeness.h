// How alike two texts are, and which words differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lembar/compare.h"

namespace lembar::job {

std::vector<std::string> split_words(std::string_view text);

// The longest common subsequence of words, as pieces in reading order; of a replaced stretch the removed words come
// first. Texts of more than two million pairs of words are told as replaced from the first difference to the last.
std::vector<WordPiece> word_changes(std::string_view before, std::string_view after);

// 0 nothing in common … 1000 the same words: twice the common words over all words, without regard to capitals. One or
// two words that are nearly alike letter by letter (Sekretaris, Sekretariat) count so.
int likeness(std::string_view a, std::string_view b);

}  // namespace lembar::job
