#include "finish/write_pdf.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include "finish/pack.h"
#include "support/catch.h"

namespace lembar::test {

namespace {

using Object = QPDFObjectHandle;

std::string written_by_qpdf(QPDF& pdf) {
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

Object stream(QPDF& pdf, const std::string& data, const char* filter) {
  Object out = Object::newStream(&pdf, data);
  if (filter) out.getDict().replaceKey("/Filter", Object::newName(filter));
  return out;
}

// One of everything that a file can hold.
void add_everything(QPDF& pdf) {
  Object root = pdf.getRoot();
  const std::string long_text(20'000, 'x');
  Object metadata = stream(pdf, "<x:xmpmeta/>", nullptr);
  metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  root.replaceKey("/Metadata", metadata);
  Object parameters = stream(pdf, finish::packed(long_text), "/FlateDecode");
  parameters.getDict().replaceKey("/DecodeParms", Object::newArray());
  Object streams = Object::newArray({stream(pdf, long_text, nullptr), stream(pdf, finish::packed(long_text), "/FlateDecode"),
                                     stream(pdf, "48616c6f>", "/ASCIIHexDecode"), stream(pdf, "no picture", "/DCTDecode"),
                                     stream(pdf, "", nullptr), parameters});
  root.replaceKey("/Streams", streams);
  Object odd = Object::newDictionary();
  odd.replaceKey("/A#b c", Object::newName("/Two words(1)"));
  odd.replaceKey("/Null", Object::newNull());
  odd.replaceKey("/NullElsewhere", pdf.makeIndirectObject(Object::newNull()));
  odd.replaceKey("/Nulls", Object::newArray({Object::newNull(), pdf.makeIndirectObject(Object::newNull())}));
  odd.replaceKey("/Empty", Object::newArray({Object::newArray(), Object::newDictionary()}));
  odd.replaceKey("/Strings", Object::newArray({Object::newString("a (b) \\ c"), Object::newString(std::string("\0\1\xff", 3)),
                                               Object::newUnicodeString("Tanda “tangan”"), Object::newString("")}));
  odd.replaceKey("/Numbers", Object::newArray({Object::newInteger(-7), Object::newReal(0.125, 3), Object::newReal("12.50"), Object::newBool(true)}));
  odd.replaceKey("/NumberElsewhere", pdf.makeIndirectObject(Object::newInteger(7)));
  root.replaceKey("/Odd", odd);
}

// So many that they fill several streams, made in another order than they are met in.
void add_ring(QPDF& pdf, int count) {
  std::vector<Object> ring;
  for (int i = 0; i < count; ++i) ring.push_back(pdf.makeIndirectObject(Object::newDictionary()));
  for (int i = 0; i < count; ++i) {
    ring[i].replaceKey("/Next", ring[(i + count / 3) % count]);
    ring[i].replaceKey("/Up", pdf.getRoot());
    ring[i].replaceKey("/Number", Object::newInteger(i));
  }
  pdf.getRoot().replaceKey("/Ring", Object::newArray(ring));
}

void add_information(QPDF& pdf, const std::string& title) {
  Object information = pdf.makeIndirectObject(Object::newDictionary());
  information.replaceKey("/Title", Object::newUnicodeString(title));
  information.replaceKey("/Producer", Object::newString("Lembar"));
  pdf.getTrailer().replaceKey("/Info", information);
}

}  // namespace

TEST_CASE("a PDF is written byte for byte as qpdf writes it") {
  for (const int count : {0, 1, 90, 100, 101, 1234, 7000}) {
    QPDF pdf;
    pdf.emptyPDF();
    add_everything(pdf);
    if (count > 0) add_ring(pdf, count);
    if (count != 1) add_information(pdf, count == 90 ? "Surat “masuk”" : "Surat masuk");
    const std::string ours = finish::write_pdf(pdf);
    CHECK(ours == written_by_qpdf(pdf));
    CHECK(ours == finish::write_pdf(pdf));
  }
}

}  // namespace lembar::test
