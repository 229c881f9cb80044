#include "text/font_book.h"

#include <fontconfig/fontconfig.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/catch.h"

using namespace lembar;
using namespace lembar::text;
namespace fs = std::filesystem;

namespace {

const std::string kFonts = LEMBAR_ROOT "/fonts";

struct Folder {
  fs::path path = fs::temp_directory_path() / ("lembar-fonts-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
};

}  // namespace

TEST_CASE("The shipped list opens, and says the truth about each file") {
  const auto book = open_font_book(kFonts, {});
  for (const Diagnostic& d : book.diagnostics) UNSCOPED_INFO(d.message.en);
  REQUIRE(book);
  CHECK(book.diagnostics.empty());
  for (const Face& face : book.value->faces()) {
    CAPTURE(face.path);
    int count = 0;
    FcPattern* p = FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(face.path.c_str()), 0, nullptr, &count);
    REQUIRE(p);
    FcChar8* name = nullptr;
    int slant = 0, weight = 0;
    FcPatternGetString(p, FC_POSTSCRIPT_NAME, 0, &name);
    FcPatternGetInteger(p, FC_SLANT, 0, &slant);
    FcPatternGetInteger(p, FC_WEIGHT, 0, &weight);
    CHECK(face.postscript_name == reinterpret_cast<const char*>(name));
    CHECK(face.italic == (slant != FC_SLANT_ROMAN));
    CHECK(face.bold == (weight > FC_WEIGHT_MEDIUM));
    FcPatternDestroy(p);
  }
}

TEST_CASE("Faces are found by family and style") {
  const auto opened = open_font_book(kFonts, {});
  REQUIRE(opened);
  const FontBook& book = *opened.value;
  const auto name = [&](const std::string& family, bool bold, bool italic) { return book.faces()[book.face(family, bold, italic)].postscript_name; };
  CHECK(name("Arial", false, false) == "LiberationSans");
  CHECK(name("arial", true, true) == "LiberationSans-BoldItalic");
  CHECK(name("Bookman Old Style", true, false) == "TeXGyreBonum-Bold");
  CHECK(name("DejaVu Sans", true, true) == "DejaVuSans-Bold");
  CHECK(name("Comic Sans", false, false) == "LiberationSans");
  CHECK(book.faces()[book.fallback(false)].postscript_name == "DejaVuSans");
  CHECK(book.has_family("TIMES NEW ROMAN"));
  const auto unknown = check_families(book, {"Arial", "Comic Sans", "Comic Sans"});
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].fault == Fault::surroundings);
}

TEST_CASE("Fonts of the caller take the place of listed ones") {
  const auto plain = open_font_book(kFonts, {});
  REQUIRE(plain);
  const Folder folder;
  fs::create_directories(folder.path / "in");
  fs::copy_file(plain.value->faces()[0].path, folder.path / "in" / "x.TTF");
  folder.write("readme.txt", "no font");
  const auto book = open_font_book(kFonts, {folder.path.string()});
  REQUIRE(book);
  CHECK(book.value->faces()[book.value->face("Liberation Sans", false, false)].path == (folder.path / "in" / "x.TTF").string());
  CHECK(book.value->faces()[book.value->face("Arial", false, false)].path == plain.value->faces()[0].path);
}

TEST_CASE("Faults of the surroundings are told with their remedy") {
  CHECK(open_font_book("/nowhere", {}).diagnostics.at(0).fault == Fault::surroundings);
  CHECK(open_font_book(kFonts, {"/nowhere"}).diagnostics.at(0).code == "font-folder");
  const Folder folder;
  folder.write("broken.ttf", "no font");
  CHECK(open_font_book(kFonts, {folder.path.string()}).diagnostics.at(0).code == "font-broken");
  folder.write("fonts.list", "family A\npackage fonts-a\nin /nowhere\nregular a.ttf A\nnonsense\nfallback A\n");
  const auto bad = open_font_book(folder.path.string(), {});
  CHECK_FALSE(bad);
  REQUIRE(bad.diagnostics.size() == 1);
  CHECK(bad.diagnostics[0].where.line == 5);
  folder.write("fonts.list", "family A\npackage fonts-a\nin /nowhere\nregular a.ttf A\nfallback A\n");
  const auto missing = open_font_book(folder.path.string(), {});
  REQUIRE(missing.diagnostics.size() == 1);
  CHECK(missing.diagnostics[0].code == "font-missing");
  CHECK(missing.diagnostics[0].remedies.at(0).en.find("fonts-a") != std::string::npos);
}

TEST_CASE("A family whose files are missing is a fault of the sheets that use it, and of no other") {
  const auto plain = open_font_book(kFonts, {});
  REQUIRE(plain);
  const fs::path file = plain.value->faces()[0].path;
  const Folder folder;
  folder.write("fonts.list", "family A\npackage fonts-a\nin " + file.parent_path().string() + "\nregular " + file.filename().string() +
                                 " A\nfamily B\nalso C\npackage fonts-b\nin /nowhere\nregular b.ttf B\nfallback A\n");
  const auto book = open_font_book(folder.path.string(), {});
  REQUIRE(book);
  CHECK(check_families(*book.value, {"A"}).empty());
  const auto gaps = check_families(*book.value, {"A", "C"});
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].code == "font-missing");
  CHECK(gaps[0].remedies.at(0).en.find("fonts-b") != std::string::npos);
}
