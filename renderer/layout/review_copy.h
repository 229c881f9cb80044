// A laid out sheet as a review copy: bars in the margin beside what changed, a line on each page that says what it is,
// and the list of changes behind it. The sheet itself stands as it stood; nobody signs here.
#pragma once

#include <string>
#include <vector>

#include "layout/front/front.h"

namespace lembar::layout {

// Where a bar goes. Rows of a table by the start of their cells' ids ("t1.3."); anything else by the role of its
// cells, and of those the lines that say `words`, or all of them where no line does.
struct ChangedPlace {
  std::string sop;    // PlacedPage::sop
  std::string cells;  // start of the ids; empty: by role
  std::string role;
  std::string words;
  bool first_page_only = false;
  // Something that stood above (or below) these cells is gone: a stroke across the margin instead of a bar.
  enum class Gone { no, above, below } gone = Gone::no;
};

struct ListedChange {
  model::RichText place, before, after;
};

struct ReviewCopy {
  std::vector<ChangedPlace> places;
  std::string note;                  // on each page
  std::string title;                 // of the list
  std::vector<std::string> heads;    // number, place, before, after
  std::vector<ListedChange> list;    // empty: none is printed
};

// `input` names the sheet; pages are added in its style.
void make_review_copy(const FrontInput& input, const ReviewCopy& copy);

}  // namespace lembar::layout
