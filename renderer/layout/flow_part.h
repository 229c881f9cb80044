// The flow part of one procedure: its tables one after the other, each with its title, heads, rows and notes.
#pragma once

#include <optional>
#include <vector>

#include "base/outcome.h"
#include "layout/flow/place_table.h"
#include "layout/pages.h"
#include "model/checked_document.h"

namespace lembar::layout {

struct FlowPartInput {
  const model::CheckedProcedure& procedure;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  const SourceFiles& files;
  std::string sop;       // PlacedPage::sop of the pages it starts
  Length closing;        // height of what must follow the last table on its page: signing blocks
  Length closing_tight;  // the same where they stand closer
  bool may_join_page = false;   // the first table may stand below what is on the current page, if all of it fits there
  bool may_break_there = false;  // and even if only a part of it does
};

struct FlowPartResult {
  std::vector<Diagnostic> diagnostics;
  std::vector<OffpageMark> marks;
  std::vector<Bookmark> bookmarks;
  std::vector<std::string> explanations;
  bool tight = false;  // the last page has room for `closing_tight` only
};

FlowPartResult place_flow_part(const FlowPartInput& input, PlacedSheet& sheet, PageFiller& pages);

}  // namespace lembar::layout
