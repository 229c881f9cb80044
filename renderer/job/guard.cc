#include "job/guard.h"

#include <exception>
#include <new>
#include <string>

namespace lembar::job {

namespace {

Diagnostic internal_fault(const std::string& what) {
  return {Severity::error, Fault::ours, "internal", {},
          {"Kesalahan di dalam Lembar: " + what + ".", "Internal error: " + what + "."},
          {{"Ini kesalahan kami; mohon laporkan beserta berkas XML-nya.", "This is our fault; please report it with the XML file."}}};
}

Diagnostic memory_fault() {
  return {Severity::error, Fault::surroundings, "system-memory", {},
          {"Memori tidak cukup.", "There is not enough memory."},
          {{"Tutup program lain, atau bagi lembarnya.", "Close other programs, or divide the sheet."}}};
}

}  // namespace

void guarded(std::vector<Diagnostic>& diagnostics, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    diagnostics.push_back(memory_fault());
  } catch (const std::exception& fault) {
    diagnostics.push_back(internal_fault(fault.what()));
  }
}

}  // namespace lembar::job
