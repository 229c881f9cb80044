// Changes an XML file by the places of its nodes, and leaves every other byte as its author wrote it.
//
// The file is never written anew from a tree: comments, the order of attributes, the way lines are broken and which
// quotes were used are the author's. Each change is a stretch of bytes and what takes its place; all of them are noted
// first, against the places of the unchanged file, and applied at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/xml_tree.h"

namespace lembar::read {

class XmlEdits {
 public:
  // `bytes` is the file that the nodes were parsed from; it must outlive the edits.
  explicit XmlEdits(const std::string& bytes) : bytes_(bytes) {}

  bool empty() const { return edits_.empty(); }

  // Bytes for bytes. REQUIRES: no two changed stretches overlap; what is inserted in one place stands there in the
  // order in which it came.
  void replace(const ByteRange& range, std::string with);

  // The words of an element that holds words only. Comments between its tags stay, and so does the white space before
  // and after the words.
  void set_words(const XmlNode& element, const std::string& words);
  // The value of an attribute that the element has.
  void set_attribute(const XmlAttribute& attribute, const std::string& value);
  // With the space before it.
  void remove_attribute(const XmlAttribute& attribute);
  // With its line, where nothing else stands there.
  void remove(const XmlNode& element);
  // `lines` of XML (not escaped) on lines of their own, indented as the sibling is.
  void add_after(const XmlNode& sibling, const std::vector<std::string>& lines);
  // The same as the last child of `parent`, one step further in than it; `<a/>` is opened for it.
  void add_last(const XmlNode& parent, const std::vector<std::string>& lines);

  std::string applied() const;
  std::string line_end() const;  // as the file has them

 private:
  struct Edit {
    ByteRange range;
    std::string with;
  };
  std::string indentation(std::size_t at) const;  // of the line on which `at` stands

  const std::string& bytes_;
  std::vector<Edit> edits_;
};

}  // namespace lembar::read
