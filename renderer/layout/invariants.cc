#include "layout/invariants.h"

#include <algorithm>
#include <map>

namespace lembar::layout {

namespace {

constexpr Length kTolerance = mm(0.1);
constexpr Length kTextTolerance = mm(0.15);

// Pairs of rectangles that share more than `slack` in both directions, by a sweep from left to right.
template <class Visit>
void for_each_overlap(const std::vector<Rect>& boxes, Length slack, Visit visit) {
  std::vector<std::size_t> order(boxes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].y < boxes[b].y; });
  std::vector<std::size_t> open;
  for (const std::size_t i : order) {
    std::erase_if(open, [&](std::size_t o) { return boxes[o].bottom() - slack <= boxes[i].y; });
    for (const std::size_t o : open) {
      const Length dx = min(boxes[o].right(), boxes[i].right()) - max(boxes[o].x, boxes[i].x);
      const Length dy = min(boxes[o].bottom(), boxes[i].bottom()) - max(boxes[o].y, boxes[i].y);
      if (dx > slack && dy > slack) visit(std::min(o, i), std::max(o, i));
    }
    open.push_back(i);
  }
}

bool inside(const Rect& inner, const Rect& outer, Length slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack && inner.bottom() <= outer.bottom() + slack;
}

class PageCheck {
 public:
  PageCheck(const PlacedSheet& sheet, const PlacedPage& page, std::vector<LayoutFault>& faults) : sheet_(sheet), page_(page), faults_(faults) {
    for (const PlacedCell& cell : page.cells)
      if (!cells_.emplace(cell.id, &cell).second) tell("cell-id", "two cells are named " + cell.id);
    for (const PlacedSymbol& symbol : page.symbols)
      if (!symbols_.emplace(symbol.id, &symbol).second) tell("symbol-id", "two symbols are named " + symbol.id);
  }

  void run() {
    check_cells();
    check_texts();
    check_symbols();
    check_connectors();
  }

 private:
  void tell(const std::string& code, const std::string& what) { faults_.push_back({page_.number, code, what}); }

  static bool in_margin(const std::string& role) { return role == "kepala-halaman" || role == "kaki-halaman"; }

  void check_cells() {
    std::vector<Rect> boxes;
    for (const PlacedCell& cell : page_.cells) boxes.push_back(cell.box);
    for_each_overlap(boxes, kTolerance, [&](std::size_t a, std::size_t b) {
      const PlacedCell &x = page_.cells[a], &y = page_.cells[b];
      if (x.parent != y.id && y.parent != x.id) tell("cell-overlap", x.id + " and " + y.id);
    });
    const Rect paper{Length(), Length(), page_.size.w, page_.size.h};
    for (const PlacedCell& cell : page_.cells)
      if (!inside(cell.box, paper, Length())) tell("cell-page", cell.id);
  }

  void check_texts() {
    const Rect body = Rect::from_edges(page_.margins.left, page_.margins.top, page_.size.w - page_.margins.right, page_.size.h - page_.margins.bottom);
    const Rect paper = Rect{Length(), Length(), page_.size.w, page_.size.h}.grown_by(-mm(3));
    std::vector<Rect> boxes;
    std::vector<const PlacedText*> shown;
    for (const PlacedText& text : page_.texts) {
      if (text.stamp) continue;
      boxes.push_back(text.box);
      shown.push_back(&text);
      if (text.owner == OwnerKind::cell) {
        const auto cell = cells_.find(text.owner_id);
        if (cell == cells_.end()) {
          tell("text-owner", "'" + text.line.text + "' names no cell of the page");
        } else if (!inside(text.box, cell->second->box, kTextTolerance)) {
          tell("text-cell", "'" + text.line.text + "' leaves " + text.owner_id);
        }
      }
      if (!inside(text.box, in_margin(text.role) ? paper : body, kTextTolerance)) tell("text-margin", "'" + text.line.text + "'");
    }
    for_each_overlap(boxes, kTextTolerance, [&](std::size_t a, std::size_t b) {
      tell("text-overlap", "'" + shown[a]->line.text + "' and '" + shown[b]->line.text + "'");
    });
  }

  void check_symbols() {
    std::vector<Rect> boxes;
    for (const PlacedSymbol& symbol : page_.symbols) boxes.push_back(symbol.box);
    for_each_overlap(boxes, Length(), [&](std::size_t a, std::size_t b) { tell("symbol-overlap", page_.symbols[a].id + " and " + page_.symbols[b].id); });
    for (const PlacedSymbol& symbol : page_.symbols) {
      Length left = page_.size.w, right;
      for (const PlacedLane& lane : page_.lanes) {
        if (lane.table != symbol.table || (lane.actor != symbol.actor && lane.actor != symbol.actor_to)) continue;
        left = min(left, lane.x);
        right = max(right, lane.x + lane.w);
      }
      if (symbol.box.x < left - kTolerance || symbol.box.right() > right + kTolerance) tell("symbol-lane", symbol.id);
      if (symbol.kind == PlacedKind::offpage) check_pentagon(symbol);
      if (symbol.kind != PlacedKind::offpage) check_row(symbol);
    }
  }

  void check_row(const PlacedSymbol& symbol) {
    int left = 0;
    Length top, bottom;
    for (const PlacedRow& row : page_.rows) {
      if (row.table != symbol.table) continue;
      if (row.step == symbol.step && left == 0) {
        left = symbol.row_span;
        top = row.y;
      }
      if (left > 0 && !row.step.empty()) {
        bottom = row.y + row.h;
        if (--left == 0) break;
      }
    }
    if (bottom == Length() || symbol.box.y < top - kTolerance || symbol.box.bottom() > bottom + kTolerance) tell("symbol-row", symbol.id);
  }

  void check_pentagon(const PlacedSymbol& symbol) {
    if (symbol.letter.empty() || symbol.peers.empty()) tell("peer", symbol.id + " has no letter or no peer");
    for (const Peer& peer : symbol.peers) {
      if (peer.page < 1 || peer.page > static_cast<int>(sheet_.pages.size()) || peer.page == page_.number) {
        tell("peer", symbol.id + " leads to page " + std::to_string(peer.page));
        continue;
      }
      const auto& others = sheet_.pages[peer.page - 1].symbols;
      const bool found = std::any_of(others.begin(), others.end(), [&](const PlacedSymbol& o) { return o.id == peer.symbol && o.letter == symbol.letter; });
      if (!found) tell("peer", symbol.id + " leads to " + peer.symbol + ", which is not there");
    }
  }

  void check_connectors() {
    for (const PlacedConnector& connector : page_.connectors) {
      if (connector.points.size() < 2) tell("connector-route", connector.id + " has no route");
      if (!symbols_.contains(connector.from) || !symbols_.contains(connector.to)) tell("connector-end", connector.id);
      if (!connector.label.empty() && !connector.label_box) tell("connector-label", connector.id);
    }
  }

  const PlacedSheet& sheet_;
  const PlacedPage& page_;
  std::vector<LayoutFault>& faults_;
  std::map<std::string, const PlacedCell*> cells_;
  std::map<std::string, const PlacedSymbol*> symbols_;
};

}  // namespace

std::vector<LayoutFault> find_layout_faults(const PlacedSheet& sheet, std::size_t most) {
  std::vector<LayoutFault> faults;
  for (const PlacedPage& page : sheet.pages) {
    PageCheck(sheet, page, faults).run();
    if (faults.size() >= most) {
      faults.resize(most);
      break;
    }
  }
  return faults;
}

}  // namespace lembar::layout
