// The program: arguments in, files and words out, an exit status.
#pragma once

#include <string>
#include <vector>

namespace lembar::cli {

// 0 done, 1 the input has errors, 2 wrong usage, 3 the surroundings failed, 70 our own fault.
int run(const std::vector<std::string>& arguments);

}  // namespace lembar::cli
