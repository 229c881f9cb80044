#include "job/compare/front_words.h"

#include <map>

#include "job/compare/difference.h"

namespace lembar::job {

using namespace model;

namespace {

struct Named {
  const char* key;
  Wording words;
};

Named name_of(IdentityKey key) {
  switch (key) {
    case IdentityKey::number: return {"nomor", {"nomor", "number"}};
    case IdentityKey::created: return {"tanggal-pembuatan", {"tanggal pembuatan", "date created"}};
    case IdentityKey::revised: return {"tanggal-revisi", {"tanggal revisi", "date revised"}};
    case IdentityKey::effective: return {"tanggal-efektif", {"tanggal efektif", "date effective"}};
    case IdentityKey::approved_by: return {"disahkan-oleh", {"disahkan oleh", "approved by"}};
    case IdentityKey::title: return {"nama-sop", {"nama SOP", "title"}};
    case IdentityKey::custom: break;
  }
  return {"isian", {"isian", "field"}};
}

Named name_of(BoxKind kind) {
  switch (kind) {
    case BoxKind::legal_basis: return {"dasar-hukum", {"dasar hukum", "legal basis"}};
    case BoxKind::qualifications: return {"kualifikasi-pelaksana", {"kualifikasi pelaksana", "qualifications"}};
    case BoxKind::related: return {"keterkaitan", {"keterkaitan", "related procedures"}};
    case BoxKind::equipment: return {"peralatan", {"peralatan", "equipment"}};
    case BoxKind::warnings: return {"peringatan", {"peringatan", "warnings"}};
    case BoxKind::records: return {"pencatatan", {"pencatatan", "records"}};
    case BoxKind::custom: break;
  }
  return {"kotak", {"kotak", "box"}};
}

const char* name_of(SigningMode mode) {
  switch (mode) {
    case SigningMode::wet: return "basah";
    case SigningMode::tte: return "tte";
    case SigningMode::blank: break;
  }
  return "kosong";
}

const char* name_of(Status status) {
  switch (status) {
    case Status::draft: return "konsep";
    case Status::in_force: return "berlaku";
    case Status::revoked: return "dicabut";
    case Status::copy: return "salinan";
    case Status::none: break;
  }
  return "";
}

Wording within(const Wording& whole, const Wording& part) { return {whole.id + ", " + part.id, whole.en + ", " + part.en}; }

class FrontReader {
 public:
  explicit FrontReader(const Procedure& procedure) : p_(procedure) {}

  FrontWords read() {
    settings();
    if (p_.cover) cover(*p_.cover);
    if (p_.letterhead) letterhead(*p_.letterhead);
    if (p_.identity) identity(*p_.identity);
    for (const Box& box : p_.boxes) add_box(box);
    if (p_.head) list(head_words(*p_.head));
    int n = 0;
    for (const SigningBlock& block : p_.signing_blocks) signer(block, ++n);
    history();
    return std::move(out_);
  }

 private:
  // Adds a slot; a key that is taken already gets a number.
  void slot(SheetPart part, const char* what, std::string key, const Wording& place, std::string words, int line,
            std::string style = {}, std::string role = {}, std::string field = {}) {
    const int n = ++keys_[key];
    if (n > 1) key += "/" + std::to_string(n);
    out_.slots.push_back({part, what, key, place, std::move(words), std::move(style), line, std::move(role), std::move(field)});
  }
  void label(SheetPart part, const std::string& key, const Wording& place, const Label& label, int line) {
    if (label) slot(part, "label", key + "/label", within(place, {"label", "label"}), *label, line, "label");
  }
  static void entry(ListSlot& list, std::string words, std::string style, int line) {
    list.entries.push_back({std::move(words), std::move(style), line});
  }
  void list(ListSlot list) {
    const int n = ++keys_[list.key];
    if (n > 1) list.key += "/" + std::to_string(n);
    out_.lists.push_back(std::move(list));
  }

  void settings() {
    const auto setting = [&](const char* key, const Wording& place, const std::string& value, int line) {
      if (!value.empty()) slot(SheetPart::setting, "setting", key, place, value, line);
    };
    setting("templat", {"templat", "template"}, p_.template_name, p_.template_where.line);
    setting("kertas", {"kertas", "paper"}, p_.paper, p_.paper_where.line);
    setting("pengesahan", {"pengesahan", "signing"}, p_.signing ? name_of(*p_.signing) : "", p_.where.line);
    setting("status", {"status", "status"}, name_of(p_.status), p_.where.line);
  }

  void cover(const Cover& cover) {
    ListSlot parts{SheetPart::cover, "line", "sampul", {"sampul", "cover"}, {"baris", "line"}, {}, "sampul"};
    for (const CoverPart& part : cover.parts)
      entry(parts, part.kind == CoverPart::Kind::image ? part.image : plain_text(part.runs),
            std::to_string(static_cast<int>(part.kind)) + std::to_string(static_cast<int>(part.side)) + style_of(part.runs),
            part.where.line);
    list(std::move(parts));
  }

  void letterhead(const Letterhead& kop) {
    const auto picture = [&](const char* key, const Wording& place, const std::string& words, int line) {
      slot(SheetPart::letterhead, "picture", std::string("kop/") + key, place, words, line, {}, "kop");
    };
    if (kop.logo) picture("logo", {"logo", "logo"}, kop.logo->value, kop.logo->where.line);
    if (kop.logo_right) picture("logo-kanan", {"logo kanan", "right logo"}, kop.logo_right->value, kop.logo_right->where.line);
    if (kop.logo_text) picture("logo-teks", {"teks logo", "logo text"}, *kop.logo_text, kop.where.line);
    ListSlot lines{SheetPart::letterhead, "line", "kop", {"kop", "letterhead"}, {"baris", "line"}, {}, "kop"};
    for (const LetterheadLine& line : kop.lines)
      entry(lines, plain_text(line.runs), std::to_string(static_cast<int>(line.role)) + (line.own_cell ? "+" : "-") + style_of(line.runs),
            line.where.line);
    list(std::move(lines));
  }

