#include "base/source_span.h"

#include "base/assert.h"

namespace lembar {

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
  return {files_[span.file]->name, span.line, span.column, span.width, std::string(line(span.file, span.line))};
}

}  // namespace lembar
