#include "finish/structure.h"

#include <map>
#include <tuple>

#include "base/assert.h"
#include "finish/annotations.h"
#include "finish/mark_content.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

class Builder {
 public:
  Builder(QPDF& pdf, const FinishInput& input) : pdf_(pdf), input_(input), pages_(pdf.getAllPages()) {}

  void build() {
    root_ = pdf_.makeIndirectObject(Object::newDictionary());
    root_.replaceKey("/Type", Object::newName("/StructTreeRoot"));
    document_ = element("Document", root_);
    root_.replaceKey("/K", document_);
    make_elements();
    place_content();
    place_annotations();
    for (std::size_t i = 0; i < elements_.size(); ++i) set_kids(elements_[i], kids_[i]);
    set_kids(document_, document_kids_);
    add_parent_tree();
    pdf_.getRoot().replaceKey("/StructTreeRoot", root_);
    Object mark = Object::newDictionary();
    mark.replaceKey("/Marked", Object::newBool(true));
    pdf_.getRoot().replaceKey("/MarkInfo", mark);
  }

 private:
  Object element(const std::string& tag, Object parent) {
    Object out = Object::newDictionary();
    out.replaceKey("/S", name(tag));
    out.replaceKey("/P", parent);
    return pdf_.makeIndirectObject(out);
  }

  // A long document has a hundred thousand elements of a dozen kinds: what they have in common is made once.
  Object name(const std::string& word) {
    Object& known = names_[word];
    if (!known.isInitialized()) known = Object::newName("/" + word);
    return known;
  }
  Object piece_number(std::size_t number) {
    while (numbers_.size() <= number) numbers_.push_back(Object::newInteger(static_cast<int>(numbers_.size())));
    return numbers_[number];
  }
  Object table_attributes(const TagElement& tag) {
    Object& known = table_attributes_[{tag.scope, tag.column_span, tag.row_span}];
    if (known.isInitialized()) return known;
    Object attributes = attributes_of("/Table");
    if (!tag.scope.empty()) attributes.replaceKey("/Scope", name(tag.scope));
    if (tag.column_span != 1) attributes.replaceKey("/ColSpan", Object::newInteger(tag.column_span));
    if (tag.row_span != 1) attributes.replaceKey("/RowSpan", Object::newInteger(tag.row_span));
    return known = pdf_.makeIndirectObject(attributes);
  }

  void make_elements() {
    kids_.resize(input_.tags.size());
    for (std::size_t i = 0; i < input_.tags.size(); ++i) {
      const TagElement& tag = input_.tags[i];
      LEMBAR_ASSERT(tag.parent < static_cast<int>(i), "an element stands behind its parent");
      elements_.push_back(element(tag.tag, tag.parent < 0 ? document_ : elements_[tag.parent]));
      if (!tag.alt.empty()) elements_[i].replaceKey("/Alt", Object::newUnicodeString(tag.alt));
      (tag.parent < 0 ? document_kids_ : kids_[tag.parent]).push_back(elements_[i]);
      if (tag.scope.empty() && tag.column_span == 1 && tag.row_span == 1) continue;
      elements_[i].replaceKey("/A", table_attributes(tag));
    }
  }

  static Object attributes_of(const char* owner) {
    Object attributes = Object::newDictionary();
    attributes.replaceKey("/O", Object::newName(owner));
    return attributes;
  }

  // Gives each piece of content its element, page by page.
  void place_content() {
    std::vector<std::vector<std::size_t>> on_page(pages_.size());
    for (std::size_t i = 0; i < input_.tags.size(); ++i) {
      const int page = input_.tags[i].page;
      if (page < 1) continue;
      LEMBAR_ASSERT(page <= static_cast<int>(pages_.size()), "the canvas draws every page of the scene");
      on_page[page - 1].push_back(i);
    }
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      std::vector<std::string> names;
      Object of_page = Object::newArray();
      for (const std::size_t i : on_page[p]) {
        kids_[i].push_back(piece_number(names.size()));
        names.push_back(input_.tags[i].tag);
        elements_[i].replaceKey("/Pg", pages_[p]);
        if (const auto& box = input_.tags[i].box) {
          Object attributes = attributes_of("/Layout");
          attributes.replaceKey("/BBox", rectangle_on(pages_[p], *box));
          elements_[i].replaceKey("/A", attributes);
        }
        of_page.appendItem(elements_[i]);
      }
      LEMBAR_ASSERT(mark_content(pdf_, pages_[p], names), "the canvas marks every piece of content");
      pages_[p].replaceKey("/StructParents", Object::newInteger(static_cast<int>(p)));
      parents_.push_back(of_page);
    }
  }

  void place_annotations() {
    std::vector<Object> links = add_links(pdf_, input_.links);
    for (std::size_t i = 0; i < links.size(); ++i) place(links[i], input_.links[i].element);
    std::vector<Object> fields = add_signature_fields(pdf_, input_.signature_fields);
    for (std::size_t i = 0; i < fields.size(); ++i) place(fields[i], input_.signature_fields[i].element);
  }

  void place(Object annotation, int at) {
    if (annotation.isNull()) return;
    LEMBAR_ASSERT(at < static_cast<int>(elements_.size()), "an annotation belongs to an element");
    // A field that the tree knows no place for is read last.
    if (at < 0) document_kids_.push_back(element("Form", document_));
    Object owner = at < 0 ? document_kids_.back() : elements_[at];
    Object reference = Object::newDictionary();
    reference.replaceKey("/Type", Object::newName("/OBJR"));
    reference.replaceKey("/Obj", annotation);
    reference.replaceKey("/Pg", annotation.getKey("/P"));
    if (at < 0) {
      owner.replaceKey("/K", reference);
    } else {
      kids_[at].push_back(reference);
    }
    annotation.replaceKey("/StructParent", Object::newInteger(static_cast<int>(parents_.size())));
    parents_.push_back(owner);
  }

  static void set_kids(Object element, const std::vector<Object>& kids) {
    if (kids.size() == 1) {
      element.replaceKey("/K", kids.front());
    } else if (!kids.empty()) {
      element.replaceKey("/K", Object::newArray(kids));
    }
  }

  void add_parent_tree() {
    Object numbers = Object::newArray();
    for (std::size_t i = 0; i < parents_.size(); ++i) {
      numbers.appendItem(Object::newInteger(static_cast<int>(i)));
      numbers.appendItem(parents_[i]);
    }
    Object tree = Object::newDictionary();
    tree.replaceKey("/Nums", numbers);
    root_.replaceKey("/ParentTree", pdf_.makeIndirectObject(tree));
    root_.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<int>(parents_.size())));
  }

  QPDF& pdf_;
  const FinishInput& input_;
  std::vector<Object> pages_;
  Object root_, document_;
  std::map<std::string, Object> names_;
  std::vector<Object> numbers_;
  std::map<std::tuple<std::string, int, int>, Object> table_attributes_;
  std::vector<Object> elements_;           // as input.tags
  std::vector<std::vector<Object>> kids_;  // of each
  std::vector<Object> document_kids_;
  std::vector<Object> parents_;  // the parent tree: pages first, then annotations
};

}  // namespace

void build_structure(QPDF& pdf, const FinishInput& input) { Builder(pdf, input).build(); }

}  // namespace lembar::finish
