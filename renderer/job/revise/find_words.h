// Where words stand in the bytes of an XML file, however their lines are broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_span.h"
#include "read/xml_tree.h"

namespace lembar::job {

struct FoundWords {
  ByteRange bytes;
  bool in_attribute = false;
};

// A stretch of the file that holds words of one style: text between two tags or comments, or an attribute's value.
struct WordPlace {
  ByteRange bytes;
  bool in_attribute = false;
};

// The text of an element and its styles, without that of the elements inside.
std::string words_in(const read::XmlNode& node);

// Every stretch below `node` that is printed. Left out: names and other attributes that are never printed, history,
// and CDATA, whose bytes follow other rules.
std::vector<WordPlace> printed_places(const read::XmlNode& node, std::string_view bytes);

// `words` as whole words in one stretch: any white space between them, references such as &amp; understood. Where `unless`
// holds `words`, those that stand in it are not meant: "Perbup 5" is not to be replaced in "Perbup 5 jo. Perbup 6".
std::vector<FoundWords> find_words(std::string_view bytes, const WordPlace& place, const std::string& words, const std::string& unless);

// How often `words` stand in `text`, by the same rules.
int count_words(std::string_view text, const std::string& words, const std::string& unless);

}  // namespace lembar::job
