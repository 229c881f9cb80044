// Routes the pages of a table and remembers what it found: of a page that stays as it was from one round to the next
// the connectors are not searched again.
#pragma once

#include <map>
#include <vector>

#include "layout/flow/page_flow.h"

namespace lembar::layout {

struct TablePage {
  PageRows rows;
  PageFlow flow;
};

// A draft tells whether a page has room for its connectors; they could run better. Any way will do where room was looked
// for in vain.
enum class Effort { draft, any_way, full };

class PageRouter {
 public:
  // Solves the problems of all pages. Pages know nothing of each other: those of a long table are routed side by side.
  // The outcome does not depend on it.
  void route(std::vector<TablePage>& pages, Effort effort);
  // Full effort for pages whose drafts are clean. Where that leaves a connector or its words without room, the draft stays.
  void polish(std::vector<TablePage>& pages);

 private:
  struct Routed {
    routing::Problem problem;
    routing::Solution solution;
    Effort effort;
    bool serves(Effort wanted) const { return effort == wanted || (wanted != Effort::full && solution.clean()); }
  };
  std::map<int, Routed> routed_;  // by the page's first unit
};

}  // namespace lembar::layout
