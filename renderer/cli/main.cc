#include <csignal>

#include "cli/cli.h"

int main(int argc, char** argv) {
  // A reader that goes away (head, less) is a failed write, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  return lembar::cli::run({argv + 1, argv + argc});
}
