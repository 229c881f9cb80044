#include "finish/open_pdf.h"

namespace lembar::finish {

Diagnostic no_pdf(const std::string& name) {
  return {Severity::error, Fault::input, "pdf-not", {name, 0, 0, 1, {}},
          {"Ini bukan berkas PDF.", "This is no PDF file."},
          {{"Berikan PDF yang dibuat oleh lembar render.", "Give a PDF that lembar render has made."}}};
}

Diagnostic broken_pdf(const std::string& name, const std::string& why) {
  return {Severity::error, Fault::input, "pdf-broken", {name, 0, 0, 1, {}},
          {"PDF ini rusak dan tidak dapat dibaca: " + why + ".", "This PDF is broken and cannot be read: " + why + "."},
          {{"Ambil salinan yang utuh.", "Take a whole copy of it."}}};
}

bool looks_like_pdf(const std::string& bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string::npos; }

}  // namespace lembar::finish
