// Lays out one flow table over as many pages as it needs: widths, heights, breaks and connectors, until they agree.
//
// They depend on each other: widths set heights, heights set breaks, breaks set which connectors a page holds, and
// connectors that find no room ask for a higher row or a wider lane. So the passes run again with what was asked for,
// at most kMostRounds times and no longer than that helps; usually the first round is the last. After some rounds pages
// that are clean stay as they are, only those that overflow become two. A table that is right but has lines hard by its
// rules, or words nearer to another line than to their own, is laid out a few times more with room for them, if that
// takes no more pages.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "layout/flow/page_router.h"
#include "layout/flow/row_pieces.h"
#include "layout/paginate.h"
#include "layout/table/measure.h"

namespace lembar::layout {

struct TableLayout {
  TableSpec spec;
  FlowGraph graph;
  MeasuredTable measured;
  std::vector<Unit> units;
  std::vector<TablePage> pages;  // only those with rows
  bool starts_on_fresh_page = false;
  bool tail_fits = true;         // notes and what else must follow stand on the last page
  Length lane_left;              // left edge of the first lane, relative to the table
  std::vector<std::string> reasons;
};

struct TableLayoutInput {
  const model::CheckedTable& checked;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  std::string id;
  Length width;       // of the table
  Length first_free;  // height that the table may use on the page where it stands; 0: it starts a fresh page
  Length page_free;   // on a fresh page
  Length title_height;  // above the heads, on the first page only
  Length tail;        // notes, signing block: on the page of the last row
  int pages_before = 0;  // of the document, for the width of page numbers
};

// Why no layout was found; the caller tries smaller text or tells the author.
struct TableFailure {
  enum class Kind { too_wide, row_too_high, no_route } kind = Kind::too_wide;
  Length needed;  // too_wide: the least width of the table
  int row = -1;   // row_too_high
  const model::Symbol *from = nullptr, *to = nullptr;  // no_route: the two that no line joins
};

struct TableResult {
  std::optional<TableLayout> layout;
  TableFailure failure;
};

// The widths that the first round starts with: what choosing a text size needs to know.
ColumnWidths first_column_widths(const TableLayoutInput& input);

// Whether a layout is wanted, asked as soon as its pages are settled: whether the tail fits and on which page it starts
// stays as it is then, and the pages will be no more. Most time goes into what comes after, how it looks.
enum class Wanted { no, as_it_is, improved };
using WantedSettled = std::function<Wanted(const TableLayout& settled)>;

// No layout where none was found, or the one that settled is not wanted.
TableResult lay_out_table(const TableLayoutInput& input, const WantedSettled& wanted);

}  // namespace lembar::layout
