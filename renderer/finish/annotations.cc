#include "finish/annotations.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

constexpr int kPrintFlag = 4;

double height_of(Object page) { return page.getKey("/MediaBox").getArrayItem(3).getNumericValue(); }

Object annotation_on(QPDF& pdf, Object page, const char* kind, const Rect& box) {
  Object annotation = pdf.makeIndirectObject(Object::newDictionary());
  annotation.replaceKey("/Type", Object::newName("/Annot"));
  annotation.replaceKey("/Subtype", Object::newName(kind));
  annotation.replaceKey("/F", Object::newInteger(kPrintFlag));
  annotation.replaceKey("/Rect", rectangle_on(page, box));
  annotation.replaceKey("/P", page);
  if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", Object::newArray());
  page.getKey("/Annots").appendItem(annotation);
  return annotation;
}

// At the reader's own zoom.
Object destination(Object page, Point to) {
  Object out = Object::newArray();
  out.appendItem(page);
  out.appendItem(Object::newName("/XYZ"));
  out.appendItem(Object::newReal(to_pt(to.x), 3));
  out.appendItem(Object::newReal(height_of(page) - to_pt(to.y), 3));
  out.appendItem(Object::newNull());
  return out;
}

bool is_page(const std::vector<Object>& pages, int number) {
  return number >= 1 && number <= static_cast<int>(pages.size());
}

}  // namespace

Object rectangle_on(Object page, const Rect& box) {
  const double height = height_of(page);
  Object out = Object::newArray();
  for (const double edge : {to_pt(box.left()), height - to_pt(box.bottom()), to_pt(box.right()), height - to_pt(box.top())}) {
    out.appendItem(Object::newReal(edge, 3));
  }
  return out;
}

std::vector<Object> add_links(QPDF& pdf, const std::vector<LinkAnnotation>& links) {
  std::vector<Object> pages = pdf.getAllPages(), out;
  for (const LinkAnnotation& link : links) {
    if (!is_page(pages, link.page) || !is_page(pages, link.to_page)) {
      out.push_back(Object::newNull());
      continue;
    }
    Object annotation = annotation_on(pdf, pages[link.page - 1], "/Link", link.box);
    annotation.replaceKey("/Dest", destination(pages[link.to_page - 1], link.to));
    annotation.replaceKey("/Contents", Object::newUnicodeString(link.words));
    Object border = Object::newArray();
    for (int i = 0; i < 3; ++i) border.appendItem(Object::newInteger(0));
    annotation.replaceKey("/Border", border);
    out.push_back(annotation);
  }
  return out;
}

std::vector<Object> add_signature_fields(QPDF& pdf, const std::vector<SignatureField>& fields) {
  std::vector<Object> pages = pdf.getAllPages(), out;
  if (fields.empty()) return out;
  Object list = Object::newArray();
  // One for all: pdfsig gives the number of an appearance that nobody else has to another object, which stricter programs
  // then refuse to read (ISO 32000-1, 7.5.4).
  Object appearance = Object::newStream(&pdf, "");
  appearance.getDict().replaceKey("/Type", Object::newName("/XObject"));
  appearance.getDict().replaceKey("/Subtype", Object::newName("/Form"));
  appearance.getDict().replaceKey("/BBox", Object::newFromRectangle({0, 0, 1, 1}));
  for (const SignatureField& field : fields) {
    if (!is_page(pages, field.page)) {
      out.push_back(Object::newNull());
      continue;
    }
    Object widget = annotation_on(pdf, pages[field.page - 1], "/Widget", field.box);
    Object normal = Object::newDictionary();
    normal.replaceKey("/N", appearance);
    widget.replaceKey("/FT", Object::newName("/Sig"));
    widget.replaceKey("/T", Object::newUnicodeString(field.name));
    widget.replaceKey("/TU", Object::newUnicodeString(field.tooltip.empty() ? field.name : field.tooltip));
    widget.replaceKey("/AP", normal);
    list.appendItem(widget);
    out.push_back(widget);
  }
  Object form = Object::newDictionary();
  form.replaceKey("/Fields", list);
  // There are signature fields, and whoever saves the file must append. Said before anybody signs, for a second signer may
  // not change it, and not every program does so for the first.
  constexpr int kSignaturesExist = 1, kAppendOnly = 2;
  form.replaceKey("/SigFlags", Object::newInteger(kSignaturesExist | kAppendOnly));
  pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
  return out;
}

}  // namespace lembar::finish
