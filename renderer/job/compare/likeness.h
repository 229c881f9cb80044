// How alike two texts are, and which words differ.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lembar/compare.h"

namespace lembar::job {

std::vector<std::string> split_words(std::string_view text);

// The longest common subsequence of words, as pieces in reading order; of a replaced stretch the removed words come
// first. Texts of more than two million pairs of words are told as replaced from the first difference to the last.
std::vector<WordPiece> word_changes(std::string_view before, std::string_view after);

// A text made ready to be compared with many others: its words without regard to capitals, at most the first 100 of
// them, for texts that begin alike are alike enough.
class LikeText {
 public:
  explicit LikeText(std::string_view text);

 private:
  friend int likeness(const LikeText& a, const LikeText& b);
  std::vector<std::uint64_t> words_, sorted_;  // hashes: equal words have equal ones
  std::string letters_;  // of one or two short words
};

// 0 nothing in common … 1000 the same words: twice the common words over all words. One or two words that are nearly
// alike letter by letter (Sekretaris, Sekretariat) count so. Below 500 it may say 0, for nobody asks how unlike texts are.
int likeness(const LikeText& a, const LikeText& b);
inline int likeness(std::string_view a, std::string_view b) { return likeness(LikeText(a), LikeText(b)); }

}  // namespace lembar::job
