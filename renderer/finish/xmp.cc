#include "finish/xmp.h"

namespace lembar::finish {

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string in_language(const char* element, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
         "</rdf:li></rdf:Alt></" + element + ">\n";
}

std::string simple(const char* element, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + ">" + escaped(text) + "</" + element + ">\n";
}

std::string listed(const char* element, const char* kind, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + "><rdf:" + kind + "><rdf:li>" + escaped(text) + "</rdf:li></rdf:" + kind +
         "></" + element + ">\n";
}

}  // namespace

std::string xmp_packet(const FinishInput& input) {
  const std::string time = input.date + "T00:00:00Z";
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
         "   <dc:format>application/pdf</dc:format>\n" +
         in_language("dc:title", input.title) + listed("dc:creator", "Seq", input.author) +
         in_language("dc:description", input.subject) + listed("dc:language", "Bag", input.language) +
         simple("pdf:Keywords", input.keywords) + simple("pdf:Producer", input.producer) +
         simple("xmp:CreatorTool", input.producer) + simple("xmp:CreateDate", time) + simple("xmp:ModifyDate", time) +
         "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace lembar::finish
