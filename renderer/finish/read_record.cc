#include "finish/read_record.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <exception>
#include <set>
#include <string_view>

#include "finish/open_pdf.h"
#include "finish/record_mark.h"
#include "finish/signature_digest.h"
#include "finish/unpack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

constexpr int kDeepestField = 32;

class RecordReader {
 public:
  RecordReader(QPDF& pdf, const std::string& bytes) : pdf_(pdf), bytes_(bytes) {}

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
      const std::string own = words_of(field.getKey("/T"));
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
    out.signer = words_of(value.getKey("/Name"));
    out.time = words_of(value.getKey("/M"));
    cover(value, out);
    return out;
  }

  // Two stretches, from the file's first byte on, with a gap for the signature between them.
  void cover(Object value, RecordSignature& out) const {
    Object range = value.getKey("/ByteRange");
    if (!range.isArray() || range.getArrayNItems() != 4) return;
    unsigned long long part[4];
    for (int i = 0; i < 4; ++i) {
      Object number = range.getArrayItem(i);
      if (!number.isInteger() || number.getIntValue() < 0) return;
      part[i] = static_cast<unsigned long long>(number.getIntValue());
      if (part[i] > bytes_.size()) return;
    }
    const bool sound = part[0] == 0 && part[1] > 0 && part[1] < part[2] && part[2] + part[3] <= bytes_.size();
    if (!sound) return;
    out.covered = static_cast<std::size_t>(part[2] + part[3]);
    const std::string_view all = bytes_;
    Object cms = value.getKey("/Contents");
    if (cms.isString()) out.fit = signature_fit(all.substr(0, part[1]), all.substr(part[2], part[3]), cms.getStringValue());
  }

  QPDF& pdf_;
  const std::string& bytes_;
  std::size_t left_ = kMostUnpacked;
  std::set<QPDFObjGen> fields_met_;
  Record record_;
};

}  // namespace

Outcome<Record> read_record(const std::string& name, const std::string& bytes) {
  return open_pdf<Record>(name, bytes, [&](QPDF& pdf) { return RecordReader(pdf, bytes).read(); });
}

}  // namespace lembar::finish
