// Text cut where its lines may break, before any width is known.
//
// An atom is a stretch of one font with no place to break inside it but its syllables. What follows it says how
// willingly a line breaks there. The customs kept here are those of Indonesian office writing: "Nomor 52",
// "Tahun 2011", "1 Jam", "28 Juli", "2 (dua)" and the groups of a NIP stay on one line as long as the line is wide
// enough for them.
#pragma once

#include <string>
#include <vector>

#include "text/shaper.h"

namespace lembar::text {

enum class BreakAfter {
  freely,
  unwillingly,  // only where what it keeps together is wider than a line
  never,        // only the font changes here; the word goes on
  always,       // a forced break, or the end
};

struct Atom {
  std::string text;           // no space; empty for a line with nothing on it
  int run = 0;                // index of the StyledRun that it comes from
  bool space_after = false;   // where the line goes on behind it
  bool hyphen_after = false;  // where the line ends behind it: a soft hyphen of the author's
  BreakAfter after = BreakAfter::freely;
};

// The last atom breaks always. No runs: no atoms. Runs without a letter: one empty atom.
std::vector<Atom> split_atoms(const std::vector<StyledRun>& runs);

}  // namespace lembar::text
