// The pages of a sheet while they are being filled: where the next block goes, and what stands in the margins.
#pragma once

#include <string>

#include "layout/placed_sheet.h"
#include "style/sheet_style.h"
#include "text/shaper.h"

namespace lembar::layout {

class PageFiller {
 public:
  explicit PageFiller(PlacedSheet& sheet) : sheet_(sheet) {}

  void start_page(const style::SheetStyle& style, style::Part part, std::string role, std::string sop);
  bool has_page() const { return !sheet_.pages.empty(); }
  PlacedPage& page() { return sheet_.pages.back(); }
  int index() const { return static_cast<int>(sheet_.pages.size()) - 1; }

  // The room inside the margins.
  Rect body() const;
  Length y() const { return y_; }               // where the next block starts
  Length free() const { return body().bottom() - y_; }
  void advance(Length height) { y_ += height; }
  bool at_top() const { return y_ == body().top(); }

 private:
  PlacedSheet& sheet_;
  Length y_;
};

// What running heads and feet say of a procedure.
struct RunningWords {
  std::string title, number, revision, unit;
};

// `words` with its placeholders filled in: {title} {number} {revision} {unit} {page} {pages}.
std::string filled(std::string words, const RunningWords& values, int page, int pages);

// The same for a running head or foot, whose pieces stand apart by " · " or " | ": a piece all of whose values are
// missing is left out with its words.
std::string running_words(const std::string& pattern, const RunningWords& values, int page, int pages);

// Adds the running head and foot to pages first..last of the sheet, once all pages are known. The head stands on
// continuation pages only, unless the template wants it everywhere.
void place_running_lines(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, const RunningWords& words,
                         text::Shaper& shaper);

}  // namespace lembar::layout
