#include "read/read_document.h"

#include <algorithm>
#include <filesystem>

#include "base/nearest_word.h"
#include "read/inherit.h"
#include "read/parts.h"
#include "read/text.h"
#include "read/vocabulary.h"

namespace lembar::read {

using model::Document;
using model::Procedure;

namespace {

constexpr std::size_t kMostIncludeDepth = 8;
constexpr std::size_t kMostIncludes = 2000;
constexpr std::size_t kMostIncludedBytes = std::size_t{64} << 20;  // of all together: two of the largest file that is read

class DocumentReader {
 public:
  DocumentReader(SourceFiles& files, const FileLoader& loader) : files_(files), loader_(loader), findings_(files) {}

  Outcome<Document> read(std::string name, std::string bytes) {
    Document document;
    open_.push_back(clean(name));
    const int file = files_.add(std::move(name), std::move(bytes));
    if (const auto root = parse_root(file)) {
      document.where = root->where;
      document.template_name = words_of(*root, "templat");
      if (root->is("sop")) {
        document.procedures.push_back(procedure(*root));
      } else {
        document.compilation = true;
        compilation(*root, document);
      }
    }
    Outcome<Document> outcome;
    const bool failed = findings_.any_error();
    outcome.diagnostics = findings_.take();
    if (!failed) outcome.value = std::move(document);
    return outcome;
  }

