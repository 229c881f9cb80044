// Chooses where a flow table breaks into pages.
//
// Words: a unit is a row, or a piece of a row taller than a page. A page is a run of units. A break cuts the
// connectors that pass it; it parts a decision when both its branches lead beyond it.
//
// Method: dynamic programming over the whole table. The cost of a page depends on its first and last unit only, so
// the cheapest way to end a page after unit j is the cheapest over all first units i that fit with it. Costs, in
// parts of which a cut connector is 400: the table in paginate.cc. Blank space costs by its cube, so that an even spread wins
// over one full and one nearly empty page.
//
// Cost in time: units times units that fit a page times their connectors; linear in the length of the table.
//
// Weak case: a page's bands depend on which connectors it cuts, so a page may be feasible while a shorter one is
// not; the search therefore tries every start that could fit by its rows alone.
//
// The idea (breaks chosen over the whole text by their cost) is Knuth and Plass's, for lines; LilyPond and TeX's
// successors use it for pages.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/flow/bands.h"

namespace lembar::layout {

struct PaginationInput {
  const FlowGraph& graph;
  const std::vector<Unit>& units;
  const BandPlanner& bands;
  std::vector<int> glue;  // penalty of a break after each unit: sections, merged cells, symbols over two rows
  Length first_room;      // for rows on the page where the table starts
  Length fresh_room;      // the same where the table starts on a page of its own instead: its title stands there too
  Length room;            // on every later page
  Length tail;            // what must follow the last row on its page: notes, signing block
  bool may_leave_first_page = false;  // the table may start on a fresh page instead
};

struct Pagination {
  std::vector<PageRange> pages;  // the first is empty where the table starts on a fresh page
  bool tail_fits = true;         // false: even a page of its own row cannot hold the tail; it goes to the next
  int overfull_unit = -1;        // a unit that no page can hold with its bands; -1: none
  std::vector<std::string> reasons;  // one for each break
};

Pagination paginate(const PaginationInput& input);

}  // namespace lembar::layout
