#include "finish/take_drawing.h"

namespace lembar::finish {

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
    if (!value.isIndirect()) value = source.makeIndirectObject(value);
    pdf.getRoot().replaceKey(key, pdf.copyForeignObject(value));
  }
}

}  // namespace lembar::finish