 private:
  static std::string clean(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

  // The outermost element, its vocabulary looked over; absent where it is not even one of ours.
  std::optional<XmlNode> parse_root(int file) {
    auto root = parse_xml(files_, file, findings_);
    if (!root) return std::nullopt;
    if (!root->is("sop") && !root->is("himpunan")) {
      const std::string near = nearest_word(root->name, {"sop", "himpunan"});
      findings_.error(root->where, "root-unknown",
                      {"Elemen terluar harus <sop> atau <himpunan>, bukan <" + root->name + ">.",
                       "The outermost element must be <sop> or <himpunan>, not <" + root->name + ">."},
                      {near.empty() ? Wording{"Tulis lembar di dalam <sop versi=\"1\"> … </sop>; lembar new memberi contohnya.",
                                               "Write the sheet in <sop versi=\"1\"> … </sop>; lembar new gives an example."}
                                     : Wording{"Maksudnya <" + near + ">?", "Did you mean <" + near + ">?"}});
      return std::nullopt;
    }
    check_vocabulary(*root, root->is("sop") ? sop_rule() : compilation_rule(), findings_);
    return root;
  }

  Procedure procedure(const XmlNode& node) {
    Procedure p;
    p.where = p.template_where = p.paper_where = node.where;
    p.file = node.where.file;
    attributes(node, p);
    for (const XmlNode& child : node.children) {
      if (child.is("sampul")) p.cover = read_cover(child);
      else if (child.is("kop")) p.letterhead = read_letterhead(child);
      else if (child.is("identitas")) p.identity = read_identity(child, findings_);
      else if (child.is("pelaksana")) p.lanes = read_lanes(child);
      else if (child.is("kepala")) p.head = read_head(child);
      else if (child.is("prosedur")) p.tables.push_back(read_flow_table(child, findings_));
      else if (child.is("pengesah")) p.signing_blocks.push_back(read_signing_block(child));
      else if (child.is("riwayat")) {
        p.history = read_history(child);
        p.history_label = value_of(child, "label");
      } else if (auto box = read_box(child)) p.boxes.push_back(std::move(*box));
    }
    return p;
  }

  static void attributes(const XmlNode& node, Procedure& p) {
    if (const auto name = text_of(node, "templat")) {
      p.template_name = name->value;
      p.template_where = name->where;
    }
    if (const auto paper = text_of(node, "kertas")) {
      p.paper = paper->value;
      p.paper_where = paper->where;
    }
    const std::string signing = words_of(node, "pengesahan"), status = words_of(node, "status");
    if (signing == "basah") p.signing = model::SigningMode::wet;
    if (signing == "tte") p.signing = model::SigningMode::tte;
    if (signing == "kosong") p.signing = model::SigningMode::blank;
    if (status == "konsep") p.status = model::Status::draft;
    if (status == "berlaku") p.status = model::Status::in_force;
    if (status == "dicabut") p.status = model::Status::revoked;
    if (status == "salinan") p.status = model::Status::copy;
  }

  void compilation(const XmlNode& node, Document& document) {
    for (const XmlNode& child : node.children) {
      if (child.is("sampul")) document.cover = read_cover(child);
      if (child.is("daftar-isi")) document.contents = true;
      if (child.is("arti-simbol")) document.symbol_legend = true;
    }
    document.procedures = sheets(node);
    if (document.procedures.empty() && !findings_.any_error())
      findings_.error(node.where, "compilation-empty", {"Himpunan ini tidak memuat satu SOP pun.", "This compilation holds no SOP."},
                      {{"Tambahkan <sop> atau <sertakan berkas=\"…\"/>.", "Add <sop> or <sertakan berkas=\"…\"/>."}});
  }

  // The sheets of a <himpunan>, with what they inherit from it.
  std::vector<Procedure> sheets(const XmlNode& node) {
    std::vector<Procedure> all;
    for (const XmlNode& child : node.children) {
      if (child.is("sop")) all.push_back(procedure(child));
      if (child.is("sertakan")) {
        for (Procedure& included : include(child)) all.push_back(std::move(included));
      }
    }
    Common common;
    if (const XmlNode* shared = node.child("umum")) common = read_common(*shared, findings_);
    const auto name = text_of(node, "templat");
    for (Procedure& p : all) {
      inherit(p, common);
      if (p.template_name.empty() && name) {
        p.template_name = name->value;
        p.template_where = name->where;
      }
    }
    return all;
  }

  std::vector<Procedure> include(const XmlNode& node) {
    const XmlAttribute* attribute = node.attribute("berkas");
    if (!attribute || findings_.full()) return {};
    const SourceSpan where = attribute->where;
    const std::string path = path_beside(files_.name(where.file), attribute->value);
    if (std::find(open_.begin(), open_.end(), clean(path)) != open_.end()) {
      findings_.error(where, "include-cycle",
                      {"Berkas " + in_quotes(path) + " menyertakan dirinya sendiri.", "The file " + in_quotes(path) + " includes itself."},
                      {{"Hapus <sertakan> ini.", "Remove this <sertakan>."}});
      return {};
    }
    if (open_.size() >= kMostIncludeDepth || included_ >= kMostIncludes) {
      findings_.error(where, "include-depth",
                      {"Terlalu banyak berkas yang saling menyertakan.", "Too many files include each other."},
                      {{"Sertakan SOP langsung dari satu himpunan.", "Include the SOPs from one compilation."}});
      return {};
    }
    ++included_;
    auto bytes = loader_ ? loader_(path) : std::nullopt;
    if (!bytes) {
      findings_.error(where, "include-missing",
                      {"Berkas " + in_quotes(path) + " tidak ada atau tidak dapat dibaca.", "The file " + in_quotes(path) + " is missing or cannot be read."},
                      {{"Periksa nama dan tempatnya, dilihat dari berkas ini.", "Check its name and place, as seen from this file."}},
                      Fault::surroundings);
      return {};
    }
    included_bytes_ += bytes->size();
    if (included_bytes_ > kMostIncludedBytes) {
      findings_.error(where, "include-depth",
                      {"Berkas-berkas yang disertakan terlalu besar seluruhnya.", "The files that are included are too big in all."},
                      {{"Bagilah himpunan ini menjadi beberapa.", "Divide this compilation into several."}});
      return {};
    }
    open_.push_back(clean(path));
    const int file = files_.add(path, std::move(*bytes));
    std::vector<Procedure> result;
    if (const auto root = parse_root(file)) {
      if (root->is("sop")) result.push_back(procedure(*root));
      else result = sheets(*root);
    }
    open_.pop_back();
    return result;
  }

  SourceFiles& files_;
  const FileLoader& loader_;
  Findings findings_;
  std::vector<std::string> open_;  // the files being read, outermost first
  std::size_t included_ = 0, included_bytes_ = 0;
};

}  // namespace

std::string path_beside(const std::string& name, const std::string& path) {
  if (!path.empty() && path[0] == '/') return path;
  const auto slash = name.rfind('/');
  return slash == std::string::npos ? path : name.substr(0, slash + 1) + path;
}

Outcome<Document> read_document(SourceFiles& files, std::string name, std::string bytes, const FileLoader& loader) {
  return DocumentReader(files, loader).read(std::move(name), std::move(bytes));
}

}  // namespace lembar::read
