// Sources of sheets of any length, for what grows with the length.
#pragma once

#include <string>

namespace lembar::test {

// regular: every fifth step is a decision whose No goes back a few steps; performers change from step to step, as in
// real sheets. random: performers, decisions and the ways back are drawn by lot, the same lots each time.
enum class LongKind { regular, random };

std::string long_sheet(int steps, LongKind kind);

}  // namespace lembar::test
