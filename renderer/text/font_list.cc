#include "text/font_list.h"

#include <fstream>
#include <sstream>

namespace lembar::text {
namespace {

Diagnostic fault(const std::string& path, int line, const Wording& message) {
  Diagnostic d;
  d.fault = Fault::surroundings;
  d.code = "font-list";
  d.where.file = path;
  d.where.line = line;
  d.message = message;
  d.remedies.push_back({"Pasang ulang Lembar, atau tunjukkan folder datanya.", "Install Lembar again, or name its data folder."});
  return d;
}

std::vector<std::string> words(std::istringstream& in) {
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string rest_of(std::istringstream& in) {
  std::string out;
  for (const std::string& word : words(in)) out += (out.empty() ? "" : " ") + word;
  return out;
}

// False where the line is none of the list's.
bool read_line(std::istringstream& in, const std::string& key, FontList& list) {
  if (key == "family") {
    list.families.emplace_back().names.push_back(rest_of(in));
    return !list.families.back().names[0].empty();
  }
  if (key == "fallback") {
    list.fallback = rest_of(in);
    return !list.fallback.empty();
  }
  if (list.families.empty()) return false;
  ListedFamily& family = list.families.back();
  if (key == "also") {
    family.names.push_back(rest_of(in));
    return !family.names.back().empty();
  }
  if (key == "package") return !(family.packages = words(in)).empty();
  if (key == "in") return !(family.folders = words(in)).empty();
  if (key != "regular" && key != "bold" && key != "italic" && key != "bold-italic") return false;
  ListedFace face;
  face.bold = key == "bold" || key == "bold-italic";
  face.italic = key == "italic" || key == "bold-italic";
  std::string more;
  if (!(in >> face.file >> face.postscript_name) || in >> more) return false;
  family.faces.push_back(face);
  return true;
}

}  // namespace

Outcome<FontList> read_font_list(const std::string& path) {
  Outcome<FontList> outcome;
  std::ifstream file(path);
  if (!file) {
    outcome.diagnostics.push_back(
        fault(path, 0, {"Daftar huruf tidak dapat dibaca.", "The list of fonts cannot be read."}));
    return outcome;
  }
  FontList list;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (const std::size_t comment = line.find('#'); comment != std::string::npos) line.erase(comment);
    std::istringstream in(line);
    std::string key;
    if (!(in >> key)) continue;
    if (!read_line(in, key, list))
      outcome.diagnostics.push_back(
          fault(path, number, {"Baris daftar huruf ini tidak dapat dimengerti.", "This line of the list of fonts makes no sense."}));
  }
  if (list.families.empty() || list.fallback.empty())
    outcome.diagnostics.push_back(fault(
        path, 0, {"Daftar huruf tidak lengkap: perlu family dan fallback.", "The list of fonts lacks a family or the fallback."}));
  if (!has_error(outcome.diagnostics)) outcome.value = std::move(list);
  return outcome;
}

}  // namespace lembar::text
