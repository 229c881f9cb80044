#include <algorithm>

#include "base/nearest_word.h"
#include "read/attribute_forms.h"
#include "read/text.h"
#include "read/vocabulary.h"
#include "read/xml_chars.h"

namespace lembar::read {

namespace {

std::string tag(std::string_view name) { return "<" + std::string(name) + ">"; }

const ElementRule& paragraph_rule() { static const ElementRule rule{"p", Holds::words}; return rule; }
const ElementRule& subhead_rule() { static const ElementRule rule{"subjudul", Holds::words}; return rule; }
const ElementRule& break_rule() { static const ElementRule rule{"br", Holds::elements}; return rule; }
const ElementRule& item_rule() {
  static const ElementRule rule{"butir", Holds::blocks,
                                {{"nomor"}, {"daftar", false, Form::any, {"angka", "huruf", "bulat", "strip", "polos"}}}};
  return rule;
}
const ElementRule* inline_rule(std::string_view name) {
  static const ElementRule bold{"t", Holds::words}, italic{"m", Holds::words}, underlined{"g", Holds::words};
  for (const ElementRule* rule : {&bold, &italic, &underlined, &break_rule()})
    if (rule->name == name) return rule;
  return nullptr;
}
const ElementRule* block_rule(std::string_view name) {
  for (const ElementRule* rule : {&paragraph_rule(), &subhead_rule(), &item_rule()})
    if (rule->name == name) return rule;
  return nullptr;
}

std::vector<std::string> allowed_children(const ElementRule& rule) {
  std::vector<std::string> names;
  for (const ChildRule& child : rule.children) names.push_back(child.rule->name);
  if (rule.holds == Holds::blocks) names.insert(names.end(), {"p", "subjudul", "butir"});
  if (rule.holds != Holds::elements) names.insert(names.end(), {"t", "m", "g", "br"});
  return names;
}

class VocabularyCheck {
 public:
  explicit VocabularyCheck(Findings& findings) : findings_(findings) {}

  void element(const XmlNode& node, const ElementRule& rule, bool root) {
    attributes(node, rule, root);
    int stage = 0;
    const XmlNode* latest = nullptr;  // the child of the highest stage so far
    std::vector<std::string_view> seen;
    for (const XmlNode& child : node.children) {
      if (findings_.full()) return;
      if (child.is_text()) {
        if (rule.holds == Holds::elements && !all_space(child.text)) loose_text(child, rule);
        continue;
      }
      const ChildRule* known = rule.child(child.name);
      const ElementRule* inner = known ? known->rule : nullptr;
      if (!inner && rule.holds != Holds::elements) inner = inline_rule(child.name);
      if (!inner && rule.holds == Holds::blocks) inner = block_rule(child.name);
      if (!inner) {
        unknown_element(child, rule);
        continue;
      }
      if (known) {
        if (latest && known->stage < stage) wrong_order(child, *latest);
        if (known->stage >= stage) {
          stage = known->stage;
          latest = &child;
        }
        // At most a few names are `once`, so the list stays short however long the file is.
        if (!known->many) {
          if (std::find(seen.begin(), seen.end(), child.name) != seen.end()) twice(child, rule);
          else seen.push_back(child.name);
        }
      }
      element(child, *inner, false);
    }
  }

 private:
  void attributes(const XmlNode& node, const ElementRule& rule, bool root) {
    for (const XmlAttribute& attribute : node.attributes) {
      // The schema's address, for editors; it changes nothing.
      if (root && (attribute.name == "xmlns:xsi" || attribute.name == "xsi:noNamespaceSchemaLocation")) continue;
      const AttributeRule* known = rule.attribute(attribute.name);
      if (!known) {
        unknown_attribute(attribute, rule);
        continue;
      }
      const std::string value = normalized(attribute.value);
      if (!known->values.empty() && std::find(known->values.begin(), known->values.end(), value) == known->values.end()) {
        wrong_value(attribute, *known, value);
        continue;
      }
      check_form(attribute, known->form, value, findings_);
    }
    for (const AttributeRule& wanted : rule.attributes)
      if (wanted.required && !node.attribute(wanted.name)) {
        const std::string written = wanted.name + (wanted.form == Form::version ? "=\"1\"" : "=\"…\"");
        findings_.error(node.where, "attribute-missing",
                        {tag(rule.name) + " harus beratribut " + wanted.name + ".", tag(rule.name) + " must have the attribute " + wanted.name + "."},
                        {{"Tambahkan " + written + ".", "Add " + written + "."}});
      }
  }

