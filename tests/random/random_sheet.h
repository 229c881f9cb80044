// Makes random sheets as XML: everything that the vocabulary and the variations of real agencies allow, not what the
// engine is good at. The same seed gives the same sheet on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace lembar::test {

enum class Family {
  small,    // 5-12 steps, 2-6 lanes
  middle,   // 13-30 steps, 3-10 lanes
  big,      // 31-66 steps, 4-12 lanes
  narrow,   // 10-13 lanes
  wide,     // 14 or 15 lanes
  loops,    // most decisions go back to the first steps
  zigzag,   // from the far left to the far right and back
  one_lane, // many loops within one lane
  joint,    // several performers in most steps
  skips,    // jumps over many rows
  dense,    // many symbols a row, two in one cell, spans over lanes and rows
  tables,   // several flow tables with lanes and heads of their own
  words,    // long texts, long words, lists, merged cells
  front,    // identity sheets of every shape
  count
};

const char* family_name(Family family);
std::string random_sheet(Family family, std::uint32_t seed);

}  // namespace lembar::test
