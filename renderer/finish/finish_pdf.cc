#include "finish/finish_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

#include "finish/color_profile.h"
#include "finish/fix_objects.h"
#include "finish/record_mark.h"
#include "finish/structure.h"
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

// Empty fields that a signing program fills. Their appearance is empty too, for the law of PDF/A wants one (6.3.3).
void add_signature_fields(QPDF& pdf, const FinishInput& input) {
  if (input.signature_fields.empty()) return;
  std::vector<Object> pages = pdf.getAllPages();
  Object fields = Object::newArray();
  // One for all: pdfsig gives the number of an appearance that nobody else has to another object, which stricter programs
  // then refuse to read (ISO 32000-1, 7.5.4).
  Object appearance = Object::newStream(&pdf, "");
  appearance.getDict().replaceKey("/Type", Object::newName("/XObject"));
  appearance.getDict().replaceKey("/Subtype", Object::newName("/Form"));
  appearance.getDict().replaceKey("/BBox", Object::newFromRectangle({0, 0, 1, 1}));
  for (const SignatureField& field : input.signature_fields) {
    if (field.page < 1 || field.page > static_cast<int>(pages.size())) continue;
    Object page = pages[field.page - 1];
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    const QPDFObjectHandle::Rectangle place(to_pt(field.box.left()), height - to_pt(field.box.bottom()),
                                            to_pt(field.box.right()), height - to_pt(field.box.top()));
    Object normal = Object::newDictionary();
    normal.replaceKey("/N", appearance);
    Object widget = pdf.makeIndirectObject(Object::newDictionary());
    widget.replaceKey("/Type", Object::newName("/Annot"));
    widget.replaceKey("/Subtype", Object::newName("/Widget"));
    widget.replaceKey("/FT", Object::newName("/Sig"));
    widget.replaceKey("/T", Object::newUnicodeString(field.name));
    widget.replaceKey("/TU", Object::newUnicodeString(field.tooltip.empty() ? field.name : field.tooltip));
    widget.replaceKey("/F", Object::newInteger(4));
    widget.replaceKey("/Rect", Object::newFromRectangle(place));
    widget.replaceKey("/P", page);
    widget.replaceKey("/AP", normal);
    if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", Object::newArray());
    page.getKey("/Annots").appendItem(widget);
    fields.appendItem(widget);
  }
  Object form = Object::newDictionary();
  form.replaceKey("/Fields", fields);
  // There are signature fields, and whoever saves the file must append. Said before anybody signs, for a second signer may
  // not change it, and not every program does so for the first.
  constexpr int kSignaturesExist = 1, kAppendOnly = 2;
  form.replaceKey("/SigFlags", Object::newInteger(kSignaturesExist | kAppendOnly));
  pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

Outcome<std::string> finish_pdf(const std::string& bytes, const FinishInput& input) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("sheet", bytes.data(), bytes.size());
    fix_objects(pdf);
    set_information(pdf, input);
    set_metadata(pdf, input);
    set_output_intent(pdf);
    set_reading(pdf, input);
    finish_structure(pdf, input.tags);
    attach(pdf, input);
    write_mark(pdf, input, pdf_date(input.date));
    add_signature_fields(pdf, input);
    return {written(pdf), {}};
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
