// Random routing problems, and the cutting down of one that fails to a small case.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "routing/problem.h"

namespace lembar::test {

// The same seed gives the same problem on every machine.
routing::Problem random_problem(std::uint64_t seed);

// Takes away edges, shapes that no edge needs, and texts, as long as the problem still fails.
routing::Problem shrunk(routing::Problem problem, const std::function<bool(const routing::Problem&)>& fails);

// As C++ that can be pasted into a test.
std::string written(const routing::Problem& problem);

}  // namespace lembar::test
