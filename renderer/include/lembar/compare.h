// What changed between two sheets: fields, items of lists, lanes, steps, symbols and connectors.
//
// What is told is what a reader of the sheet would see. Names that are never printed (ids), comments and the layout of
// the XML are no changes; a connector that nobody wrote and that follows from the order of the steps is none either.
#pragma once

#include <string>
#include <vector>

#include "lembar/diagnostic.h"
#include "lembar/render.h"

namespace lembar {

enum class ChangeKind { added, removed, changed, moved, renumbered };

// Which part of the sheet a change stands in; they are told in this order.
enum class SheetPart { sheet, setting, cover, letterhead, identity, box, lanes, head, flow, signer, history };

// A stretch of words of a changed text.
struct WordPiece {
  enum class Kind { kept, removed, added } kind = Kind::kept;
  std::string words;
};

struct Change {
  ChangeKind kind = ChangeKind::changed;
  SheetPart part = SheetPart::flow;
  std::string sheet;   // the title of its sheet, in a compilation; else empty
  std::string what;    // field item lane group step section total cell symbol connector text label setting …
  std::string key;     // which one, by the names of the file: nomor, dasar-hukum/2, periksa/uraian
  std::string aspect;  // of what changed of it: words style lane shape number target …
  Wording place;       // the same for people: "langkah 3, uraian"
  std::string before, after;     // words as printed; empty where there are none
  std::vector<WordPiece> words;  // of texts with something in common
  int old_line = 0, new_line = 0;  // in their files; 0: not there
};

struct Comparison {
  std::vector<Change> changes;
  std::vector<Diagnostic> diagnostics;  // with errors, `changes` is empty and means nothing

  bool same() const { return changes.empty(); }
};

// Neither may have errors: what cannot be drawn cannot be compared.
Comparison compare(const Source& before, const Source& after);

// The changes as lines of text; words taken out stand as [-so-], words put in as {+so+}. A line says how many there are.
Wording changes_text(const Comparison& comparison);
// The same for programs: docs/changes-json.md.
std::string changes_json(const Comparison& comparison, const std::string& before, const std::string& after);

}  // namespace lembar
