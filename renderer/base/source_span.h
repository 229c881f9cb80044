// Where in the source files something stands, and the files' text to show it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar {

// A stretch of characters on one line of one file. Small, because every node of the model has some.
struct SourceSpan {
  int file = -1;   // index into SourceFiles; -1: nowhere
  int line = 0;    // from 1; 0: the file as a whole
  int column = 0;  // from 1, in characters
  int width = 1;   // characters
};

// A stretch of bytes of one file, for those who change it: from `first` up to and without `last`.
struct ByteRange {
  std::size_t first = 0, last = 0;
  std::size_t size() const { return last - first; }
};

// The files of one job, in the order in which they were read.
class SourceFiles {
 public:
  // Returns the index of the new file. `name` is how the user named it, `text` its bytes.
  int add(std::string name, std::string text);
  const std::string& name(int file) const;
  const std::string& text(int file) const;
  std::size_t count() const { return files_.size(); }
  // The line without its end; empty where there is none.
  std::string_view line(int file, int number) const;
  // Without the line's text where it is too long to be read: a file may be one line of many megabytes with a thousand faults.
  SourcePlace place(const SourceSpan& span) const;
  // Line and columns of some bytes of a file; as far as their first line goes.
  SourceSpan span_of(int file, const ByteRange& bytes) const;

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;
  };
  std::vector<std::shared_ptr<const File>> files_;
};

}  // namespace lembar
