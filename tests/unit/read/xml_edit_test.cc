// Changes by place: what is asked for changes, and no other byte.
#include "read/xml_edit.h"

#include "support/catch.h"

using namespace lembar;
using namespace lembar::read;

namespace {

struct Parsed {
  SourceFiles files;
  std::string bytes;
  XmlNode root;
};

Parsed parsed(const std::string& bytes) {
  Parsed p;
  p.bytes = bytes;
  Findings findings(p.files);
  const int file = p.files.add("a.xml", bytes);
  auto root = parse_xml(p.files, file, findings);
  REQUIRE(root);
  p.root = std::move(*root);
  return p;
}

std::string cut(const Parsed& p, const ByteRange& range) { return p.bytes.substr(range.first, range.size()); }

}  // namespace

TEST_CASE("Each element knows its bytes, comments and marks before it or not") {
  const Parsed p = parsed("\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- é --><a x = 'é\"'><b/>\r\n <c >d<!-- e --></c ></a>\n");
  CHECK(cut(p, p.root.whole) == "<a x = 'é\"'><b/>\r\n <c >d<!-- e --></c ></a>");
  CHECK(cut(p, p.root.inner) == "<b/>\r\n <c >d<!-- e --></c >");
  CHECK(cut(p, p.root.attributes[0].bytes) == "é\"");
  CHECK(cut(p, p.root.child("b")->whole) == "<b/>");
  CHECK(cut(p, p.root.child("b")->inner).empty());
  CHECK(cut(p, p.root.child("c")->inner) == "d<!-- e -->");
}

TEST_CASE("Words are replaced, comments and the space around them stay") {
  const auto words = [](const std::string& xml) {
    const Parsed p = parsed("<a>" + xml + "</a>");
    XmlEdits edits(p.bytes);
    edits.set_words(*p.root.child("b"), "x & y");
    return edits.applied();
  };
  CHECK(words("<b>old words</b>") == "<a><b>x &amp; y</b></a>");
  CHECK(words("<b/>") == "<a><b>x &amp; y</b></a>");
  CHECK(words("<b></b>") == "<a><b>x &amp; y</b></a>");
  CHECK(words("<b>\n  old\n  words\n </b>") == "<a><b>\n  x &amp; y\n </b></a>");
  CHECK(words("<b><!-- why --> old</b>") == "<a><b><!-- why --> x &amp; y</b></a>");
  CHECK(words("<b>old<!-- why -->er<?p?></b>") == "<a><b>x &amp; y<!-- why --><?p?></b></a>");
  CHECK(words("<b><!-- none --></b>") == "<a><b><!-- none -->x &amp; y</b></a>");
  CHECK(words("<b><![CDATA[<old>]]></b>") == "<a><b>x &amp; y</b></a>");
}

TEST_CASE("Attributes are changed and removed in place") {
  const Parsed p = parsed("<a  x='1'\n   iso=\"iso 2\" y=\"3\"/>");
  XmlEdits edits(p.bytes);
  edits.set_attribute(*p.root.attribute("x"), "it's \"<\"");
  edits.remove_attribute(*p.root.attribute("iso"));
  CHECK(edits.applied() == "<a  x='it&apos;s &quot;&lt;&quot;' y=\"3\"/>");
}

TEST_CASE("Lines are added as their neighbours are indented, with the file's own line ends") {
  const Parsed p = parsed("<a>\r\n\t<b>\r\n\t\t<c/>\r\n\t</b>\r\n\t<d/>\r\n</a>");
  XmlEdits edits(p.bytes);
  edits.add_after(*p.root.child("b")->child("c"), {"<e/>", "<f/>"});
  edits.add_last(*p.root.child("d"), {"<g/>"});
  edits.add_last(p.root, {"<h/>"});
  CHECK(edits.applied() == "<a>\r\n\t<b>\r\n\t\t<c/>\r\n\t\t<e/>\r\n\t\t<f/>\r\n\t</b>\r\n\t<d>\r\n\t  <g/>\r\n\t</d>\r\n\t<h/>\r\n</a>");
}

TEST_CASE("An element on one line gets lines of its own") {
  const Parsed p = parsed("<a><b></b></a>");
  XmlEdits edits(p.bytes);
  edits.add_last(*p.root.child("b"), {"<c/>"});
  CHECK(edits.applied() == "<a><b>\n  <c/>\n</b></a>");
}

TEST_CASE("What is removed goes with its line, if it was alone there") {
  const Parsed p = parsed("<a>\n  <b>\n  </b>\n  <c/><d/>\n</a>");
  XmlEdits edits(p.bytes);
  edits.remove(*p.root.child("b"));
  edits.remove(*p.root.child("c"));
  CHECK(edits.applied() == "<a>\n  <d/>\n</a>");
}
