#include "job/tag_elements.h"

#include <algorithm>
#include <map>

#include "base/assert.h"

namespace lembar::job {

namespace {

class Tagger {
 public:
  Tagger(const scene::Scene& scene, finish::FinishInput& input) : input_(input) {
    for (const scene::SignatureField& field : scene.signature_fields) {
      fields_[field.name] = input.signature_fields.size();
      input.signature_fields.push_back({field.name, field.tooltip, -1, field.page, field.box});
    }
  }

  void add(const scene::Page& page, int number) {
    page_ = number;
    open_.clear();
    for (const scene::Item& item : page.items) {
      std::visit([this](const auto& it) { meet(it); }, item);
    }
    LEMBAR_ASSERT(open_.empty(), "the tags of a page end on it");
  }

 private:
  static constexpr int kArtifact = -2, kDocument = -1;

  int current() const { return open_.empty() ? kDocument : open_.back(); }
  bool holds_content() const { return current() == kArtifact || (current() >= 0 && input_.tags[current()].page > 0); }

  void meet(const scene::BeginTag& begin) {
    LEMBAR_ASSERT(!holds_content(), "a tag holds tags or drawing, not both");
    open_.push_back(begin.is_artifact() ? kArtifact : element(begin));
  }
  void meet(const scene::EndTag&) { open_.pop_back(); }
  void meet(const scene::Link& link) {
    input_.links.push_back({current(), page_, link.to_page, link.box, link.to, link.words});
  }
  template <class Drawing>
  void meet(const Drawing&) {
    LEMBAR_ASSERT(holds_content(), "all drawing stands in tags that hold drawing");
  }

  int element(const scene::BeginTag& begin) {
    const int next = static_cast<int>(input_.tags.size());
    if (!begin.name.empty() && begin.tag != "Form") {
      const auto [known, is_new] = named_.emplace(begin.name, next);
      if (!is_new) return known->second;
    }
    finish::TagElement tag;
    tag.tag = begin.tag;
    tag.parent = current();
    tag.page = begin.content ? page_ : 0;
    tag.alt = begin.alt;
    tag.scope = begin.scope;
    tag.column_span = begin.column_span;
    tag.row_span = begin.row_span;
    if (begin.tag == "Figure") tag.box = begin.box;
    if (begin.tag == "Form") {
      const auto field = fields_.find(begin.name);
      if (field != fields_.end()) input_.signature_fields[field->second].element = next;
    }
    input_.tags.push_back(std::move(tag));
    return next;
  }

  finish::FinishInput& input_;
  std::map<std::string, std::size_t> fields_;  // by name
  std::map<std::string, int> named_;           // elements that go on
  std::vector<int> open_;
  int page_ = 0;
};

}  // namespace

void add_tags(const scene::Scene& scene, finish::FinishInput& input) {
  std::size_t most = input.tags.size();
  for (const scene::Page& page : scene.pages)
    most += std::count_if(page.items.begin(), page.items.end(), [](const scene::Item& item) { return std::holds_alternative<scene::BeginTag>(item); });
  input.tags.reserve(most);
  Tagger tagger(scene, input);
  for (std::size_t i = 0; i < scene.pages.size(); ++i) tagger.add(scene.pages[i], static_cast<int>(i) + 1);
}

}  // namespace lembar::job
