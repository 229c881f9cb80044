// The fonts of a run: every face that a sheet may be set in, and no other.
//
// A machine's own fonts never change a sheet. The book holds the faces of fonts/fonts.list, in its order, and before
// them those of the caller's folders, whose families take the place of the listed ones: an office that owns Arial
// gets Arial. Opening looks at the names of the files only, but for the caller's own; a face is loaded when its first
// word is shaped.
//
// A book never changes once it is open: threads may share one, copies are cheap.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.h"
#include "text/glyph_run.h"

namespace lembar::text {

struct Face {
  std::string path;
  int index = 0;  // in a collection of fonts
  std::string family;  // as templates name it
  bool bold = false, italic = false;
  std::string postscript_name;
};

class FontBook {
 public:
  // By FaceId.
  const std::vector<Face>& faces() const;

  // The face for a family, by any of its names, whatever the case of their letters. Where the family lacks the
  // style, the nearest that it has; where nobody knows the family, the first family's (see check_families).
  FaceId face(const std::string& family, bool bold, bool italic) const;
  FaceId fallback(bool bold) const;
  bool has_family(const std::string& family) const;
  // What to say where the list knows the family and its files are not installed; null for any other.
  const Diagnostic* missing(const std::string& family) const;

 private:
  friend Outcome<FontBook> open_font_book(const std::string&, const std::vector<std::string>&);
  struct Contents;
  explicit FontBook(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}
  std::shared_ptr<const Contents> contents_;
};

// `fonts_dir` holds fonts.list. `extra_dirs` are searched for font files, folders in them too.
// Errors are of the surroundings: a listed file is nowhere (the remedy names the Debian package), a folder or a font
// of the caller cannot be read.
Outcome<FontBook> open_font_book(const std::string& fonts_dir, const std::vector<std::string>& extra_dirs);

// One error for each family that the book does not have.
std::vector<Diagnostic> check_families(const FontBook& book, const std::vector<std::string>& families);

}  // namespace lembar::text
