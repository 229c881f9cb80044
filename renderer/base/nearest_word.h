// The known word that an author most likely meant: for "did you mean" remedies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lembar {

// The least number of letters to insert, drop, change, or swap with their neighbour. Letters are characters of
// UTF-8, so that a wrong é counts once. Words of more than 64 bytes are not compared: they are no slips.
int edit_distance(std::string_view a, std::string_view b);

// So many names are no help to an author either, and comparing takes its time.
constexpr std::size_t kMostCompared = 5000;

// The one of `known` nearest to `word`, the first of them on a tie; empty where none is near enough to be meant, or where
// more than kMostCompared are known.
std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace lembar
