#include "style/read_style.h"

#include <algorithm>
#include <filesystem>

#include "base/nearest_word.h"
#include "style/apply_template.h"
#include "style/paper.h"

namespace lembar::style {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDefaultTemplate = "p35";
constexpr std::size_t kMostExtended = 16;  // templates in a chain
constexpr std::size_t kMostBytes = 1024 * 1024;

class StyleReader {
 public:
  StyleReader(SourceFiles& files, std::string templates_dir, const FileLoader& loader)
      : files_(files), loader_(loader), findings_(files), dir_(std::move(templates_dir)) {}

  Outcome<SheetStyle> read(const std::string& name, const StyleOverrides& overrides) {
    Outcome<SheetStyle> outcome;
    const bool found = collect(name.empty() ? kDefaultTemplate : name, dir_, overrides.template_where);
    if (found) {
      apply();
      if (!findings_.any_error()) finish(overrides);
    }
    if (!findings_.any_error()) outcome.value = std::move(draft_.style);
    outcome.diagnostics = findings_.take();
    return outcome;
  }

 private:
  struct Loaded {
    TemplateNode root;
    std::string path;
  };

  struct File {
    std::string path, bytes;
  };

  // A template that is named in a file of folder `beside`; absent, with an error, where there is none.
  std::optional<File> find(const std::string& name, const std::string& beside, const SourceSpan& where) {
    if (is_template_path(name)) {
      const fs::path path = fs::path(name).is_absolute() || chain_.empty() ? fs::path(name) : fs::path(beside) / name;
      if (auto bytes = loader_(path.string())) return File{path.string(), std::move(*bytes)};
      findings_.error(where, "template-missing", {"Berkas templat " + in_quotes(name) + " tidak ada.", "There is no template file " + in_quotes(name) + "."},
                      {{"Periksa nama dan tempatnya; nama tanpa \"/\" dan \".xml\" berarti templat bawaan.",
                        "Check its name and place; a name without \"/\" and \".xml\" means one that comes with Lembar."}},
                      Fault::surroundings);
      return std::nullopt;
    }
    for (const std::string& folder : {beside, dir_}) {
      const fs::path path = fs::path(folder) / (name + ".xml");
      if (auto bytes = loader_(path.string())) return File{path.string(), std::move(*bytes)};
    }
    const std::vector<std::string> names = template_names(dir_);
    if (names.empty()) {
      findings_.error(where, "templates-missing", {"Folder templat " + in_quotes(dir_) + " tidak ada atau kosong.",
                                                   "The folder of templates " + in_quotes(dir_) + " is missing or empty."},
                      {{"Pasang ulang Lembar.", "Install Lembar again."}}, Fault::surroundings);
      return std::nullopt;
    }
    const std::string near = nearest_word(name, names);
    std::vector<Wording> remedies;
    if (!near.empty()) remedies.push_back({"Mungkin maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"});
    remedies.push_back({"Templat yang ada: " + joined(names) + ".", "Templates to choose from: " + joined(names) + "."});
    findings_.error(where, "template-unknown-name", {"Templat " + in_quotes(name) + " tidak ada.", "There is no template " + in_quotes(name) + "."}, remedies);
    return std::nullopt;
  }

  // Reads the template and all that it extends; false where an error stopped it.
  bool collect(std::string name, std::string beside, SourceSpan where) {
    for (;;) {
      const std::optional<File> found = find(name, beside, where);
      if (!found) return false;
      const std::string& path = found->path;
      for (const Loaded& earlier : chain_)
        if (earlier.path == path) {
          findings_.error(where, "template-cycle", {"Templat " + in_quotes(name) + " mewarisi dirinya sendiri.", "The template " + in_quotes(name) + " extends itself."},
                          {{"Tulis mewarisi=\"p35\", atau templat lain yang berdiri sendiri.", "Write mewarisi=\"p35\", or another template that stands alone."}});
          return false;
        }
      if (chain_.size() == kMostExtended) {
        findings_.error(where, "template-cycle", {"Terlalu banyak templat yang saling mewarisi.", "Too many templates extend each other."},
                        {{"Warisi langsung dari templat bawaan.", "Extend a template that comes with Lembar directly."}});
        return false;
      }
      if (!load(*found, where)) return false;
      const TemplateNode& root = chain_.back().root;
      if (chain_.size() == 1) draft_.style.name = fs::path(path).stem().string();
      const TemplateAttribute* base = root.attribute("mewarisi");
      if (!base) return true;
      name = base->value;
      where = base->where;
      beside = fs::path(path).parent_path().string();
      if (beside.empty()) beside = ".";
    }
  }

