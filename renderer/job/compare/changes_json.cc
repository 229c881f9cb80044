#include "base/json.h"
#include "lembar/compare.h"

namespace lembar {

namespace {

const char* name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::moved: return "moved";
    case ChangeKind::renumbered: return "renumbered";
    case ChangeKind::changed: break;
  }
  return "changed";
}

const char* name_of(SheetPart part) {
  switch (part) {
    case SheetPart::sheet: return "sheet";
    case SheetPart::setting: return "setting";
    case SheetPart::cover: return "cover";
    case SheetPart::letterhead: return "letterhead";
    case SheetPart::identity: return "identity";
    case SheetPart::box: return "box";
    case SheetPart::lanes: return "lanes";
    case SheetPart::head: return "head";
    case SheetPart::flow: return "flow";
    case SheetPart::signer: return "signer";
    case SheetPart::history: break;
  }
  return "history";
}

const char* name_of(WordPiece::Kind kind) {
  return kind == WordPiece::Kind::kept ? "kept" : kind == WordPiece::Kind::removed ? "removed" : "added";
}

void add(JsonWriter& out, const char* key, const std::string& text) {
  if (!text.empty()) out.member(key, text);
}

void add(JsonWriter& out, const Change& change) {
  out.line().begin_object();
  add(out, "sheet", change.sheet);
  out.member("part", name_of(change.part)).member("what", change.what).member("key", change.key).member("kind", name_of(change.kind));
  add(out, "aspect", change.aspect);
  out.key("place").begin_object().member("id", change.place.id).member("en", change.place.en).end_object();
  if (change.kind != ChangeKind::added) out.member("before", change.before);
  if (change.kind != ChangeKind::removed) out.member("after", change.after);
  if (!change.words.empty()) {
    out.key("words").begin_array();
    for (const WordPiece& piece : change.words) out.begin_object().member(name_of(piece.kind), piece.words).end_object();
    out.end_array();
  }
  if (change.old_line > 0) out.member("oldLine", change.old_line);
  if (change.new_line > 0) out.member("newLine", change.new_line);
  out.end_object();
}

}  // namespace

std::string changes_json(const Comparison& comparison, const std::string& before, const std::string& after) {
  JsonWriter out;
  out.begin_object().member("version", 1).member("old", before).member("new", after).member("count", comparison.changes.size());
  out.line().key("changes").begin_array();
  for (const Change& change : comparison.changes) add(out, change);
  out.end_array().end_object();
  return out.take();
}

}  // namespace lembar
