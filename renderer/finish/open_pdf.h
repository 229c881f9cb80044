// Opens a PDF that comes from anywhere: what is broken becomes a diagnostic, what is too big is not unpacked.
#pragma once

#include <qpdf/QPDF.hh>

#include <cstddef>
#include <exception>
#include <new>
#include <string>

#include "base/outcome.h"
#include "finish/unpack.h"

namespace lembar::finish {

// Far above any sheet, far below what a machine has.
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;

Diagnostic no_pdf(const std::string& name);
Diagnostic broken_pdf(const std::string& name, const std::string& why);
// Some programs write a few bytes before the head; readers look for it in the first kilobyte.
bool looks_like_pdf(const std::string& bytes);

// Hands the open PDF to `read`; whatever that throws is the file's fault. `name` is for the diagnostics.
template <class T, class Read>
Outcome<T> open_pdf(const std::string& name, const std::string& bytes, Read read) {
  if (!looks_like_pdf(bytes)) return {std::nullopt, {no_pdf(name)}};
  try {
    if (!is_safe_to_open(bytes, kMostUnpacked)) return {std::nullopt, {broken_pdf(name, "it unpacks to too much data")}};
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("pdf", bytes.data(), bytes.size());
    return {read(pdf), {}};
  } catch (const std::bad_alloc&) {
    throw;  // the machine's, not the file's; the job's edge tells of it
  } catch (const std::exception& fault) {
    return {std::nullopt, {broken_pdf(name, fault.what())}};
  }
}

}  // namespace lembar::finish
