// Runs an outside program on bytes and gives back what it says: the tests ask poppler and qpdf what is in a PDF,
// never ourselves. A program that is missing fails the test.
#pragma once

#include <string>

namespace lembar::test {

struct Ran {
  int status = -1;
  std::string output;  // stdout and stderr
};

// `command` is a shell command; {} in it stands for a file that holds `bytes`.
Ran run_on(const std::string& command, const std::string& bytes);

}  // namespace lembar::test
