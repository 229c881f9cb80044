#include "finish/pdf_content.h"

#include <qpdf/QPDF.hh>

#include <set>

#include "base/sha256.h"
#include "finish/object_digest.h"
#include "finish/open_pdf.h"
#include "finish/page_words.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

constexpr int kDeepestTag = 100;

class ContentReader {
 public:
  explicit ContentReader(QPDF& pdf) : pdf_(pdf), digester_(pdf) {}

  PdfContent read() {
    PdfContent out;
    for (const Object& page : pdf_.getAllPages()) out.pages.push_back(read_page(page));
    Object root = pdf_.getRoot();
    if (root.getKey("/StructTreeRoot").isDictionary()) read_figures(root.getKey("/StructTreeRoot").getKey("/K"), 0, out.figures);
    // A signing program may note itself and the day, which is no word of the sheet's.
    out.information = digester_.digest(pdf_.getTrailer().getKey("/Info"), {"/ModDate", "/Producer"});
    out.xmp = digester_.digest(root.getKey("/Metadata"));
    out.structure = digester_.digest(root.getKey("/StructTreeRoot")) + digester_.digest(root.getKey("/Lang"));
    out.navigation = digester_.digest(root.getKey("/Outlines")) + digester_.digest(root.getKey("/PageLabels"));
    out.rest = digester_.digest(root, {"/Pages", "/Metadata", "/StructTreeRoot", "/Lang", "/Outlines", "/PageLabels", "/Names", "/AF",
                                       "/AcroForm", "/Extensions", "/Version", "/DSS", "/Perms"});
    return out;
  }

 private:
  PageContent read_page(Object page) {
    PageContent out;
    out.size = page.getKey("/MediaBox").unparseResolved();
    out.words = page_words(page);
    out.drawing = digester_.digest(page.getKey("/Contents")) + digester_.digest(page.getKey("/Resources"));
    Sha256 annotations;
    Object list = page.getKey("/Annots");
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
      Object annotation = list.getArrayItem(i);
      const bool field = annotation.isDictionary() && annotation.getKey("/FT").isNameAndEquals("/Sig");
      if (!field) annotations.add_part(digester_.digest(annotation));
    }
    out.annotations = annotations.hex();
    // Cropping, turning, other units: nothing that we write, and all that changes what is seen.
    for (const char* key : {"/CropBox", "/Rotate", "/UserUnit", "/Group"}) out.drawing += digester_.digest(page.getKey(key));
    return out;
  }

  void read_figures(Object element, int depth, std::vector<std::string>& figures) {
    if (depth > kDeepestTag || (element.isIndirect() && !met_.insert(element.getObjGen()).second)) return;
    for (int i = 0; element.isArray() && i < element.getArrayNItems(); ++i) read_figures(element.getArrayItem(i), depth + 1, figures);
    if (!element.isDictionary() || element.getKey("/S").isNameAndEquals("/Link")) return;
    Object words = element.getKey("/Alt");
    if (element.getKey("/S").isNameAndEquals("/Figure") && words.isString()) figures.push_back(words.getUTF8Value());
    if (element.hasKey("/K")) read_figures(element.getKey("/K"), depth + 1, figures);
  }

  QPDF& pdf_;
  ObjectDigester digester_;
  std::set<QPDFObjGen> met_;  // elements: each may be met once only
};

}  // namespace

Outcome<PdfContent> read_content(const std::string& name, const std::string& bytes) {
  return open_pdf<PdfContent>(name, bytes, [](QPDF& pdf) { return ContentReader(pdf).read(); });
}

}  // namespace lembar::finish
