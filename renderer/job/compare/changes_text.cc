#include "job/compare/changes_text.h"

#include <optional>

namespace lembar {

namespace job {

Wording part_name(SheetPart part) {
  switch (part) {
    case SheetPart::sheet: return {"Lembar", "Sheets"};
    case SheetPart::setting: return {"Setelan", "Settings"};
    case SheetPart::cover: return {"Sampul", "Cover"};
    case SheetPart::letterhead: return {"Kop", "Letterhead"};
    case SheetPart::identity: return {"Identitas", "Identity"};
    case SheetPart::box: return {"Kotak", "Boxes"};
    case SheetPart::lanes: return {"Pelaksana", "Lanes"};
    case SheetPart::head: return {"Kepala tabel", "Table heads"};
    case SheetPart::flow: return {"Prosedur", "Procedure"};
    case SheetPart::signer: return {"Pengesah", "Signers"};
    case SheetPart::history: break;
  }
  return {"Riwayat", "History"};
}

namespace {

std::optional<long> whole_number(const std::string& text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stol(text);
}

struct Shift {
  long first = 0, last = 0, by = 0;  // new numbers
};

std::optional<Shift> shift_of(const Change& change) {
  if (change.kind != ChangeKind::renumbered) return std::nullopt;
  const auto was = whole_number(change.before), is = whole_number(change.after);
  if (!was || !is) return std::nullopt;
  return Shift{*is, *is, *is - *was};
}

Change joined(const Change& first, const Shift& shift) {
  Change out = first;
  const auto range = [](long from, long to) { return std::to_string(from) + "-" + std::to_string(to); };
  out.after = range(shift.first, shift.last);
  out.before = range(shift.first - shift.by, shift.last - shift.by);
  out.place = {"langkah " + out.after, "steps " + out.after};
  return out;
}

}  // namespace

// A run of renumbered steps may be broken by other changes of the same steps; they are told behind it.
std::vector<Change> with_joined_numbers(const std::vector<Change>& changes) {
  std::vector<Change> out, between;
  std::size_t i = 0;
  while (i < changes.size()) {
    auto shift = shift_of(changes[i]);
    if (!shift) {
      out.push_back(changes[i++]);
      continue;
    }
    const Change& first = changes[i++];
    between.clear();
    for (std::size_t j = i; j < changes.size(); ++j) {
      const auto next = shift_of(changes[j]);
      if (changes[j].part != first.part || changes[j].sheet != first.sheet) break;
      if (!next) {
        const bool of_a_step = changes[j].kind == ChangeKind::changed && changes[j].what != "section";
        if (!of_a_step) break;
        continue;
      }
      if (next->by != shift->by || next->first != shift->last + 1) break;
      shift->last = next->first;
      for (; i < j; ++i) between.push_back(changes[i]);
      ++i;
    }
    out.push_back(shift->first == shift->last ? first : joined(first, *shift));
    out.insert(out.end(), between.begin(), between.end());
  }
  return out;
}

std::string marked_words(const std::vector<WordPiece>& pieces) {
  std::string out;
  for (const WordPiece& piece : pieces) {
    if (!out.empty()) out += ' ';
    switch (piece.kind) {
      case WordPiece::Kind::kept: out += piece.words; break;
      case WordPiece::Kind::removed: out += "[-" + piece.words + "-]"; break;
      case WordPiece::Kind::added: out += "{+" + piece.words + "+}"; break;
    }
  }
  return out;
}

bool has_old_number(const Change& change) {
  return change.what == "step" || change.what == "item" || change.what == "line" || change.what == "symbol";
}

Wording aspect_name(const Change& change) {
  if (change.aspect == "target") return {"menuju", "leads to"};
  if (change.aspect == "label" && change.what == "connector") return {"label", "label"};
  if (change.aspect == "line") return {"garis", "line"};
  if (change.aspect == "group") return {"kelompok", "group"};
  if (change.aspect == "span") return {"gabung", "merged rows"};
  return {};
}

}  // namespace job

namespace {

constexpr const char* kArrow = " → ";

std::string quoted(const std::string& words) { return words.empty() ? "-" : words; }

class Lines {
 public:
  explicit Lines(bool indonesian) : indonesian_(indonesian) {}

  std::string of(const std::vector<Change>& changes) {
    std::string out, sheet;
    std::optional<SheetPart> part;
    for (const Change& change : job::with_joined_numbers(changes)) {
      const bool other_sheet = change.part != SheetPart::sheet && change.sheet != sheet;
      if (other_sheet) {
        sheet = change.sheet;
        out += "== " + sheet + "\n";
      }
      if (other_sheet || part != change.part) out += in(job::part_name(change.part)) + "\n";
      part = change.part;
      out += "  " + line(change) + "\n";
    }
    const std::string n = std::to_string(changes.size());
    if (changes.empty()) return indonesian_ ? "Tidak ada perubahan.\n" : "No changes.\n";
    return out + (indonesian_ ? n + " perubahan.\n" : n + (changes.size() == 1 ? " change.\n" : " changes.\n"));
  }

 private:
  const std::string& in(const Wording& words) const { return indonesian_ ? words.id : words.en; }

  std::string line(const Change& change) const {
    const std::string& place = in(change.place);
    switch (change.kind) {
      case ChangeKind::added: return "+ " + place + with(change.after);
      case ChangeKind::removed: return "- " + place + old_place(change) + with(change.before);
      case ChangeKind::moved: return "> " + place + " " + moved(change);
      case ChangeKind::renumbered: return "# " + place + (indonesian_ ? " (dahulu " : " (was ") + quoted(change.before) + ")";
      case ChangeKind::changed: break;
    }
    std::string aspect = in(job::aspect_name(change));
    if (!aspect.empty()) aspect = ", " + aspect;
    return "~ " + place + aspect + ": " + detail(change);
  }

  std::string old_place(const Change& change) const { return !job::has_old_number(change) ? "" : indonesian_ ? " (lama)" : " (old)"; }

  static std::string with(const std::string& words) { return words.empty() ? "" : ": " + words; }

  std::string moved(const Change& change) const {
    if (change.before.empty()) return indonesian_ ? "(urutannya berubah)" : "(in another order)";
    const std::string was = indonesian_ ? "dahulu " : "was ";
    return (indonesian_ ? "(dipindahkan, " : "(moved, ") + was + change.before + ")";
  }

  std::string detail(const Change& change) const {
    if (change.aspect == "style")
      return (indonesian_ ? "kata sama, gaya lain: " : "same words in another style: ") + quoted(change.after);
    if (!change.words.empty()) return job::marked_words(change.words);
    return quoted(change.before) + kArrow + quoted(change.after);
  }

  bool indonesian_;
};

}  // namespace

Wording changes_text(const Comparison& comparison) { return {Lines(true).of(comparison.changes), Lines(false).of(comparison.changes)}; }

}  // namespace lembar