  bool load(const File& from, const SourceSpan& where) {
    if (from.bytes.size() > kMostBytes) {
      findings_.error(where, "template-unreadable", {"Berkas templat " + in_quotes(from.path) + " terlalu besar.", "The template file " + in_quotes(from.path) + " is too big."},
                      {{"Sebutkan berkas templat; beberapa KB sudah cukup untuknya.", "Name a template file; a few KB are enough for one."}}, Fault::surroundings);
      return false;
    }
    const int file = files_.add(from.path, from.bytes);
    std::optional<TemplateNode> root = parse_template(files_, file, findings_);
    if (!root) return false;
    if (root->name != "templat") {
      findings_.error(root->where, "template-root", {"Elemen terluar harus <templat>.", "The outermost element must be <templat>."},
                      {{"Sebutkan sebuah templat; lembar ditulis dalam berkas lain.", "Name a template; a sheet is written in another file."}});
      return false;
    }
    check_root(*root);
    chain_.push_back({std::move(*root), from.path});
    return true;
  }

  void check_root(const TemplateNode& root) {
    static const std::vector<std::string> kKnown = {"versi", "judul", "mewarisi"};
    for (const TemplateAttribute& a : root.attributes)
      if (std::find(kKnown.begin(), kKnown.end(), a.name) == kKnown.end()) {
        const std::string near = nearest_word(a.name, kKnown);
        findings_.error(a.where, "template-unknown", {"Atribut " + in_quotes(a.name) + " tidak dikenal dalam templat.", "A template has no attribute " + in_quotes(a.name) + " here."},
                        {near.empty() ? Wording{"Yang dikenal: " + joined(kKnown) + ".", "Known: " + joined(kKnown) + "."}
                                      : Wording{"Mungkin maksudnya " + in_quotes(near) + "?", "Did you mean " + in_quotes(near) + "?"}});
      }
    const TemplateAttribute* version = root.attribute("versi");
    if (!version || version->value != "1")
      findings_.error(version ? version->where : root.where, "template-version", {"<templat> perlu versi=\"1\".", "<templat> needs versi=\"1\"."},
                      {{"Tulis versi=\"1\", atau pakai Lembar yang lebih baru.", "Write versi=\"1\", or use a newer Lembar."}});
  }

  void apply() {
    Applier applier(draft_, findings_);
    for (auto it = chain_.rbegin(); it != chain_.rend(); ++it) {
      draft_.style.template_files.push_back(it->path);
      applier.apply(it->root);
    }
    if (!findings_.any_error()) applier.check_complete(chain_.back().root.where);
  }

  // What can only be said when every template has spoken.
  void finish(const StyleOverrides& overrides) {
    SheetStyle& s = draft_.style;
    if (!overrides.paper.empty()) {
      if (const auto paper = find_paper(overrides.paper)) {
        s.paper = paper->size;
        s.paper_name = paper->name;
      } else {
        const std::string near = nearest_word(overrides.paper, paper_names());
        findings_.error(overrides.paper_where, "paper-unknown", {"Kertas " + in_quotes(overrides.paper) + " tidak dikenal.", "There is no paper " + in_quotes(overrides.paper) + "."},
                        {{"Tulis " + joined(paper_names()) + ", atau sisi-sisinya seperti 215x330mm.", "Write " + joined(paper_names()) + ", or its sides as in 215x330mm."}});
      }
    }
    for (std::size_t i = 0; i < s.texts.size(); ++i) s.texts[i].font.family = draft_.families[i].value_or(draft_.family);
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
      const Draft::Binding& b = draft_.bindings[i];
      if (b.edge == Draft::Binding::Edge::left) s.parts[i].margins.left += b.width;
      if (b.edge == Draft::Binding::Edge::top) s.parts[i].margins.top += b.width;
    }
    if (!findings_.any_error()) check_sense(overrides.paper.empty() ? chain_.front().root.where : overrides.paper_where);
  }

