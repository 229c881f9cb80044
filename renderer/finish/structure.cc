#include "finish/structure.h"

namespace lembar::finish {

namespace {

class Walker {
 public:
  explicit Walker(const std::vector<TagAttributes>& tags) : tags_(tags) {}

  void walk(QPDFObjectHandle kids) {
    if (kids.isArray()) {
      for (int i = 0; i < kids.getArrayNItems() && sound_; ++i) visit(kids.getArrayItem(i));
    } else {
      visit(kids);
    }
  }

 private:
  void visit(QPDFObjectHandle element) {
    if (!sound_ || !element.isDictionary() || !element.hasKey("/S")) return;
    const std::string name = element.getKey("/S").getName().substr(1);
    // The root that a canvas makes of itself, and its links, have no counterpart.
    if (name != "Document" && name != "Link") {
      if (next_ >= tags_.size() || tags_[next_].tag != name) {
        sound_ = false;
        return;
      }
      dress(element, tags_[next_++]);
    }
    if (element.hasKey("/K")) walk(element.getKey("/K"));
  }

  static void dress(QPDFObjectHandle element, const TagAttributes& tag) {
    if (!tag.alt.empty()) element.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(tag.alt));
    if (tag.scope.empty() && tag.column_span == 1 && tag.row_span == 1) return;
    QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
    attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
    if (!tag.scope.empty()) attributes.replaceKey("/Scope", QPDFObjectHandle::newName("/" + tag.scope));
    if (tag.column_span != 1) attributes.replaceKey("/ColSpan", QPDFObjectHandle::newInteger(tag.column_span));
    if (tag.row_span != 1) attributes.replaceKey("/RowSpan", QPDFObjectHandle::newInteger(tag.row_span));
    element.replaceKey("/A", attributes);
  }

  const std::vector<TagAttributes>& tags_;
  std::size_t next_ = 0;
  bool sound_ = true;
};

// One element named Document above all others: what readers look for first.
void wrap_in_document(QPDF& pdf, QPDFObjectHandle tree) {
  QPDFObjectHandle kids = tree.getKey("/K");
  if (kids.isDictionary() && kids.getKey("/S").isNameAndEquals("/Document")) return;
  QPDFObjectHandle document = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  document.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
  document.replaceKey("/S", QPDFObjectHandle::newName("/Document"));
  document.replaceKey("/P", tree);
  document.replaceKey("/K", kids);
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
    if (kids.getArrayItem(i).isDictionary()) kids.getArrayItem(i).replaceKey("/P", document);
  }
  if (kids.isDictionary()) kids.replaceKey("/P", document);
  tree.replaceKey("/K", document);
}

}  // namespace

void finish_structure(QPDF& pdf, const std::vector<TagAttributes>& tags) {
  QPDFObjectHandle tree = pdf.getRoot().getKey("/StructTreeRoot");
  if (!tree.isDictionary() || !tree.hasKey("/K")) return;
  Walker(tags).walk(tree.getKey("/K"));
  wrap_in_document(pdf, tree);
  QPDFObjectHandle mark = QPDFObjectHandle::newDictionary();
  mark.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
  pdf.getRoot().replaceKey("/MarkInfo", mark);
}

}  // namespace lembar::finish
