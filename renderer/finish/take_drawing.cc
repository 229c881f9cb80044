#include "finish/take_drawing.h"

namespace lembar::finish {

namespace {

// libharu makes each place an object of its own. That is right, but PDFBox takes no bookmark that leads to one.
void write_places_out(QPDFObjectHandle item) {
  for (; item.isDictionary(); item = item.getKey("/Next")) {
    QPDFObjectHandle place = item.getKey("/Dest");
    if (place.isIndirect() && place.isArray()) item.replaceKey("/Dest", place.shallowCopy());
    write_places_out(item.getKey("/First"));
  }
}

}  // namespace

void take_drawing(QPDF& pdf, const std::string& drawn) {
  QPDF source;
  source.setSuppressWarnings(true);
  source.setImmediateCopyFrom(true);  // streams too, for the source ends here
  source.processMemoryFile("sheet", drawn.data(), drawn.size());
  for (const QPDFObjectHandle& page : source.getAllPages()) pdf.addPage(page, false);
  // After the pages, for outlines lead to them.
  for (const char* key : {"/Outlines", "/PageLabels"}) {
    QPDFObjectHandle value = source.getRoot().getKey(key);
    if (value.isNull()) continue;
    if (value.isDictionary()) write_places_out(value.getKey("/First"));
    if (!value.isIndirect()) value = source.makeIndirectObject(value);
    pdf.getRoot().replaceKey(key, pdf.copyForeignObject(value));
  }
}

}  // namespace lembar::finish
