#include "support/run_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace lembar::test {

Ran run_on(const std::string& command, const std::string& bytes) {
  char name[] = "/tmp/lembar-test-XXXXXX";
  const int file = ::mkstemp(name);
  if (file < 0) return {};
  ::close(file);
  std::ofstream(name, std::ios::binary) << bytes;
  std::string full = command;
  for (std::size_t at = full.find("{}"); at != std::string::npos; at = full.find("{}")) full.replace(at, 2, name);
  Ran ran;
  if (FILE* pipe = ::popen((full + " 2>&1").c_str(), "r")) {
    char buffer[4096];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) ran.output.append(buffer, n);
    const int status = ::pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  ::unlink(name);
  return ran;
}

}  // namespace lembar::test
