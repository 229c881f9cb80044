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

}  // namespace

void fix_objects(QPDF& pdf) {
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
