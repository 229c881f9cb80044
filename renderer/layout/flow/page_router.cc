#include "layout/flow/page_router.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace lembar::layout {

namespace {

constexpr std::size_t kMostThreads = 8, kPagesWorthAThread = 8;

// What a reader of a sheet minds, in ten-thousandths of a bend: he loses a line that wanders about the page sooner than
// one that crosses another, and takes an arrow in beside a line out for one of the same way.
constexpr int kWayPrice = 100, kMixedSidePrice = 7000;

constexpr routing::Budget with_tries(int improvement_tries, int label_worth = 90) {
  return {.improvement_tries = improvement_tries, .label_worth = label_worth, .way_price = kWayPrice, .mixed_side_price = kMixedSidePrice};
}

constexpr routing::Budget kFull = with_tries(800), kDraft = with_tries(60);
// Where room was looked for in vain, bends are better than ever higher rows.
constexpr routing::Budget kAnyWay = with_tries(60, 400);
// A table of hundreds of pages is no procedure that anyone follows by eye: its pages get less each.
constexpr routing::Budget kOfVeryLong = with_tries(80);
constexpr std::size_t kVeryLong = 200;  // pages

void route_each(const std::vector<TablePage*>& pages, const routing::Budget& budget) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t n; (n = next++) < pages.size();) pages[n]->flow.solution = routing::route(pages[n]->flow.problem, budget);
  };
  std::vector<std::future<void>> others;
  const std::size_t cores = std::min<std::size_t>(kMostThreads, std::max(1U, std::thread::hardware_concurrency()));
  for (std::size_t t = 1; t < std::min(cores, pages.size() / kPagesWorthAThread); ++t) others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();  // with what was thrown there, if anything
}

}  // namespace

void PageRouter::route(std::vector<TablePage>& pages, Effort effort) {
  std::vector<TablePage*> unknown;
  for (TablePage& page : pages) {
    if (page.flow.problem.shapes.empty()) continue;
    const auto known = routed_.find(page.rows.range.first);
    if (known != routed_.end() && known->second.serves(effort) && known->second.problem == page.flow.problem)
      page.flow.solution = known->second.solution;
    else
      unknown.push_back(&page);
  }
  route_each(unknown, effort == Effort::draft ? kDraft : effort == Effort::any_way ? kAnyWay : pages.size() > kVeryLong ? kOfVeryLong : kFull);
  for (TablePage* page : unknown) routed_[page->rows.range.first] = {page->flow.problem, page->flow.solution, effort};
}

void PageRouter::polish(std::vector<TablePage>& pages) {
  std::vector<routing::Solution> drafts;
  for (TablePage& page : pages) drafts.push_back(std::move(page.flow.solution));
  route(pages, Effort::full);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].flow.solution.clean()) continue;
    pages[i].flow.solution = std::move(drafts[i]);
    routed_[pages[i].rows.range.first] = {pages[i].flow.problem, pages[i].flow.solution, Effort::full};  // no better one is known
  }
}

}  // namespace lembar::layout
