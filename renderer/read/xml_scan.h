// Reads XML as strictly as the standard asks, before tinyxml2 reads it once more.
//
// tinyxml2 takes much that is no XML (unknown entities, control characters, two roots, `<` in attributes) and
// knows lines but no columns. So this scan comes first: it finds every breach, not only the first, each with line
// and column, and notes where each element, attribute and text stands. It also hands on a plain form of the
// document for tinyxml2 to parse:
//   - without BOM, declaration, comments and processing instructions, some of which tinyxml2 refuses;
//   - CDATA as ordinary text;
//   - white space between two tags as &#32;, because tinyxml2 forgets it and `<t>a</t> <m>b</m>` needs it.
// The elements and texts of that form are those noted here, one to one, in document order.
//
// What is XML but beyond reason (depth, size, number of nodes) is refused here too, so that no input can use up
// the stack or the memory.
#pragma once

#include <string>
#include <vector>

#include "base/findings.h"
#include "base/source_span.h"

namespace lembar::read {

constexpr std::size_t kMostBytes = 32u * 1024 * 1024;
constexpr std::size_t kMostNodes = 1'000'000;  // elements, attributes and texts together
constexpr std::size_t kMostDepth = 64;
constexpr std::size_t kMostAttributes = 64;    // of one element

struct ScannedAttribute {
  SourceSpan name;
  SourceSpan value;  // what stands between the quotes
  ByteRange bytes;   // the same
};

struct ScannedElement {
  SourceSpan tag;  // `<name`
  std::vector<ScannedAttribute> attributes;
  ByteRange whole;  // with its tags
  ByteRange inner;  // between them; empty, at the end of `whole`, where it is closed in itself (<a/>)
};

struct ScannedXml {
  std::string plain;
  std::vector<ScannedElement> elements;  // in the order of their start tags
  std::vector<SourceSpan> texts;         // the first words of each; of one line at most
};

// Complete only where `findings` got no error from it.
ScannedXml scan_xml(const SourceFiles& files, int file, Findings& findings);

}  // namespace lembar::read
