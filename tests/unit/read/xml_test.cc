// XML as strict as the standard: what tinyxml2 would let pass, each with line and column.
#include "base/findings.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;
using namespace lembar::testing;

TEST_CASE("What is no XML is refused where it stands") {
  CHECK(faults_of("") == "0:0 xml-empty");
  CHECK(faults_of(" \n") == "0:0 xml-empty");
  CHECK(faults_of("\xEF\xBB\xBF") == "0:0 xml-empty");
  CHECK(faults_of("<?xml version=\"1.0\"?>") == "1:1 xml-root");
  CHECK(faults_of("<sop versi=\"1\"/>\n<sop/>") == "2:1 xml-root");
  CHECK(faults_of("halo <sop versi=\"1\"/>") == "1:1 xml-outside-root");
  CHECK(faults_of("<sop versi=\"1\"/>\n  ekor") == "2:3 xml-outside-root");
  CHECK(faults_of("<sop versi=\"1\"/></sop>") == "1:17 xml-end-tag");
  CHECK(faults_of("<sop versi=\"1\">\n <kop>\n</sop>") == "2:2 xml-unclosed");
  CHECK(faults_of("<sop versi=\"1\">") == "1:1 xml-unclosed");
  CHECK(faults_of("<sop versi=\"1\"><kop></kap></kop></sop>") == "1:21 xml-end-tag");
  CHECK(faults_of("<sop versi=\"1\" versi=\"1\"/>") == "1:16 xml-attribute-twice");
  CHECK(faults_of("<sop versi=1/>") == "1:12 xml-syntax");
  CHECK(faults_of("<sop versi/>") == "1:6 xml-syntax");
  CHECK(faults_of("<sop versi=\"1/>") == "1:12 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"templat=\"x\"/>") == "1:15 xml-syntax");
  CHECK(faults_of("<sop versi=\"<\"/>") == "1:13 xml-attribute-lt");
  CHECK(faults_of("<?xml version=\"1.0\"\n<sop versi=\"1\"/>") == "1:1 xml-syntax");
  CHECK(faults_of("<? x?><sop versi=\"1\"/>") == "1:1 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"><?x") == "1:1 xml-unclosed; 1:16 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"><!-- x") == "1:1 xml-unclosed; 1:16 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"><![CDATA[ x") == "1:1 xml-unclosed; 1:16 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\" ?></sop>") == "1:16 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"></sop x>") == "1:16 xml-syntax");
  CHECK(faults_of("<sop versi=\"1\"") == "1:1 xml-syntax; 1:1 xml-unclosed");
}

TEST_CASE("Entities, references and characters") {
  const auto inside = [](const std::string& text) { return faults_of("<sop versi=\"1\"><kotak>" + text + "</kotak></sop>"); };
  CHECK(inside("&lt;&gt;&amp;&quot;&apos;&#65;&#x41;").empty());
  CHECK(inside("a & b") == "1:25 xml-entity");
  CHECK(inside("é&nbsp;") == "1:24 xml-entity");
  CHECK(inside("&amp") == "1:23 xml-entity");
  CHECK(inside("&#0;") == "1:23 xml-charref");
  CHECK(inside("&#xD800;") == "1:23 xml-charref");
  CHECK(inside("&#X41;") == "1:23 xml-charref");
  CHECK(inside("&#99999999999;") == "1:23 xml-charref");
  CHECK(inside("]]>") == "1:23 xml-cdata-end");
  CHECK(inside("<![CDATA[<&>]]>").empty());
  CHECK(inside("<![CDATA[").find("xml-syntax") != std::string::npos);
  CHECK(inside("\x01") == "1:23 xml-char");
  CHECK(inside("a\xFFz") == "1:24 xml-utf8");
  CHECK(inside("\xC0\x80").find("xml-utf8") != std::string::npos);
  CHECK(inside("\xED\xA0\x80").find("xml-utf8") != std::string::npos);
  CHECK(inside("\xEF\xBF\xBF") == "1:23 xml-char");
  CHECK(inside("a < b").find("1:25 xml-syntax") == 0);
}

TEST_CASE("Comments, declarations, instructions and doctypes") {
  const std::string sop = "<sop versi=\"1\"/>";
  CHECK(faults_of("<!-- a -- b -->" + sop) == "1:8 xml-comment");
  CHECK(faults_of("<!-- a --->" + sop) == "1:8 xml-comment");
  CHECK(faults_of("<!-- a" + sop) == "1:1 xml-syntax");
  CHECK(faults_of("<!DOCTYPE sop [<!ENTITY a \"b\">]>\n" + sop) == "1:1 xml-doctype");
  CHECK(faults_of(" <?xml version=\"1.0\"?>" + sop) == "1:2 xml-declaration");
  CHECK(faults_of("<?xml version=\"1.0\"?>\n<?xml version=\"1.0\"?>" + sop) == "2:1 xml-declaration");
  CHECK(faults_of("<?xml encoding=\"UTF-8\"?>" + sop) == "1:1 xml-declaration");
  CHECK(faults_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + sop) == "1:1 xml-encoding");
  CHECK(faults_of("<?xml version='1.0' encoding='utf-8' standalone='yes' ?>" + sop).empty());
  CHECK(faults_of("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- k --><?xml-model href=\"x\"?>" + sop + "<!-- k --><?a?>").empty());
  CHECK(faults_of("<sop versi=\"1\"><?a b?><!-- k --><kop/><?a?></sop>").empty());
  CHECK(faults_of(std::string("\xFF\xFE<\0s\0", 6)) == "1:1 xml-encoding");
  CHECK(faults_of(std::string("<\0s\0o\0", 6)) == "1:1 xml-encoding");
}

TEST_CASE("Columns count characters, lines end in any way") {
  CHECK(faults_of("<sop versi=\"1\">\r\n<kop/>\r<!-- é --> &x;</sop>") == "3:12 xml-entity");
  CHECK(faults_of("\xEF\xBB\xBF<sop versi=\"1\" é=\"2\"/>") == "1:16 attribute-unknown");
}

TEST_CASE("All faults are told at once, but not without end") {
  CHECK(faults_of("<sop versi=\"1\">\n<a>&x;</a>\n<b c=1/>\n</sop>") == "2:4 xml-entity; 3:6 xml-syntax");
  const auto many = read_text("<sop versi=\"1\">" + std::string(100000, '&') + "</sop>").outcome;
  CHECK(many.diagnostics.size() <= Findings::kMostFindings + 1);
  CHECK_FALSE(many.value);
}

TEST_CASE("What is beyond reason is refused, not suffered") {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<t>";
  CHECK(faults_of(deep).find("xml-depth") != std::string::npos);
  std::string many = "<sop versi=\"1\">";
  for (int i = 0; i < 1'100'000; ++i) many += "<a/>";
  CHECK(faults_of(many + "</sop>").find("xml-too-big") != std::string::npos);
  CHECK(faults_of("<sop versi=\"1\"><kotak>" + std::string(33u << 20, 'x') + "</kotak></sop>") == "0:0 xml-too-big");
  std::string attributes;
  for (int i = 0; i < 5000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
  CHECK_FALSE(read_text("<sop" + attributes + "/>").outcome.value);
}

TEST_CASE("A long file of one single line is read as fast as any") {
  std::string rows;
  for (int i = 0; i < 20000; ++i) rows += "<langkah id=\"s" + std::to_string(i) + "\"><uraian gabung=\"1\">kata</uraian></langkah>";
  CHECK(faults_of("<sop versi=\"1\"><prosedur>" + rows + "</prosedur></sop>").empty());
}
