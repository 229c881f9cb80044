// Bookmarks of a flow table: its sections, and its steps with number and words, each where it first stands.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/placed_sheet.h"
#include "model/checked_document.h"

namespace lembar::layout {

class FlowBookmarks {
 public:
  // Steps stand at `level`; below a section one deeper.
  FlowBookmarks(const model::CheckedTable& table, int level);

  // The rows of `page` from index `first` on, in their order.
  void add(const PlacedPage& page, std::size_t first, std::vector<Bookmark>& bookmarks);

 private:
  const model::CheckedTable& table_;
  int level_;
  std::size_t next_ = 0;  // row of the table that has no bookmark yet
  bool in_section_ = false;
};

}  // namespace lembar::layout