  void unknown_attribute(const XmlAttribute& attribute, const ElementRule& rule) {
    std::vector<std::string> names;
    for (const AttributeRule& known : rule.attributes) names.push_back(known.name);
    std::vector<Wording> remedies;
    const std::string& name = attribute.name;
    if (rule.name == "langkah" && (name == "sampai" || name == "baris" || name == "buntu")) {
      remedies.push_back({"Tulis simbolnya sebagai <simbol " + name + "=\"…\"> di dalam <langkah>.",
                          "Write the symbol out as <simbol " + name + "=\"…\"> inside <langkah>."});
    } else if (name == "xmlns" || name.compare(0, 6, "xmlns:") == 0) {
      remedies.push_back({"Berkas Lembar tidak memakai ruang nama; hapus atribut ini.",
                          "Files of Lembar use no namespace; remove this attribute."});
    } else if (const std::string near = nearest_word(name, names); !near.empty()) {
      remedies.push_back({"Maksudnya " + near + "?", "Did you mean " + near + "?"});
    } else if (!names.empty()) {
      remedies.push_back({"Yang boleh: " + joined(names) + ".", "Allowed: " + joined(names) + "."});
    } else {
      remedies.push_back({"Hapus; " + tag(rule.name) + " tidak beratribut.", "Remove it; " + tag(rule.name) + " has no attributes."});
    }
    findings_.error(attribute.name_where, "attribute-unknown",
                    {"Atribut " + in_quotes(name) + " tidak dikenal pada " + tag(rule.name) + ".",
                     "The attribute " + in_quotes(name) + " is not known on " + tag(rule.name) + "."},
                    std::move(remedies));
  }

  void wrong_value(const XmlAttribute& attribute, const AttributeRule& rule, const std::string& value) {
    std::vector<Wording> remedies;
    if (const std::string near = nearest_word(value, rule.values); !near.empty() && rule.values.size() > 1)
      remedies.push_back({"Maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
    remedies.push_back({"Nilai yang boleh: " + joined(rule.values) + ".", "Allowed values: " + joined(rule.values) + "."});
    findings_.error(attribute.where, "attribute-value",
                    {in_quotes(value) + " bukan nilai untuk " + rule.name + ".", in_quotes(value) + " is no value for " + rule.name + "."},
                    std::move(remedies));
  }

  void unknown_element(const XmlNode& child, const ElementRule& rule) {
    const std::vector<std::string> names = allowed_children(rule);
    std::vector<Wording> remedies;
    if (const std::string near = nearest_word(child.name, names); !near.empty()) {
      remedies.push_back({"Maksudnya " + tag(near) + "?", "Did you mean " + tag(near) + "?"});
    } else if (names.empty()) {
      remedies.push_back({tag(rule.name) + " tidak berisi elemen apa pun.", tag(rule.name) + " holds no elements."});
    } else {
      remedies.push_back({"Yang boleh di sini: " + joined(names) + ".", "Allowed here: " + joined(names) + "."});
    }
    findings_.error(child.where, "element-unknown",
                    {"Elemen " + tag(child.name) + " tidak dikenal di dalam " + tag(rule.name) + ".",
                     "The element " + tag(child.name) + " is not known inside " + tag(rule.name) + "."},
                    std::move(remedies));
  }

  void loose_text(const XmlNode& text, const ElementRule& rule) {
    findings_.error(text.where, "text-misplaced",
                    {"Teks tidak boleh berdiri langsung di dalam " + tag(rule.name) + ".", "Text may not stand directly inside " + tag(rule.name) + "."},
                    {{"Pindahkan ke dalam salah satu elemennya: " + joined(allowed_children(rule)) + ".",
                      "Move it into one of its elements: " + joined(allowed_children(rule)) + "."}});
  }

  void wrong_order(const XmlNode& child, const XmlNode& latest) {
    const std::string line = std::to_string(latest.where.line);
    findings_.error(child.where, "element-order",
                    {tag(child.name) + " harus berada sebelum " + tag(latest.name) + " di baris " + line + ".",
                     tag(child.name) + " must stand before the " + tag(latest.name) + " on line " + line + "."},
                    {{"Pindahkan ke depan " + tag(latest.name) + ".", "Move it before " + tag(latest.name) + "."}});
  }

  void twice(const XmlNode& child, const ElementRule& rule) {
    findings_.error(child.where, "element-twice",
                    {tag(child.name) + " hanya boleh sekali di dalam " + tag(rule.name) + ".", tag(child.name) + " may stand only once inside " + tag(rule.name) + "."},
                    {{"Gabungkan keduanya, atau hapus salah satu.", "Join the two, or remove one."}});
  }

  Findings& findings_;
};

}  // namespace

void check_vocabulary(const XmlNode& root, const ElementRule& rule, Findings& findings) {
  VocabularyCheck(findings).element(root, rule, true);
}

}  // namespace lembar::read
