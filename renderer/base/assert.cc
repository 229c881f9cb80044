#include "base/assert.h"

namespace lembar {

void fail_assertion(const char* condition, const char* belief, const char* file, int line) {
  std::string path = file;
  const auto slash = path.rfind("renderer/");
  if (slash != std::string::npos) path.erase(0, slash);
  throw InternalFault(path + ":" + std::to_string(line) + ": " + belief + " (" + condition + ")");
}

}  // namespace lembar
