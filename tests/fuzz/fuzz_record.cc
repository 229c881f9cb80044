// libFuzzer: any bytes at all are read as a record, and what comes of them as content and as places in a folder. Seeds are
// finished PDFs of the samples.
#include <cstddef>
#include <cstdint>
#include <string>

#include "finish/pdf_content.h"
#include "finish/read_record.h"
#include "lembar/verify.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lembar;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto record = finish::read_record("a.pdf", bytes);
  if (record.value.has_value() == has_error(record.diagnostics)) __builtin_trap();
  if (!record.value) return 0;
  for (const std::string& place : places_of(record.value->files)) {
    if (place.empty() || place.front() == '/' || place.find("..") == 0 || place.find("/../") != std::string::npos) __builtin_trap();
  }
  const auto content = finish::read_content("a.pdf", bytes);
  if (content.value.has_value() == has_error(content.diagnostics)) __builtin_trap();
  return 0;
}
