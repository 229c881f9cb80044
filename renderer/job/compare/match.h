// Which thing of the old sheet is which of the new one.
//
// Words: an *entry* is a row of a flow table, an item of a list, a lane, a sheet of a compilation. It may have an id,
// which its author gave and nobody prints, and it has words. Two entries are *alike* where half their words are common
// (likeness >= 500 of 1000).
//
// Method: a pair is worth its likeness, and 600 more where the ids agree; unlike pairs may be made by a common id only.
// The set of pairs that is worth most in all is chosen (the assignment problem, solved by the Hungarian method). So an
// id holds a step however it was reworded, but ids that were dealt anew (langkah-4 is langkah-5 now, after an
// insertion) do not: there the words of all the others outweigh them. Of equal sets the one with pairs near to each
// other in order wins.
//
// Cost: n² m for n and m entries that are left when those with the same id and the same words are paired; beyond
// 300 times 300 of them, pairs of one id are paired first whatever they say; beyond that again, words must be equal.
// Weak: a step that was split in two is one reworded and one added; which is which depends on the words alone.
#pragma once

#include <string>
#include <vector>

namespace lembar::job {

struct Entry {
  std::string id;     // empty: none
  std::string words;
  int kind = 0;       // only entries of one kind are paired
};

// For each old entry the index of its new one, or -1.
std::vector<int> match(const std::vector<Entry>& before, const std::vector<Entry>& after);

// The assignment that is worth most: value(i, j) for i < rows, j < columns; pairs of value 0 are not made. -1: alone.
std::vector<int> best_pairs(int rows, int columns, const std::vector<long long>& values);

// Of matched entries those that stand in a longest increasing subsequence stayed where they were; the others moved.
// partners[i]: new index or -1. Result: for each old entry, whether it moved.
std::vector<bool> moved(const std::vector<int>& partners);

}  // namespace lembar::job
