#include "text/font_book.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include "base/assert.h"
#include "base/letters.h"
#include "base/nearest_word.h"
#include "text/font_list.h"

namespace lembar::text {
namespace fs = std::filesystem;

struct FontBook::Contents {
  std::vector<Face> faces;
  std::map<std::string, std::vector<FaceId>> families;  // by lowered name
  std::map<std::string, Diagnostic> missing;            // families whose files are not there, by lowered name
  std::vector<std::string> names;                       // of the families, as templates write them
  std::string first, fallback;                          // lowered
};

namespace {

Diagnostic fault(std::string code, const std::string& path, Wording message, Wording remedy) {
  Diagnostic d;
  d.fault = Fault::surroundings;
  d.code = std::move(code);
  d.where.file = path;
  d.message = std::move(message);
  d.remedies.push_back(std::move(remedy));
  return d;
}

// Pango asks fontconfig for its current set even where it is given one of its own, and would read the machine's.
void forget_fonts_of_the_machine() {
  static std::once_flag once;
  std::call_once(once, [] {
    FcConfig* none = FcConfigCreate();
    LEMBAR_ASSERT(none != nullptr, "fontconfig can make an empty set");
    FcConfigSetCurrent(none);
    FcConfigDestroy(none);
  });
}

bool is_font_file(const fs::path& path) {
  const std::string ending = small_letters(path.extension().string());
  return ending == ".ttf" || ending == ".otf" || ending == ".ttc" || ending == ".otc";
}

std::string text_of(const FcPattern* pattern, const char* what) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, what, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

int number_of(const FcPattern* pattern, const char* what, int otherwise) {
  int value = 0;
  return FcPatternGetInteger(pattern, what, 0, &value) == FcResultMatch ? value : otherwise;
}

// All faces of a file; none where it is no font.
std::vector<Face> faces_in(const fs::path& path) {
  std::vector<Face> faces;
  int count = 1;
  for (int i = 0; i < count; ++i) {
    FcPattern* pattern = FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(path.c_str()), static_cast<unsigned>(i), nullptr, &count);
    if (!pattern) return {};
    faces.push_back({path.string(), i, text_of(pattern, FC_FAMILY), number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) > FC_WEIGHT_MEDIUM,
                     number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN, text_of(pattern, FC_POSTSCRIPT_NAME)});
    FcPatternDestroy(pattern);
  }
  return faces;
}

// The files of a folder in the order of their names, so that every file system gives the same book.
std::vector<fs::path> font_files(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error), end;
  while (!error && at != end) {
    if (is_font_file(at->path()) && at->is_regular_file(error)) files.push_back(at->path());
    if (!error) at.increment(error);
  }
  if (error)
    diagnostics.push_back(fault("font-folder", folder, {"Folder huruf tidak dapat dibaca.", "The folder of fonts cannot be read."},
                                {"Periksa nama folder pada --fonts.", "Check the folder's name after --fonts."}));
  std::sort(files.begin(), files.end());
  return files;
}

std::string find_file(const ListedFamily& family, const std::string& file, const std::string& fonts_dir) {
  for (const std::string& folder : family.folders) {
    const fs::path path = (fs::path(folder).is_absolute() ? fs::path(folder) : fs::path(fonts_dir) / folder) / file;
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path.string();
  }
  return {};
}

Diagnostic missing_files(const ListedFamily& family, const std::vector<std::string>& files) {
  std::string names, packages;
  for (const std::string& file : files) names += (names.empty() ? "" : ", ") + file;
  for (const std::string& package : family.packages) packages += (packages.empty() ? "" : " / ") + package;
  return fault("font-missing", {},
               {"Huruf untuk \"" + family.names[0] + "\" tidak terpasang: " + names + ".",
                "The font for \"" + family.names[0] + "\" is not installed: " + names + "."},
               {"Pasang paket Debian: " + packages + ".", "Install the Debian package: " + packages + "."});
}

// Names that nobody knows, and characters that other families lack, come to these.
bool is_needed(const FontList& list, const ListedFamily& family) {
  return &family == &list.families.front() ||
         std::find(family.names.begin(), family.names.end(), list.fallback) != family.names.end();
}

}  // namespace

const std::vector<Face>& FontBook::faces() const { return contents_->faces; }

bool FontBook::has_family(const std::string& family) const { return contents_->families.count(small_letters(family)) != 0; }

const Diagnostic* FontBook::missing(const std::string& family) const {
  const auto found = contents_->missing.find(small_letters(family));
  return found == contents_->missing.end() ? nullptr : &found->second;
}

