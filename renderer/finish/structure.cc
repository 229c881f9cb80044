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

}  // namespace

void add_tag_attributes(QPDF& pdf, const std::vector<TagAttributes>& tags) {
  QPDFObjectHandle tree = pdf.getRoot().getKey("/StructTreeRoot");
  if (tree.isDictionary() && tree.hasKey("/K")) Walker(tags).walk(tree.getKey("/K"));
}

}  // namespace lembar::finish
