#include "read/xml_tree.h"

#include <tinyxml2.h>

#include "base/assert.h"
#include "read/xml_scan.h"

namespace lembar::read {

const XmlAttribute* XmlNode::attribute(std::string_view wanted) const {
  for (const XmlAttribute& candidate : attributes)
    if (candidate.name == wanted) return &candidate;
  return nullptr;
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  for (const XmlNode& candidate : children)
    if (candidate.name == wanted) return &candidate;
  return nullptr;
}

namespace {

// Walks tinyxml2's tree and the scan's lists side by side: both are in document order.
class TreeBuilder {
 public:
  explicit TreeBuilder(const ScannedXml& scanned) : scanned_(scanned) {}

  XmlNode element(const tinyxml2::XMLElement& parsed) {
    LEMBAR_ASSERT(next_element_ < scanned_.elements.size(), "scan and parser see the same elements");
    const ScannedElement& places = scanned_.elements[next_element_++];
    XmlNode node;
    node.name = parsed.Name();
    node.where = places.tag;
    node.whole = places.whole;
    node.inner = places.inner;
    std::size_t next = 0;
    for (const auto* attribute = parsed.FirstAttribute(); attribute; attribute = attribute->Next()) {
      LEMBAR_ASSERT(next < places.attributes.size(), "scan and parser see the same attributes");
      const ScannedAttribute& place = places.attributes[next++];
      node.attributes.push_back({attribute->Name(), attribute->Value(), place.name, place.value, place.bytes});
    }
    for (const auto* child = parsed.FirstChild(); child; child = child->NextSibling()) {
      if (const auto* inner = child->ToElement()) node.children.push_back(element(*inner));
      if (const auto* text = child->ToText()) node.children.push_back(words(*text));
    }
    return node;
  }

  bool complete() const {
    return next_element_ == scanned_.elements.size() && next_text_ == scanned_.texts.size();
  }

 private:
  XmlNode words(const tinyxml2::XMLText& text) {
    LEMBAR_ASSERT(next_text_ < scanned_.texts.size(), "scan and parser see the same texts");
    XmlNode node;
    node.text = text.Value();
    node.where = scanned_.texts[next_text_++];
    return node;
  }

  const ScannedXml& scanned_;
  std::size_t next_element_ = 0, next_text_ = 0;
};

}  // namespace

std::optional<XmlNode> parse_xml(const SourceFiles& files, int file, Findings& findings) {
  const std::size_t errors = findings.errors();
  const ScannedXml scanned = scan_xml(files, file, findings);
  if (findings.errors() > errors) return std::nullopt;
  tinyxml2::XMLDocument parsed(/*processEntities=*/true, tinyxml2::PRESERVE_WHITESPACE);
  parsed.Parse(scanned.plain.data(), scanned.plain.size());
  LEMBAR_ASSERT(!parsed.Error() && parsed.RootElement(), "what the scan lets through is XML to the parser too");
  TreeBuilder builder(scanned);
  XmlNode root = builder.element(*parsed.RootElement());
  LEMBAR_ASSERT(builder.complete(), "scan and parser end together");
  return root;
}

}  // namespace lembar::read
