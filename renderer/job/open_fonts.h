// The fonts of one thread, kept open from one sheet to the next: opening faces costs as much as drawing a small sheet.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/font_book.h"
#include "text/pango_shaper.h"

namespace lembar::job {

class OpenFonts {
 public:
  // Opens Lembar's fonts and those of `own_folder` (empty: none), unless they are open. After an error there is no book.
  std::vector<Diagnostic> open(const std::string& fonts_folder, const std::string& own_folder);

  const text::FontBook& book() const { return *book_; }
  text::Shaper& shaper() { return *shaper_; }
  // Differs where the list or a font file has other bytes. Read once.
  const std::string& digest();

 private:
  std::string fonts_folder_, own_folder_;
  std::optional<text::FontBook> book_;
  std::unique_ptr<text::PangoShaper> shaper_;
  std::string digest_;
};

// Differs where a table of the font differs; reads a few kilobytes of it only.
std::string font_digest(const std::string& path);

}  // namespace lembar::job