FaceId FontBook::face(const std::string& family, bool bold, bool italic) const {
  auto found = contents_->families.find(small_letters(family));
  if (found == contents_->families.end()) found = contents_->families.find(contents_->first);
  FaceId best = found->second.front();
  int least = 4;
  for (const FaceId id : found->second) {
    const Face& f = contents_->faces[id];
    const int away = 2 * (f.bold != bold) + (f.italic != italic);
    if (away < least) least = away, best = id;
  }
  return best;
}

FaceId FontBook::fallback(bool bold) const { return face(contents_->fallback, bold, false); }

Outcome<FontBook> open_font_book(const std::string& fonts_dir, const std::vector<std::string>& extra_dirs) {
  forget_fonts_of_the_machine();
  Outcome<FontBook> outcome;
  Outcome<FontList> list = read_font_list((fs::path(fonts_dir) / "fonts.list").string());
  outcome.diagnostics = std::move(list.diagnostics);
  auto contents = std::make_shared<FontBook::Contents>();
  std::set<std::string> own;  // families of the caller
  for (const std::string& folder : extra_dirs)
    for (const fs::path& file : font_files(folder, outcome.diagnostics)) {
      const std::vector<Face> faces = faces_in(file);
      if (faces.empty())
        outcome.diagnostics.push_back(fault("font-broken", file.string(), {"Berkas ini bukan huruf yang dapat dibaca.", "This file is no font that can be read."},
                                            {"Keluarkan berkas ini dari folder, atau ganti.", "Take the file out of the folder, or replace it."}));
      for (const Face& face : faces) {
        if (own.insert(small_letters(face.family)).second) contents->names.push_back(face.family);
        contents->families[small_letters(face.family)].push_back(static_cast<FaceId>(contents->faces.size()));
        contents->faces.push_back(face);
      }
    }
  if (!list.value) return outcome;
  for (const ListedFamily& family : list.value->families) {
    std::vector<Face> faces;
    std::vector<std::string> missing;
    for (const ListedFace& listed : family.faces) {
      const std::string path = find_file(family, listed.file, fonts_dir);
      if (path.empty()) missing.push_back(listed.file);
      faces.push_back({path, 0, family.names[0], listed.bold, listed.italic, listed.postscript_name});
    }
    // An office that has the family itself needs no stand-in for it.
    const bool replaced = own.count(small_letters(family.names[0])) != 0;
    if (!missing.empty() && !replaced) {
      // Only a sheet that uses it, as its own or for what others lack, has to do without.
      const Diagnostic gap = missing_files(family, missing);
      if (is_needed(*list.value, family)) outcome.diagnostics.push_back(gap);
      for (const std::string& name : family.names)
        if (own.count(small_letters(name)) == 0) contents->missing.emplace(small_letters(name), gap);
      continue;
    }
    std::vector<FaceId> ids;
    if (replaced) faces.clear();
    for (Face& face : faces) {
      ids.push_back(static_cast<FaceId>(contents->faces.size()));
      contents->faces.push_back(std::move(face));
    }
    for (const std::string& name : family.names)
      if (own.count(small_letters(name)) == 0) {
        // Helvetica is what stands for Arial, Arial itself where the office has it.
        contents->families[small_letters(name)] = replaced ? contents->families[small_letters(family.names[0])] : ids;
        contents->names.push_back(name);
      }
  }
  contents->first = small_letters(list.value->families[0].names[0]);
  contents->fallback = small_letters(list.value->fallback);
  if (contents->families.count(contents->fallback) == 0 && contents->missing.count(contents->fallback) == 0)
    outcome.diagnostics.push_back(fault("font-list", fonts_dir, {"Huruf cadangan tidak ada dalam daftar huruf.", "The fallback font is not in the list of fonts."},
                                        {"Periksa baris fallback.", "Check the line that says fallback."}));
  if (!has_error(outcome.diagnostics)) outcome.value = FontBook(std::move(contents));
  return outcome;
}

std::vector<Diagnostic> check_families(const FontBook& book, const std::vector<std::string>& families) {
  std::vector<Diagnostic> diagnostics;
  std::set<std::string> seen;
  for (const std::string& family : families) {
    if (book.has_family(family) || !seen.insert(small_letters(family)).second) continue;
    if (const Diagnostic* gap = book.missing(family)) {
      diagnostics.push_back(*gap);
      continue;
    }
    diagnostics.push_back(fault("font-unknown", {}, {"Huruf \"" + family + "\" tidak ada.", "There is no font \"" + family + "\"."},
                                {"Beri folder berisi huruf itu dengan --fonts, atau pakai Arial, Times New Roman, atau Bookman Old Style.",
                                 "Give a folder that has it with --fonts, or use Arial, Times New Roman or Bookman Old Style."}));
  }
  return diagnostics;
}

}  // namespace lembar::text
