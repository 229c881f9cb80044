#include "finish/read_record.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <algorithm>
#include <exception>
#include <new>
#include <set>

#include "finish/record_mark.h"
#include "finish/unpack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

// Far above any sheet, far below what a machine has.
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;
constexpr int kDeepestField = 32;

std::string words(Object object) { return object.isString() ? object.getUTF8Value() : std::string(); }

Diagnostic no_pdf(const std::string& name) {
  return {Severity::error, Fault::input, "pdf-not", {name, 0, 0, 1, {}},
          {"Ini bukan berkas PDF.", "This is no PDF file."},
          {{"Berikan PDF yang dibuat oleh lembar render.", "Give a PDF that lembar render has made."}}};
}

Diagnostic broken_pdf(const std::string& name, const std::string& why) {
  return {Severity::error, Fault::input, "pdf-broken", {name, 0, 0, 1, {}},
          {"PDF ini rusak dan tidak dapat dibaca: " + why + ".", "This PDF is broken and cannot be read: " + why + "."},
          {{"Ambil salinan yang utuh.", "Take a whole copy of it."}}};
}

class Reader {
 public:
  explicit Reader(QPDF& pdf, std::size_t size) : pdf_(pdf), size_(size) {}

  Record read() {
    record_.pages = page_count();
    record_.ours = read_mark(pdf_, record_);
    read_files();
    Object form = pdf_.getRoot().getKey("/AcroForm");
    if (form.isDictionary()) read_fields(form.getKey("/Fields"), "", Object::newNull(), 0);
    return std::move(record_);
  }

 private:
  // What the page tree says of itself, for a walk through a stranger's tree may not end well.
  int page_count() {
    try {
      return static_cast<int>(pdf_.getAllPages().size());
    } catch (const std::exception&) {
      return 0;
    }
  }

  void read_files() {
    std::vector<RecordFile> known = std::move(record_.files);
    record_.files.clear();
    auto attached = QPDFEmbeddedFileDocumentHelper(pdf_).getEmbeddedFiles();
    for (RecordFile& file : known) {
      const auto found = attached.find(file.name);
      if (found == attached.end()) continue;
      keep(file, *found->second);
      attached.erase(found);
    }
    for (const auto& [name, spec] : attached) {
      RecordFile file;
      file.name = name;
      keep(file, *spec);
    }
  }

  void keep(RecordFile& file, QPDFFileSpecObjectHelper& spec) {
    QPDFEFStreamObjectHelper stream(spec.getEmbeddedFileStream());
    auto bytes = unpacked(stream.getObjectHandle(), left_);
    if (!bytes) return;
    left_ -= bytes->size();
    file.bytes = std::move(*bytes);
    file.media_type = stream.getSubtype();
    file.description = spec.getDescription();
    Object relation = spec.getObjectHandle().getKey("/AFRelationship");
    if (relation.isName()) file.relationship = relation.getName().substr(1);
    record_.files.push_back(std::move(file));
  }

  // Fields form a tree; each may be met once only.
  void read_fields(Object fields, const std::string& above, Object inherited_kind, int depth) {
    if (!fields.isArray() || depth > kDeepestField) return;
    for (int i = 0; i < fields.getArrayNItems(); ++i) {
      Object field = fields.getArrayItem(i);
      if (!field.isDictionary()) continue;
      if (field.isIndirect() && !fields_met_.insert(field.getObjGen()).second) continue;
      const std::string own = words(field.getKey("/T"));
      const std::string name = above.empty() ? own : own.empty() ? above : above + "." + own;
      Object kind = field.hasKey("/FT") ? field.getKey("/FT") : inherited_kind;
      Object kids = field.getKey("/Kids");
      const bool parent = kids.isArray() && kids.getArrayNItems() > 0 && kids.getArrayItem(0).isDictionary() &&
                          kids.getArrayItem(0).hasKey("/T");
      if (parent) {
        read_fields(kids, name, kind, depth + 1);
      } else if (kind.isNameAndEquals("/Sig")) {
        record_.signatures.push_back(signature(name, field.getKey("/V")));
      }
    }
  }

  RecordSignature signature(const std::string& field, Object value) const {
    RecordSignature out;
    out.field = field;
    out.is_signed = value.isDictionary();
    if (!out.is_signed) return out;
    out.signer = words(value.getKey("/Name"));
    out.time = words(value.getKey("/M"));
    out.covered = covered_by(value.getKey("/ByteRange"));
    return out;
  }

  // Two stretches, from the file's first byte on, with a gap for the signature between them.
  std::size_t covered_by(Object range) const {
    if (!range.isArray() || range.getArrayNItems() != 4) return 0;
    unsigned long long part[4];
    for (int i = 0; i < 4; ++i) {
      Object number = range.getArrayItem(i);
      if (!number.isInteger() || number.getIntValue() < 0) return 0;
      part[i] = static_cast<unsigned long long>(number.getIntValue());
      if (part[i] > size_) return 0;
    }
    const bool sound = part[0] == 0 && part[1] > 0 && part[1] < part[2] && part[2] + part[3] <= size_;
    return sound ? static_cast<std::size_t>(part[2] + part[3]) : 0;
  }

  QPDF& pdf_;
  std::size_t size_;
  std::size_t left_ = kMostUnpacked;
  std::set<QPDFObjGen> fields_met_;
  Record record_;
};

}  // namespace

Outcome<Record> read_record(const std::string& name, const std::string& bytes) {
  // Some programs write a few bytes before the head; readers look for it in the first kilobyte.
  if (bytes.substr(0, 1024).find("%PDF-") == std::string::npos) return {std::nullopt, {no_pdf(name)}};
  try {
    if (!is_safe_to_open(bytes, kMostUnpacked)) return {std::nullopt, {broken_pdf(name, "it unpacks to too much data")}};
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("pdf", bytes.data(), bytes.size());
    return {Reader(pdf, bytes.size()).read(), {}};
  } catch (const std::bad_alloc&) {
    throw;  // the machine's, not the file's; the job's edge tells of it
  } catch (const std::exception& fault) {
    return {std::nullopt, {broken_pdf(name, fault.what())}};
  }
}

}  // namespace lembar::finish
