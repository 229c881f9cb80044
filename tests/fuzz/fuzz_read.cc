// libFuzzer: any bytes at all go through read, check and lint. What it finds is kept in tests/fuzz/found, which the
// unit tests of `read` replay.
//
//   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DLEMBAR_FUZZ=ON -DLEMBAR_SANITIZE=address,undefined
//   ninja -C build/fuzz fuzz_read && build/fuzz/tests/fuzz/fuzz_read -max_total_time=60 samples
#include <cstddef>
#include <cstdint>
#include <string>

#include "check/check.h"
#include "read/read_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lembar;
  SourceFiles files;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // Every included file is the same one, so that inclusion within inclusion is tried as well.
  auto read = read::read_document(files, "a.xml", bytes, [&](const std::string& path) -> std::optional<std::string> {
    if (path.size() % 2 == 0) return std::nullopt;
    return bytes.substr(bytes.size() / 2);
  });
  if (!read.value) {
    if (!has_error(read.diagnostics)) __builtin_trap();
    return 0;
  }
  auto checked = check::check_document(std::move(*read.value), files);
  if (checked.value) check::lint_document(*checked.value, files);
  else if (!has_error(checked.diagnostics)) __builtin_trap();
  return 0;
}