  // A style that no sheet could follow.
  void check_sense(const SourceSpan& paper_where) {
    const SheetStyle& s = draft_.style;
    const SourceSpan& where = chain_.front().root.where;
    if (s.least_text < pt(4))
      findings_.error(where, "template-value", {"ukuran-terkecil kurang dari 4pt; huruf sekecil itu tidak terbaca.", "ukuran-terkecil is below 4pt; nobody can read letters as small."},
                      {{"Tulis 4pt atau lebih.", "Write 4pt or more."}});
    for (const auto& [name, role] : text_role_words())
      if (s.text(role).font.size < s.least_text)
        findings_.error(where, "template-value", {"Ukuran huruf " + in_quotes(name) + " lebih kecil dari ukuran-terkecil.", "The font size of " + in_quotes(name) + " is below ukuran-terkecil."},
                        {{"Besarkan ukuran itu, atau kecilkan ukuran-terkecil.", "Raise that size, or lower ukuran-terkecil."}});
    for (const auto& [name, part] : part_words()) {
      const Margins& m = s.part(part).margins;
      const Size page = s.page_size(part);
      if (page.w - m.left - m.right < mm(60) || page.h - m.top - m.bottom < mm(60))
        findings_.error(paper_where, "paper-small", {"Kertas " + s.paper_name + " dengan tepi bagian " + in_quotes(name) + " tidak menyisakan 60 mm untuk isi.",
                                                   "The paper " + s.paper_name + " with the margins of the part " + in_quotes(name) + " leaves no 60 mm for the content."},
                        {{"Pakai kertas yang lebih besar, atau tepi yang lebih sempit.", "Use larger paper, or narrower margins."}});
    }
    if (s.strokes.frame <= Length() || s.strokes.symbol <= Length())
      findings_.error(where, "template-value", {"Tebal garis tidak boleh nol.", "Lines must not be of no width."},
                      {{"Tulis tebal bingkai dan simbol, misalnya 0.5pt.", "Write the weight of bingkai and simbol, 0.5pt for example."}});
    const SymbolStyle& y = s.symbols;
    for (const Length l : {y.width, y.height, y.diamond_height, y.circle, y.offpage_width, y.offpage_height, y.clearance, y.arrow_length, y.arrow_width})
      if (l < mm(0.5))
        findings_.error(where, "template-value", {"Ukuran pada <simbol> tidak boleh di bawah 0.5mm.", "No size in <simbol> may be below 0.5mm."},
                        {{"Besarkan ukuran itu.", "Raise that size."}});
  }

  SourceFiles& files_;
  const FileLoader& loader_;
  Findings findings_;
  std::string dir_;
  std::vector<Loaded> chain_;  // the one asked for first
  Draft draft_;
};

}  // namespace

Outcome<SheetStyle> read_style(SourceFiles& files, const std::string& templates_dir, const std::string& template_name,
                               const StyleOverrides& overrides, const FileLoader& loader) {
  return StyleReader(files, templates_dir, loader).read(template_name, overrides);
}

bool is_template_path(const std::string& name) {
  return name.find('/') != std::string::npos || (name.size() > 4 && name.substr(name.size() - 4) == ".xml");
}

std::vector<std::string> template_names(const std::string& templates_dir) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(templates_dir, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".xml") names.push_back(at->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace lembar::style
