// A change together with where it shows on the new sheet.
#pragma once

#include <string>
#include <vector>

#include "lembar/compare.h"
#include "model/checked_document.h"

namespace lembar::job {

struct Mark {
  int sheet = -1;      // index of the procedure in the new document; -1: it shows nowhere
  int table = -1;      // index of its flow table; -1: it stands in none
  int row = -1;        // index of the row there; -1: of no row
  std::string role;    // of the cell, as the layout names it: uraian, lajur, dasar-hukum …; empty: the whole row
  std::string field;   // of an identity: nomor, disahkan-oleh …
  int block = -1;      // of the text there, counted from 0; -1: all of it
  bool gap = false;    // something that stood before this row, or next to the text `beside`, is gone
  bool after = false;  // it stood after that text
  std::string beside;  // of an entry of a list that is gone: what it stood next to
};

struct Difference {
  Change change;
  Mark mark;
};
using Differences = std::vector<Difference>;

// All differences of two documents, in the order of the parts of the new one.
Differences find_differences(const model::CheckedDocument& before, const model::CheckedDocument& after);

// Parts of it. `sheet` is the index of the new procedure.
Differences compare_front(const model::Procedure& before, const model::Procedure& after, int sheet);
Differences compare_flow(const model::CheckedProcedure& before, const model::CheckedProcedure& after, int sheet);

// A change of the words of one thing; nothing where both are the same in words and style.
void add_text_change(Differences& out, const Change& about, const Mark& mark, const std::string& style_before,
                     const std::string& style_after);

// What of a text's style is printed: bold, lists, numbers given. Texts of equal words and styles print alike.
std::string style_of(const model::RichText& text);
std::string style_of(const std::vector<model::TextRun>& runs);
// Block by block, for lists.
std::string style_of(const model::Block& block);

}  // namespace lembar::job
