#include "job/open_fonts.h"

#include <algorithm>
#include <fstream>

#include "base/sha256.h"
#include "job/resources.h"

namespace lembar::job {

std::vector<Diagnostic> OpenFonts::open(const std::string& fonts_folder, const std::string& own_folder) {
  if (book_ && fonts_folder_ == fonts_folder && own_folder_ == own_folder) return {};
  shaper_.reset();
  digest_.clear();
  fonts_folder_ = fonts_folder;
  own_folder_ = own_folder;
  std::vector<std::string> own;
  if (!own_folder.empty()) own.push_back(own_folder);
  auto opened = text::open_font_book(fonts_folder, own);
  book_ = std::move(opened.value);
  if (book_) shaper_ = std::make_unique<text::PangoShaper>(*book_);
  return std::move(opened.diagnostics);
}

const std::string& OpenFonts::digest() {
  if (!digest_.empty()) return digest_;
  Sha256 sum;
  sum.add_part(read_file(fonts_folder_ + "/fonts.list").value_or(""));
  std::string last;
  for (const text::Face& face : book_->faces()) {
    sum.add_part(face.family).add_part(face.postscript_name);
    if (face.path != last) sum.add_part(read_file(face.path).value_or(""));  // a collection holds several faces
    last = face.path;
  }
  return digest_ = sum.hex();
}

std::string font_digest(const std::string& path) {
  constexpr std::size_t kHead = 4096;  // its list of tables, each with a checksum
  std::string head(kHead, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(kHead));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  return sha256_of(head);
}

}  // namespace lembar::job
