// A libharu document that lives as long as this, and its first fault. libharu goes on after a fault as if nothing had
// happened, or refuses all further work with another one; only the first says what went wrong.
#pragma once

#include <hpdf.h>

#include <functional>
#include <string>

namespace lembar::canvas {

class HaruDocument {
 public:
  HaruDocument();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  HPDF_Doc get() const { return document_; }
  bool failed() const { return fault_ != HPDF_OK; }
  // libharu knows its faults by number only: "0x1025, 0".
  std::string fault() const;

  // Runs work that may fail without harm; false where it did. Want of memory is harm always.
  bool attempt(const std::function<void()>& work);

  // The document's bytes; empty after any fault.
  std::string written();

 private:
  static void HPDF_STDCALL remember(HPDF_STATUS fault, HPDF_STATUS detail, void* self);

  HPDF_Doc document_;
  HPDF_STATUS fault_ = HPDF_OK, detail_ = 0;
};

}  // namespace lembar::canvas
