// Applies one template to a draft: every element it holds, each attribute checked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "style/draft.h"
#include "style/template_file.h"
#include "style/template_words.h"

namespace lembar::style {

// What an attribute may be called, whether each template family must set it somewhere, and who takes its value.
// `take` returns what was expected where the value is none of it.
struct Binding {
  std::string name;
  std::function<std::optional<Wording>(const std::string&)> take;
  bool required = true;
};

// Reads elements by their bindings and tells of everything unknown, with the nearest known word.
class Applier {
 public:
  Applier(Draft& draft, Findings& findings) : draft_(draft), findings_(findings) {}

  void apply(const TemplateNode& root);
  // After the last template: everything that must be set and is not.
  void check_complete(const SourceSpan& where);

 private:
  using Handler = void (Applier::*)(const TemplateNode&);

  // Takes the attributes of `node`; `key` names it in Draft::given.
  void take(const TemplateNode& node, const std::string& key, const std::vector<Binding>& bindings);
  // Each child must be one of `known`; no words may stand beside them.
  void expect_children(const TemplateNode& node, const std::vector<std::string>& known);
  void unknown(const SourceSpan& where, const std::string& what, const std::string& word, const std::vector<std::string>& known);
  // The value of an attribute that names the element; absent, with an error, where it is missing or unknown.
  std::optional<std::string> name_in(const TemplateNode& node, const std::string& attribute, const std::vector<std::string>& known);

  // apply_parts.cc: paper, fonts, front matter
  void apply_paper(const TemplateNode& node);
  void apply_part(const TemplateNode& node);
  void apply_fonts(const TemplateNode& node);
  void apply_role(const TemplateNode& node);
  void apply_cell(const TemplateNode& node);
  void apply_lines(const TemplateNode& node);
  void apply_letterhead(const TemplateNode& node);
  void apply_identity(const TemplateNode& node);
  void apply_boxes(const TemplateNode& node);
  // apply_table.cc: the flow table and what stands behind it
  void apply_table(const TemplateNode& node);
  void apply_column(const TemplateNode& node, const std::string& group, const std::vector<ColumnStyle>& base,
                    std::vector<ColumnStyle>& columns);
  void apply_symbols(const TemplateNode& node);
  void apply_signature(const TemplateNode& node);
  void apply_running(const TemplateNode& node);
  void apply_stamps(const TemplateNode& node);
  void apply_history(const TemplateNode& node);
  void apply_tte(const TemplateNode& node);
  void apply_book(const TemplateNode& node);
  void apply_word(const TemplateNode& node);

  Draft& draft_;
  Findings& findings_;
  std::set<std::string> required_;  // keys that bindings asked for
};

// ---------------------------------------------------------------- takers of values

Binding length_of(std::string name, Length& to, bool required = true);
Binding percent_of(std::string name, int& to, bool required = true);
Binding whole_of(std::string name, int& to, bool required = true);
Binding yes_of(std::string name, bool& to, bool required = true);
Binding words_of(std::string name, std::string& to, bool required = true);
// Words with {placeholders}; those of the template are Indonesian, those of SheetStyle English.
Binding pattern_of(std::string name, std::string& to, const Words<std::string>& placeholders, bool required = true);
// An attribute that somebody else reads.
Binding named(std::string name);

template <class T>
Binding choice_of(std::string name, T& to, const Words<T>& words, bool required = true) {
  return {std::move(name), [&to, &words](const std::string& value) -> std::optional<Wording> {
            const T* found = find_word(words, value);
            if (found) {
              to = *found;
              return {};
            }
            const std::string all = joined(names_of(words), " | ");
            return Wording{"salah satu dari " + all, "one of " + all};
          }, required};
}

}  // namespace lembar::style
