#include "style/apply_template.h"

#include "base/nearest_word.h"
#include "style/values.h"

namespace lembar::style {

// ---------------------------------------------------------------- takers of values

Binding length_of(std::string name, Length& to, bool required) {
  return {std::move(name), [&to](const std::string& value) -> std::optional<Wording> {
            const auto length = parse_length(value);
            if (!length) return Wording{"ukuran dengan satuannya, seperti 20mm, 1.5cm atau 8.5pt", "a length with its unit, as in 20mm, 1.5cm or 8.5pt"};
            to = *length;
            return {};
          }, required};
}

Binding percent_of(std::string name, int& to, bool required) {
  return {std::move(name), [&to](const std::string& value) -> std::optional<Wording> {
            const auto percent = parse_percent(value);
            if (!percent) return Wording{"persen dari 0% sampai 100%", "per cent from 0% to 100%"};
            to = *percent;
            return {};
          }, required};
}

Binding whole_of(std::string name, int& to, bool required) {
  return {std::move(name), [&to](const std::string& value) -> std::optional<Wording> {
            const auto whole = parse_whole(value);
            if (!whole) return Wording{"bilangan bulat", "a whole number"};
            to = *whole;
            return {};
          }, required};
}

Binding yes_of(std::string name, bool& to, bool required) {
  return {std::move(name), [&to](const std::string& value) -> std::optional<Wording> {
            const auto yes = parse_yes(value);
            if (!yes) return Wording{"ya atau tidak", "ya (yes) or tidak (no)"};
            to = *yes;
            return {};
          }, required};
}

Binding words_of(std::string name, std::string& to, bool required) {
  return {std::move(name), [&to](const std::string& value) -> std::optional<Wording> {
            to = value;
            return {};
          }, required};
}

Binding pattern_of(std::string name, std::string& to, const Words<std::string>& placeholders, bool required) {
  return {std::move(name), [&to, &placeholders](const std::string& value) -> std::optional<Wording> {
            std::string out;
            for (std::size_t at = 0; at < value.size();) {
              const std::size_t end = value[at] == '{' ? value.find('}', at) : std::string::npos;
              if (value[at] != '{') {
                out += value[at++];
                continue;
              }
              const std::string* found =
                  end == std::string::npos ? nullptr : find_word(placeholders, value.substr(at, end + 1 - at));
              if (!found) {
                const std::string all = joined(names_of(placeholders));
                return Wording{"kata-kata dengan isian " + all, "words with the placeholders " + all};
              }
              out += *found;
              at = end + 1;
            }
            to = out;
            return {};
          }, required};
}

Binding named(std::string name) {
  return {std::move(name), [](const std::string&) -> std::optional<Wording> { return {}; }, false};
}

// ---------------------------------------------------------------- elements

void Applier::unknown(const SourceSpan& where, const std::string& what, const std::string& word,
                      const std::vector<std::string>& known) {
  const Wording kind = what == "elemen"   ? Wording{"Elemen", "element"}
                       : what == "atribut" ? Wording{"Atribut", "attribute"}
                                           : Wording{"Nama", "name"};
  std::vector<Wording> remedies;
  const std::string near = nearest_word(word, known);
  if (!near.empty()) remedies.push_back({"Mungkin maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
  else if (!known.empty()) remedies.push_back({"Yang dikenal di sini: " + joined(known) + ".", "Known here: " + joined(known) + "."});
  else remedies.push_back({"Hapus.", "Remove it."});
  findings_.error(where, "template-unknown", {kind.id + " " + in_quotes(word) + " tidak dikenal dalam templat.",
                                              "A template has no " + kind.en + " " + in_quotes(word) + " here."}, remedies);
}

void Applier::take(const TemplateNode& node, const std::string& key, const std::vector<Binding>& bindings) {
  std::vector<std::string> known;
  for (const Binding& b : bindings) {
    known.push_back(b.name);
    if (b.required) required_.insert(key + " " + b.name);
  }
  for (const TemplateAttribute& a : node.attributes) {
    const Binding* found = nullptr;
    for (const Binding& b : bindings)
      if (b.name == a.name) found = &b;
    if (!found) {
      unknown(a.where, "atribut", a.name, known);
      continue;
    }
    if (const auto expected = found->take(a.value))
      findings_.error(a.where, "template-value", {"Nilai " + in_quotes(a.value) + " untuk " + a.name + " tidak dapat dipakai.",
                                                  "The value " + in_quotes(a.value) + " is no use for " + a.name + "."},
                      {{"Tulis " + expected->id + ".", "Write " + expected->en + "."}});
    draft_.given.insert(key + " " + a.name);
  }
}

void Applier::expect_children(const TemplateNode& node, const std::vector<std::string>& known) {
  for (const TemplateNode& child : node.children)
    if (std::find(known.begin(), known.end(), child.name) == known.end()) unknown(child.where, "elemen", child.name, known);
  if (!node.text.empty())
    findings_.error(node.where, "template-text", {"Kata-kata " + in_quotes(node.text) + " tidak punya tempat di dalam <" + node.name + ">.",
                                                  "There is no place for the words " + in_quotes(node.text) + " in <" + node.name + ">."},
                    {{"Hapus, atau tulis sebagai atribut.", "Remove them, or write them as an attribute."}});
}

std::optional<std::string> Applier::name_in(const TemplateNode& node, const std::string& attribute,
                                            const std::vector<std::string>& known) {
  const TemplateAttribute* a = node.attribute(attribute);
  if (!a) {
    findings_.error(node.where, "template-attribute", {"<" + node.name + "> perlu atribut " + attribute + ".",
                                                       "<" + node.name + "> needs the attribute " + attribute + "."},
                    {{"Tambahkan " + attribute + "=\"…\".", "Add " + attribute + "=\"…\"."}});
    return {};
  }
  if (!known.empty() && std::find(known.begin(), known.end(), a->value) == known.end()) {
    unknown(a->where, "nama", a->value, known);
    return {};
  }
  return a->value;
}

void Applier::apply(const TemplateNode& root) {
  static const Words<Handler> kElements = {
      {"kertas", &Applier::apply_paper},      {"huruf", &Applier::apply_fonts},         {"sel", &Applier::apply_cell},
      {"garis", &Applier::apply_lines},       {"kop", &Applier::apply_letterhead},      {"identitas", &Applier::apply_identity},
      {"daftar-kotak", &Applier::apply_boxes}, {"tabel", &Applier::apply_table},        {"simbol", &Applier::apply_symbols},
      {"pengesah", &Applier::apply_signature}, {"halaman", &Applier::apply_running},    {"cap", &Applier::apply_stamps},
      {"riwayat", &Applier::apply_history},   {"tte", &Applier::apply_tte},             {"himpunan", &Applier::apply_book},
      {"kata", &Applier::apply_word}};
  expect_children(root, names_of(kElements));
  std::set<std::string> seen;
  for (const TemplateNode& child : root.children) {
    const Handler* handler = find_word(kElements, child.name);
    if (!handler) continue;
    const bool repeats = child.name == "cap" || child.name == "kata";
    if (!seen.insert(child.name).second && !repeats)
      findings_.error(child.where, "template-twice", {"<" + child.name + "> tertulis dua kali.", "<" + child.name + "> stands here twice."},
                      {{"Gabungkan keduanya.", "Join the two."}});
    draft_.given.insert("<" + child.name + ">");
    (this->*(*handler))(child);
  }
}

void Applier::check_complete(const SourceSpan& where) {
  for (const char* element : {"kertas", "huruf", "sel", "garis", "kop", "identitas", "daftar-kotak", "tabel", "simbol", "pengesah",
                              "halaman", "riwayat", "tte", "himpunan"})
    required_.insert(std::string("<") + element + ">");
  for (const auto& [name, role] : text_role_words()) required_.insert("peran " + name + " ukuran");
  for (const auto& [name, part] : part_words()) required_.insert("bagian " + name + " kiri");
  for (const std::string& name : box_names()) required_.insert("kotak " + name + " label");
  std::vector<std::string> missing;
  for (const std::string& key : required_)
    if (draft_.given.count(key) == 0) missing.push_back(key);
  if (missing.empty()) return;
  findings_.error(where, "template-incomplete", {"Templat ini tidak menetapkan: " + joined(missing) + ".",
                                                 "This template leaves open: " + joined(missing) + "."},
                  {{"Tulis mewarisi=\"p35\" agar yang tidak disebut diambil dari sana.",
                    "Write mewarisi=\"p35\" to take from there what it does not say."}});
}

}  // namespace lembar::style
