// Which Lembar this is, and which libraries it draws with: the same sheet comes out of the same versions only.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lembar {

// "0.1.0"
std::string version();
// Name and version of each library that has a hand in the output.
std::vector<std::pair<std::string, std::string>> library_versions();

}  // namespace lembar
