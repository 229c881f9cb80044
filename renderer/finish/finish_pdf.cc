#include "finish/finish_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

#include "base/assert.h"
#include "finish/color_profile.h"
#include "finish/fix_objects.h"
#include "finish/record_mark.h"
#include "finish/structure.h"
#include "finish/take_drawing.h"
#include "finish/xmp.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

// "D:20250401000000Z" of 2025-04-01.
std::string pdf_date(const std::string& date) {
  std::string digits;
  for (const char c : date) {
    if (c != '-') digits += c;
  }
  return "D:" + digits + "000000Z";
}

void set_information(QPDF& pdf, const FinishInput& input) {
  Object info = pdf.makeIndirectObject(Object::newDictionary());
  const auto set = [&info](const char* key, const std::string& text) {
    if (!text.empty()) info.replaceKey(key, Object::newUnicodeString(text));
  };
  set("/Title", input.title);
  set("/Author", input.author);
  set("/Subject", input.subject);
  set("/Keywords", input.keywords);
  set("/Creator", input.producer);
  set("/Producer", input.producer);
  info.replaceKey("/CreationDate", Object::newString(pdf_date(input.date)));
  info.replaceKey("/ModDate", Object::newString(pdf_date(input.date)));
  pdf.getTrailer().replaceKey("/Info", info);
}

void set_metadata(QPDF& pdf, const FinishInput& input) {
  Object metadata = Object::newStream(&pdf, xmp_packet(input));
  metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", metadata);
}

void set_output_intent(QPDF& pdf) {
  Object profile = Object::newStream(&pdf, srgb_profile());
  profile.getDict().replaceKey("/N", Object::newInteger(3));
  Object intent = Object::newDictionary();
  intent.replaceKey("/Type", Object::newName("/OutputIntent"));
  intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
  intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB"));
  intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
  intent.replaceKey("/DestOutputProfile", profile);
  Object intents = Object::newArray();
  intents.appendItem(intent);
  pdf.getRoot().replaceKey("/OutputIntents", intents);
}

void set_reading(QPDF& pdf, const FinishInput& input) {
  Object root = pdf.getRoot();
  root.replaceKey("/Lang", Object::newString(input.language));
  Object preferences = Object::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
  root.replaceKey("/ViewerPreferences", preferences);
  if (pdf.getRoot().hasKey("/Outlines")) root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

void attach(QPDF& pdf, const FinishInput& input) {
  if (input.files.empty()) return;
  Object associated = Object::newArray();
  QPDFEmbeddedFileDocumentHelper files(pdf);
  for (const RecordFile& file : input.files) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, file.bytes);
    stream.setSubtype(file.media_type);
    stream.setCreationDate(pdf_date(input.date));
    stream.setModDate(pdf_date(input.date));
    auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, file.name, stream);
    spec.setDescription(file.description);
    Object handle = spec.getObjectHandle();
    handle.replaceKey("/AFRelationship", Object::newName("/" + file.relationship));
    files.replaceEmbeddedFile(file.name, spec);
    associated.appendItem(handle);
  }
  pdf.getRoot().replaceKey("/AF", associated);
}

std::string written(QPDF& pdf) {
  std::string bytes;
  Pl_String end("record", nullptr, bytes);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&end);
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  return bytes;
}

}  // namespace

Outcome<std::string> finish_pdf(std::string drawn, FinishInput input) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.emptyPDF();
    take_drawing(pdf, drawn);
    drawn = std::string();
    fix_objects(pdf);
    set_information(pdf, input);
    set_metadata(pdf, input);
    set_output_intent(pdf);
    set_reading(pdf, input);
    build_structure(pdf, input);
    input.tags = std::vector<TagElement>();
    attach(pdf, input);
    write_mark(pdf, input, pdf_date(input.date));
    return {written(pdf), {}};
  } catch (const InternalFault&) {
    throw;
  } catch (const std::exception& fault) {
    const std::string what = fault.what();
    return {std::nullopt,
            {{Severity::error, Fault::surroundings, "system-qpdf", {},
              {"qpdf tidak dapat menyelesaikan PDF: " + what, "qpdf could not finish the PDF: " + what},
              {{"Periksa memori, lalu coba lagi.", "Check the memory, then try again."}}}}};
  }
}

std::string qpdf_library_version() { return QPDF::QPDFVersion(); }

}  // namespace lembar::finish
