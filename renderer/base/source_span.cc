#include "base/source_span.h"

#include <algorithm>

#include "base/assert.h"
#include "base/letters.h"

namespace lembar {

namespace {
constexpr std::size_t kLongestLineShown = 1000;  // bytes
}

int SourceFiles::add(std::string name, std::string text) {
  auto file = std::make_shared<File>();
  file->name = std::move(name);
  file->text = std::move(text);
  file->line_starts.push_back(0);
  const std::string& s = file->text;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\n' || (s[i] == '\r' && (i + 1 == s.size() || s[i + 1] != '\n'))) file->line_starts.push_back(i + 1);
  }
  files_.push_back(std::move(file));
  return static_cast<int>(files_.size()) - 1;
}

const std::string& SourceFiles::name(int file) const {
  LEMBAR_ASSERT(file >= 0 && file < static_cast<int>(files_.size()), "the span names a file of this job");
  return files_[file]->name;
}

const std::string& SourceFiles::text(int file) const {
  LEMBAR_ASSERT(file >= 0 && file < static_cast<int>(files_.size()), "the span names a file of this job");
  return files_[file]->text;
}

std::string_view SourceFiles::line(int file, int number) const {
  if (file < 0 || file >= static_cast<int>(files_.size())) return {};
  const File& f = *files_[file];
  if (number < 1 || number > static_cast<int>(f.line_starts.size())) return {};
  const std::size_t from = f.line_starts[number - 1];
  // The next line's start is known: no search, for some files are one line of many megabytes.
  const bool last = number == static_cast<int>(f.line_starts.size());
  std::string_view line = std::string_view(f.text).substr(from, (last ? f.text.size() : f.line_starts[number]) - from);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

SourcePlace SourceFiles::place(const SourceSpan& span) const {
  if (span.file < 0 || span.file >= static_cast<int>(files_.size())) return {};
  const std::string_view shown = line(span.file, span.line);
  return {files_[span.file]->name, span.line, span.column, span.width, std::string(shown.size() <= kLongestLineShown ? shown : "")};
}

SourceSpan SourceFiles::span_of(int file, const ByteRange& bytes) const {
  LEMBAR_ASSERT(file >= 0 && file < static_cast<int>(files_.size()), "the bytes are those of a file of this job");
  const File& f = *files_[file];
  const auto next = std::upper_bound(f.line_starts.begin(), f.line_starts.end(), bytes.first);
  const auto number = static_cast<int>(next - f.line_starts.begin());
  std::string_view whole = line(file, number);
  const std::size_t start = f.line_starts[static_cast<std::size_t>(number) - 1], at = std::min(bytes.first - start, whole.size());
  const std::size_t end = std::min(bytes.last - start, whole.size());
  const auto characters = [](std::string_view text) { return static_cast<int>(text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character))); };
  const int mark = number == 1 && whole.substr(0, 3) == "\xEF\xBB\xBF" ? 1 : 0;  // no editor counts it
  return {file, number, characters(whole.substr(0, at)) - mark + 1, std::max(1, characters(whole.substr(at, end - at)))};
}

}  // namespace lembar
