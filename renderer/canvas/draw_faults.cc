#include "canvas/draw_faults.h"

namespace lembar::canvas {

Diagnostic library_fault(const std::string& library, const std::string& code, const std::string& what) {
  return {Severity::error, Fault::surroundings, code, {},
          {library + " tidak dapat menggambar lembar: " + what + ".", library + " could not draw the sheet: " + what + "."},
          {{"Periksa memori dan ruang cakram, lalu coba lagi.", "Check memory and disk space, then try again."}}};
}

Diagnostic font_fault(const std::string& path) {
  return {Severity::error, Fault::surroundings, "system-font", {},
          {"Berkas fon " + path + " tidak dapat dibuka.", "The font file " + path + " cannot be opened."},
          {{"Pasang ulang Lembar, atau periksa --fonts.", "Install Lembar again, or check --fonts."}}};
}

Diagnostic image_fault(const std::string& name) {
  return {Severity::error, Fault::input, "image-broken", {name, 0, 0, 1, {}},
          {"Gambar " + name + " rusak.", "The picture " + name + " is broken."},
          {{"Simpan ulang sebagai PNG atau JPEG.", "Save it again as PNG or JPEG."}}};
}

}  // namespace lembar::canvas
