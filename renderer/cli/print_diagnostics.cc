#include "cli/print_diagnostics.h"

#include <algorithm>

namespace lembar::cli {

namespace {

constexpr std::size_t kMostShown = 110;  // characters of a source line
constexpr std::size_t kBefore = 60;      // of them, at most before the place

const Wording kError{"kesalahan", "error"}, kWarning{"peringatan", "warning"}, kInfo{"keterangan", "note"};
const Wording kRemedy{"saran", "help"};

const Wording& severity_words(Severity severity) {
  return severity == Severity::error ? kError : severity == Severity::warning ? kWarning : kInfo;
}

// What a terminal may be shown of a character of UTF-8: what would move the cursor or ring the bell is a space, what is
// no character at all the sign for that.
std::string shown(const std::string& character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) >= 0xC2 && byte(0) < 0xE0 ? 2 : byte(0) >= 0xE0 && byte(0) < 0xF0 ? 3 : byte(0) >= 0xF0 && byte(0) < 0xF5 ? 4 : 0;
  if (character.size() != size) return "\uFFFD";
  const bool control = byte(0) < 0x20 || byte(0) == 0x7F || (byte(0) == 0xC2 && byte(1) < 0xA0);
  return control ? " " : character;
}

// One string for each character.
std::vector<std::string> characters(const std::string& line) {
  std::vector<std::string> out;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !out.empty()) out.back() += c;
    else out.emplace_back(1, c);
  }
  for (std::string& character : out) character = shown(character);
  return out;
}

std::string excerpt(const SourcePlace& place) {
  const std::vector<std::string> line = characters(place.line_text);
  const std::size_t at = place.column > 0 ? static_cast<std::size_t>(place.column) - 1 : 0;
  std::size_t from = line.size() > kMostShown && at > kBefore ? at - kBefore : 0;
  from = std::min(from, line.size());
  const std::size_t to = std::min(line.size(), from + kMostShown);
  std::string text = "    ", marks = "    ";
  if (from > 0) {
    text += "…";
    marks += " ";
  }
  for (std::size_t i = from; i < to; ++i) text += line[i];
  if (to < line.size()) text += "…";
  if (place.column < 1 || at > to) return text + "\n";
  const std::size_t width = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1, place.width)), 1, std::max<std::size_t>(1, to - at));
  marks += std::string(at - from, ' ') + "^" + std::string(width - 1, '~');
  return text + "\n" + marks + "\n";
}

std::string one(const Diagnostic& d, Language language) {
  std::string out;
  if (!d.where.file.empty()) {
    out += d.where.file + ":";
    if (d.where.line > 0) out += std::to_string(d.where.line) + ":";
    if (d.where.line > 0 && d.where.column > 0) out += std::to_string(d.where.column) + ":";
    out += " ";
  }
  out += in(language, severity_words(d.severity)) + ": " + in(language, d.message) + " [" + d.code + "]\n";
  if (!d.where.line_text.empty()) out += excerpt(d.where);
  for (const Wording& remedy : d.remedies) out += "    " + in(language, kRemedy) + ": " + in(language, remedy) + "\n";
  return out;
}

}  // namespace

std::string printed(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += one(d, language);
  return out;
}

}  // namespace lembar::cli
