#include "finish/xmp.h"

#include "base/xml_text.h"

namespace lembar::finish {

namespace {

constexpr const char* kAccessSpace = "http://www.aiim.org/pdfua/ns/id/";
constexpr const char* kSheetSpace = "urn:lembar:sop:1#";

std::string in_language(const char* element, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped_text(text) +
         "</rdf:li></rdf:Alt></" + element + ">\n";
}

std::string simple(const char* element, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + ">" + escaped_text(text) + "</" + element + ">\n";
}

std::string listed(const char* element, const char* kind, const std::string& text) {
  if (text.empty()) return {};
  return std::string("   <") + element + "><rdf:" + kind + "><rdf:li>" + escaped_text(text) + "</rdf:li></rdf:" + kind +
         "></" + element + ">\n";
}

// What Lembar says of each sheet that no schema of XMP has words for, one entry a sheet in the order of the sheets.
struct SheetProperty {
  const char* name;
  std::string RecordSheet::*member;
  const char* meaning;
};
constexpr SheetProperty kSheetProperties[] = {
    {"judul", &RecordSheet::title, "Nama SOP"},
    {"nomor", &RecordSheet::number, "Nomor SOP"},
    {"unit", &RecordSheet::unit, "Unit kerja"},
    {"revisi", &RecordSheet::revision, "Revisi"},
    {"status", &RecordSheet::status, "Status: konsep, berlaku, dicabut atau salinan"},
    {"penandatangan", &RecordSheet::signer, "Pejabat yang mengesahkan"},
    {"tanggalPembuatan", &RecordSheet::created, "Tanggal pembuatan"},
    {"tanggalEfektif", &RecordSheet::effective, "Tanggal efektif"},
    {"tanggalRevisi", &RecordSheet::revised, "Tanggal revisi"},
};

std::string sheet_properties(const std::vector<RecordSheet>& sheets) {
  std::string out;
  for (const SheetProperty& property : kSheetProperties) {
    out += std::string("   <lembar:") + property.name + "><rdf:Seq>";
    for (const RecordSheet& sheet : sheets) out += "<rdf:li>" + escaped_text(sheet.*property.member) + "</rdf:li>";
    out += std::string("</rdf:Seq></lembar:") + property.name + ">\n";
  }
  return out;
}

std::string schema_property(const char* name, const char* type, const char* category, const char* meaning) {
  return std::string("       <rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>") + name +
         "</pdfaProperty:name><pdfaProperty:valueType>" + type + "</pdfaProperty:valueType><pdfaProperty:category>" + category +
         "</pdfaProperty:category><pdfaProperty:description>" + meaning + "</pdfaProperty:description></rdf:li>\n";
}

std::string schema(const char* name, const char* space, const char* prefix, const std::string& properties) {
  return std::string("     <rdf:li rdf:parseType=\"Resource\">\n      <pdfaSchema:schema>") + name +
         "</pdfaSchema:schema><pdfaSchema:namespaceURI>" + space + "</pdfaSchema:namespaceURI><pdfaSchema:prefix>" + prefix +
         "</pdfaSchema:prefix>\n      <pdfaSchema:property><rdf:Seq>\n" + properties +
         "      </rdf:Seq></pdfaSchema:property>\n     </rdf:li>\n";
}

// PDF/A wants every schema explained that it does not know itself (ISO 19005-3, 6.6.2.3).
std::string schemas() {
  std::string ours;
  for (const SheetProperty& property : kSheetProperties) {
    ours += schema_property(property.name, "seq Text", "external", property.meaning);
  }
  return "   <pdfaExtension:schemas><rdf:Bag>\n" +
         schema("PDF/UA", kAccessSpace, "pdfuaid", schema_property("part", "Integer", "internal", "Part of ISO 14289")) +
         schema("SOP AP", kSheetSpace, "lembar", ours) + "    </rdf:Bag></pdfaExtension:schemas>\n";
}

}  // namespace

std::string xmp_packet(const FinishInput& input) {
  const std::string time = input.date + "T00:00:00Z";
  return std::string("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n") +
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         // First what explains the schemas, for those who read from the top.
         "  <rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
         " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
         " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" + schemas() + "  </rdf:Description>\n"
         "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"" + kAccessSpace + "\" xmlns:lembar=\"" + kSheetSpace + "\">\n"
         "   <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n"
         "   <dc:format>application/pdf</dc:format>\n" +
         in_language("dc:title", input.title) + listed("dc:creator", "Seq", input.author) +
         in_language("dc:description", input.subject) + listed("dc:language", "Bag", input.language) +
         simple("pdf:Keywords", input.keywords) + simple("pdf:Producer", input.producer) +
         simple("xmp:CreatorTool", input.producer) + simple("xmp:CreateDate", time) + simple("xmp:ModifyDate", time) +
         sheet_properties(input.sheets) +
         "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace lembar::finish
