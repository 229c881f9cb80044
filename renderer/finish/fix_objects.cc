#include "finish/fix_objects.h"

#include "finish/exact_widths.h"
#include "finish/mend_haru_fonts.h"
#include "finish/page_resources.h"

namespace lembar::finish {

namespace {

void fix_dictionary(QPDFObjectHandle dictionary) {
  if (dictionary.isDictionaryOfType("/Font", "/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap")) {
    dictionary.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
  }
}

// Where labels are the plain numbers Cairo 1.16 writes none at all, and a tree without the first page's is none
// (ISO 32000-1, 12.4.2).
void fix_page_labels(QPDF& pdf) {
  QPDFObjectHandle labels = pdf.getRoot().getKey("/PageLabels");
  if (!labels.isDictionary() || !labels.getKey("/Nums").isArray() || labels.getKey("/Nums").getArrayNItems() > 0) return;
  QPDFObjectHandle decimal = QPDFObjectHandle::newDictionary();
  decimal.replaceKey("/S", QPDFObjectHandle::newName("/D"));
  labels.getKey("/Nums").appendItem(QPDFObjectHandle::newInteger(0));
  labels.getKey("/Nums").appendItem(decimal);
}

}  // namespace

void fix_objects(QPDF& pdf) {
  fix_page_labels(pdf);
  const std::vector<QPDFObjectHandle> resources = page_resources(pdf);
  mend_haru_fonts(pdf, resources);
  set_exact_widths(resources);
  for (QPDFObjectHandle object : resources) {
    if (object.isStream()) {
      QPDFObjectHandle dictionary = object.getDict();
      if (dictionary.hasKey("/Interpolate")) dictionary.removeKey("/Interpolate");
    } else if (object.isDictionary()) {
      fix_dictionary(object);
    }
  }
  for (QPDFObjectHandle page : pdf.getAllPages()) page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
}

}  // namespace lembar::finish
