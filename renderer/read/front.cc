// What stands before and after the flow: cover, letterhead, identity, boxes, signers, history.
#include <utility>

#include "read/dates.h"
#include "read/parts.h"
#include "read/text.h"

namespace lembar::read {

using namespace model;

namespace {

std::optional<Side> side_of(const XmlNode& node) {
  const std::string value = words_of(node, "letak");
  if (value == "kiri") return Side::left;
  if (value == "kanan") return Side::right;
  if (value == "tengah") return Side::center;
  return std::nullopt;
}

// A path is taken as it stands: a file's name may well hold two spaces.
std::optional<Text> path_of(const XmlNode& node, std::string_view attribute) {
  const XmlAttribute* found = node.attribute(attribute);
  if (!found) return std::nullopt;
  return Text{found->value, found->where};
}

// The plain words of an element that has no styles of its own. A forced break parts them as lines.
std::vector<Text> lines_of(const XmlNode& node) {
  std::vector<Text> lines(1, Text{{}, node.where});
  for (const TextRun& run : read_runs(node)) {
    if (run.line_break) lines.push_back({{}, node.where});
    else lines.back().value += run.text;
  }
  return lines;
}

Text words_in(const XmlNode& node) { return {plain_text(read_runs(node)), node.where}; }

Official read_official(const XmlNode& node) {
  Official official;
  official.where = node.where;
  official.on_behalf_of = text_of(node, "atas-nama");
  official.manner = words_of(node, "cara");
  for (const XmlNode& child : node.children) {
    if (child.is("jabatan")) {
      for (Text& line : lines_of(child)) official.positions.push_back(std::move(line));
    } else if (child.is("nama")) {
      official.name = words_in(child);
    } else if (child.is("pangkat")) {
      official.rank = words_in(child);
    } else if (child.is("nip")) {
      official.nip = words_in(child);
      official.nip_label = value_of(child, "label");
      if (official.nip_label && !official.nip_label->empty()) *official.nip_label += ' ';
    }
  }
  return official;
}

std::optional<IdentityKey> identity_key_of(std::string_view name) {
  static const std::pair<const char*, IdentityKey> kKeys[] = {
      {"nomor", IdentityKey::number},           {"tanggal-pembuatan", IdentityKey::created},
      {"tanggal-revisi", IdentityKey::revised}, {"tanggal-efektif", IdentityKey::effective},
      {"disahkan-oleh", IdentityKey::approved_by}, {"nama-sop", IdentityKey::title},
      {"isian", IdentityKey::custom}};
  for (const auto& [known, key] : kKeys)
    if (name == known) return key;
  return std::nullopt;
}

bool is_date(IdentityKey key) {
  return key == IdentityKey::created || key == IdentityKey::revised || key == IdentityKey::effective;
}

}  // namespace

Cover read_cover(const XmlNode& node) {
  using Kind = CoverPart::Kind;
  static const std::pair<const char*, Kind> kKinds[] = {{"judul", Kind::title},   {"subjudul", Kind::subtitle},
                                                        {"slogan", Kind::slogan}, {"gambar", Kind::image},
                                                        {"instansi", Kind::office}, {"tahun", Kind::year}};
  Cover cover;
  cover.where = node.where;
  for (const XmlNode& child : node.children) {
    for (const auto& [name, kind] : kKinds) {
      if (!child.is(name)) continue;
      CoverPart part;
      part.kind = kind;
      part.where = child.where;
      part.side = side_of(child).value_or(Side::center);
      if (kind == Kind::image) {
        if (const auto path = path_of(child, "berkas")) part.image = path->value;
      } else {
        part.runs = read_runs(child);
      }
      cover.parts.push_back(std::move(part));
    }
  }
  return cover;
}

Letterhead read_letterhead(const XmlNode& node) {
  static const std::pair<const char*, LetterheadRole> kRoles[] = {
      {"pemda", LetterheadRole::government}, {"induk", LetterheadRole::parent},   {"unit", LetterheadRole::unit},
      {"subunit", LetterheadRole::subunit},  {"alamat", LetterheadRole::address}, {"kontak", LetterheadRole::contact}};
  Letterhead letterhead;
  letterhead.where = node.where;
  letterhead.logo = path_of(node, "logo");
  letterhead.logo_right = path_of(node, "logo-kanan");
  letterhead.logo_text = value_of(node, "logo-teks");
  for (const XmlNode& child : node.children) {
    if (!child.is("baris")) continue;
    LetterheadLine line;
    line.where = child.where;
    line.runs = read_runs(child);
    line.own_cell = words_of(child, "sel") == "sendiri";
    for (const auto& [name, role] : kRoles)
      if (words_of(child, "peran") == name) line.role = role;
    letterhead.lines.push_back(std::move(line));
  }
  return letterhead;
}

Identity read_identity(const XmlNode& node, Findings& findings) {
  Identity identity;
  identity.where = node.where;
  identity.label = value_of(node, "label");
  for (const XmlNode& child : node.children) {
    const auto key = identity_key_of(child.name);
    if (!key) continue;
    IdentityField field;
    field.key = *key;
    field.where = child.where;
    field.label = value_of(child, "label");
    if (*key == IdentityKey::approved_by) {
      field.official = read_official(child);
      field.official->label = field.label;
    } else if (is_date(*key)) {
      const Text written = words_in(child);
      if (looks_iso(written.value) && !is_possible_date(written.value)) {
        SourceSpan where = child.where;
        for (const XmlNode& inner : child.children)
          if (inner.is_text()) where = inner.where;
        impossible_date(written.value, where, findings);
      }
      field.date = make_date(written.value, words_of(child, "iso"), child.where);
      // The same words with the author's styles, for a date that is printed as it stands.
      field.text = field.date->printed == written.value ? read_rich_text(child) : rich_text_of(field.date->printed, child.where);
    } else {
      field.text = read_rich_text(child);
    }
    identity.fields.push_back(std::move(field));
  }
  return identity;
}

std::optional<Box> read_box(const XmlNode& node) {
  static const std::pair<const char*, BoxKind> kKinds[] = {
      {"dasar-hukum", BoxKind::legal_basis}, {"kualifikasi-pelaksana", BoxKind::qualifications},
      {"keterkaitan", BoxKind::related},     {"peralatan", BoxKind::equipment},
      {"peringatan", BoxKind::warnings},     {"pencatatan", BoxKind::records},
      {"kotak", BoxKind::custom}};
  for (const auto& [name, kind] : kKinds)
    if (node.is(name)) return Box{kind, value_of(node, "label"), read_rich_text(node), node.where};
  return std::nullopt;
}

SigningBlock read_signing_block(const XmlNode& node) {
  SigningBlock block;
  block.where = node.where;
  block.official = read_official(node);
  const auto side = side_of(node);
  block.side_given = side.has_value();
  block.side = side.value_or(Side::right);
  block.place = text_of(node, "tempat");
  if (const auto date = text_of(node, "tanggal")) block.date = make_date(date->value, words_of(node, "iso"), date->where);
  if (const XmlNode* opening = node.child("pembuka")) block.opening = read_rich_text(*opening);
  return block;
}

std::vector<Revision> read_history(const XmlNode& node) {
  std::vector<Revision> history;
  for (const XmlNode& child : node.children) {
    if (!child.is("revisi")) continue;
    Revision revision;
    revision.where = child.where;
    revision.number = words_of(child, "nomor");
    const auto date = text_of(child, "tanggal");
    revision.date = make_date(words_of(child, "tanggal"), words_of(child, "iso"), date ? date->where : child.where);
    revision.by = words_of(child, "oleh");
    revision.text = read_rich_text(child);
    history.push_back(std::move(revision));
  }
  return history;
}

}  // namespace lembar::read
