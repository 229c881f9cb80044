// Fuzzes the whole way from a source to a finished PDF.
//
// Contract: any bytes are accepted; the result is a file or diagnostics that name an error; none of them is our own
// fault; nothing is thrown and no sanitizer complains.
#include <cstdint>
#include <cstdlib>

#include "lembar/render.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lembar::Source source{"fuzz.xml", std::string(reinterpret_cast<const char*>(data), size)};
  const lembar::RenderResult result = lembar::render(source, {});
  bool error = false;
  for (const lembar::Diagnostic& d : result.diagnostics) {
    if (d.fault == lembar::Fault::ours) std::abort();
    error = error || d.severity == lembar::Severity::error;
  }
  if (error != result.files.empty()) std::abort();
  return 0;
}