  void identity(const Identity& identity) {
    label(SheetPart::identity, "identitas", {"identitas", "identity"}, identity.label, identity.where.line);
    for (const IdentityField& field : identity.fields) {
      Named name = name_of(field.key);
      std::string key = name.key;
      if (field.key == IdentityKey::custom && field.label) {
        key += "/" + *field.label;
        name.words = {*field.label, *field.label};
      } else {
        label(SheetPart::identity, key, name.words, field.label, field.where.line);
      }
      if (field.official) {
        official(SheetPart::identity, key, name.words, *field.official, "identitas", key);
      } else {
        slot(SheetPart::identity, "field", key, name.words, plain_text(field.text), field.where.line, style_of(field.text), "identitas", key);
      }
    }
  }

  void official(SheetPart part, const std::string& key, const Wording& place, const Official& official, const char* role,
                const std::string& field) {
    const auto one = [&](const char* name, const Wording& words, const std::string& value, int line) {
      slot(part, "field", key + "/" + name, within(place, words), value, line, {}, role, field);
    };
    std::string positions;
    for (const Text& position : official.positions) positions += (positions.empty() ? "" : " / ") + position.value;
    const int line = official.where.line;
    if (!positions.empty()) one("jabatan", {"jabatan", "position"}, positions, official.positions.front().where.line);
    if (official.name) one("nama", {"nama", "name"}, official.name->value, official.name->where.line);
    if (official.rank) one("pangkat", {"pangkat", "rank"}, official.rank->value, official.rank->where.line);
    if (official.nip) one("nip", {"NIP", "NIP"}, official.nip->value, official.nip->where.line);
    if (official.nip_label) one("nip/label", {"label NIP", "NIP label"}, *official.nip_label, line);
    if (official.on_behalf_of) one("atas-nama", {"atas nama", "on behalf of"}, official.on_behalf_of->value, line);
    if (!official.manner.empty()) one("cara", {"cara", "manner"}, official.manner, line);
  }

  void add_box(const Box& box) {
    Named name = name_of(box.kind);
    std::string key = name.key;
    if (box.kind == BoxKind::custom && box.label) {
      key += "/" + *box.label;
      name.words = {*box.label, *box.label};
    } else {
      label(SheetPart::box, key, name.words, box.label, box.where.line);
    }
    ListSlot items{SheetPart::box, "item", key, name.words, {"butir", "item"}, {}, name.key};
    const std::string marker = box.text.marker ? std::to_string(static_cast<int>(*box.text.marker)) : "-";
    for (const Block& block : box.text.blocks)
      entry(items, plain_text(block.runs), marker + style_of(block), block.where.line);
    list(std::move(items));
  }

  void signer(const SigningBlock& block, int n) {
    const std::string key = "pengesah/" + std::to_string(n);
    const std::string number = n == 1 && p_.signing_blocks.size() == 1 ? "" : " " + std::to_string(n);
    const Wording place{"pengesah" + number, "signer" + number};
    const auto one = [&](const char* name, const Wording& words, const std::string& value, int line, std::string style = {}) {
      slot(SheetPart::signer, "field", key + "/" + name, within(place, words), value, line, std::move(style), "pengesah");
    };
    if (block.place) one("tempat", {"tempat", "place"}, block.place->value, block.place->where.line);
    if (block.date) one("tanggal", {"tanggal", "date"}, block.date->printed, block.date->where.line);
    if (block.opening) one("pembuka", {"pembuka", "opening"}, plain_text(*block.opening), block.opening->where.line, style_of(*block.opening));
    if (block.side_given)
      one("letak", {"letak", "side"}, block.side == Side::left ? "kiri" : block.side == Side::right ? "kanan" : "tengah", block.where.line);
    official(SheetPart::signer, key, place, block.official, "pengesah", "");
  }

  void history() {
    label(SheetPart::history, "riwayat", {"riwayat", "history"}, p_.history_label, p_.where.line);
    ListSlot entries{SheetPart::history, "entry", "riwayat", {"riwayat", "history"}, {"revisi", "revision"}, {}, "riwayat"};
    for (const Revision& revision : p_.history) {
      std::string words = revision.number;
      for (const std::string& more : {revision.date.printed, revision.by, plain_text(revision.text)})
        if (!more.empty()) words += (words.empty() ? "" : " · ") + more;
      entry(entries, words, style_of(revision.text), revision.where.line);
    }
    list(std::move(entries));
  }

  const Procedure& p_;
  FrontWords out_;
  std::map<std::string, int> keys_;
};

}  // namespace

ListSlot head_words(const Head& head) {
  ListSlot columns{SheetPart::head, "column", "kepala", {"kepala tabel", "table heads"}, {"kolom", "column"}, {}, "kepala"};
  if (head.number_row) columns.entries.push_back({"baris nomor: " + *head.number_row, "", head.where.line});
  for (const HeadGroup& group : head.groups) {
    for (const HeadColumn& column : group.columns) {
      std::string words = group.name.empty() ? "" : group.name + " / ";
      words += column.words ? plain_text(*column.words) : column.label.value_or(column.content);
      columns.entries.push_back({words, column.content + "," + (column.label ? *column.label + "+" : "-") +
                                            (column.words ? style_of(*column.words) : ""), column.where.line});
    }
  }
  return columns;
}

FrontWords front_words(const Procedure& procedure) { return FrontReader(procedure).read(); }

}  // namespace lembar::job
