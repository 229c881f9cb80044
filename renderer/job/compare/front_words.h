// All that a sheet says outside its flow tables, as a flat list of named texts: what compare_front compares.
#pragma once

#include <string>
#include <vector>

#include "lembar/compare.h"
#include "model/document.h"

namespace lembar::job {

// A text of its own: a field, a setting, a label.
struct Slot {
  SheetPart part = SheetPart::identity;
  std::string what;  // field, setting, label, picture
  std::string key;   // unique in the sheet
  Wording place;
  std::string words, style;
  int line = 0;
  std::string role, field;  // as in Mark
};

// A text that is one of a list: an item of a box, a line of the letterhead.
struct ListEntry {
  std::string words, style;
  int line = 0;
};

struct ListSlot {
  SheetPart part = SheetPart::box;
  std::string what;  // item, line, column, note …
  std::string key;
  Wording place, one;  // of the list; of one of its entries, before its number
  std::vector<ListEntry> entries;
  std::string role;
};

struct FrontWords {
  std::vector<Slot> slots;
  std::vector<ListSlot> lists;
};

// The columns of a table's head, and its row of numbers.
ListSlot head_words(const model::Head& head);

FrontWords front_words(const model::Procedure& procedure);

}  // namespace lembar::job
