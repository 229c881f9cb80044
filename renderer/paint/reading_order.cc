#include "paint/reading_order.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lembar::paint {

namespace {

using layout::OwnerKind;
using layout::PlacedCell;
using layout::PlacedPage;
using layout::PlacedSymbol;
using layout::PlacedText;

bool starts_with_role(const std::string& role, const char* name) {
  return role == name || role.rfind(std::string(name) + ":", 0) == 0;
}

bool is_running(const std::string& role) {
  return starts_with_role(role, "kepala-halaman") || starts_with_role(role, "kaki-halaman");
}

bool in_table(const PlacedCell& cell) { return !cell.grid.empty(); }

class Collector {
 public:
  explicit Collector(const PlacedPage& page) : page_(page) {
    for (const PlacedCell& cell : page.cells) cells_[cell.id].cell = &cell;
    for (const PlacedSymbol& symbol : page.symbols) symbols_[symbol.id].symbol = &symbol;
    for (const layout::PlacedConnector& connector : page.connectors) sources_[connector.id] = connector.from;
  }

  ReadingOrder collect() {
    for (const PlacedText& text : page_.texts) hand_out(text);
    for (const PlacedSymbol& symbol : page_.symbols) house(symbols_[symbol.id]);
    for (const PlacedText& text : page_.texts) list(text);
    // Cells without a word, as most lanes are: what a table lacks of them would shift its columns.
    for (const PlacedCell& cell : page_.cells) list(cell);
    return std::move(order_);
  }

 private:
  // Gives a text to its owner.
  void hand_out(const PlacedText& text) {
    if (text.stamp) {
      order_.stamps.push_back(&text);
    } else if (is_running(role_of(text)) || text.part == PlacedText::Part::ornament) {
      order_.running.push_back(&text);
    } else if (text.owner == OwnerKind::cell && cells_.count(text.owner_id)) {
      cells_[text.owner_id].texts.push_back(&text);
    } else if (SymbolContent* symbol = symbol_of(text)) {
      symbol->texts.push_back(&text);
    }
  }

  std::string role_of(const PlacedText& text) const {
    if (text.owner != OwnerKind::cell) return text.role;
    const auto found = cells_.find(text.owner_id);
    return found == cells_.end() || !found->second.cell ? text.role : found->second.cell->role;
  }

  SymbolContent* symbol_of(const PlacedText& text) {
    std::string id = text.owner_id;
    if (text.owner == OwnerKind::connector) {
      const auto source = sources_.find(id);
      if (source == sources_.end()) return nullptr;
      id = source->second;
    } else if (text.owner != OwnerKind::symbol) {
      return nullptr;
    }
    const auto found = symbols_.find(id);
    return found == symbols_.end() ? nullptr : &found->second;
  }

  // Puts a symbol into its cell.
  void house(const SymbolContent& content) {
    const PlacedSymbol& symbol = *content.symbol;
    const PlacedCell* home = nullptr;
    for (const PlacedCell& cell : page_.cells) {
      const bool own = !cell.actor.empty() && cell.actor == symbol.actor && cell.row == symbol.step &&
                       !symbol.step.empty() && cell.table == symbol.table;
      if (own) {
        home = &cell;
        break;
      }
      if (in_table(cell) && cell.box.contains(symbol.box.center())) home = &cell;
    }
    if (home) {
      cells_[home->id].symbols.push_back(content);
    } else {
      order_.loose_symbols.push_back(content);
    }
  }

  void list(const PlacedText& text) {
    if (text.stamp || is_running(role_of(text)) || text.part == PlacedText::Part::ornament) return;
    if (text.owner == OwnerKind::cell && cells_.count(text.owner_id)) {
      list(*cells_[text.owner_id].cell);
    } else if (text.owner == OwnerKind::none || !symbol_of(text)) {
      list_free(text);
    }
  }

  void list_free(const PlacedText& text) {
    if (!order_.blocks.empty() && order_.blocks.back().kind == Block::Kind::text) {
      const PlacedText& last = *order_.blocks.back().texts.back();
      if (text.paragraph != 0 && last.paragraph == text.paragraph) {
        order_.blocks.back().texts.push_back(&text);
        return;
      }
    }
    Block block;
    block.texts.push_back(&text);
    order_.blocks.push_back(std::move(block));
  }

  void list(const PlacedCell& cell) {
    CellContent& content = cells_[cell.id];
    if (is_running(cell.role)) return;
    if (in_table(cell)) {
      if (tables_listed_.insert(cell.grid).second) order_.blocks.push_back(table_block(cell.grid));
    } else if (cells_listed_.insert(cell.id).second && !content.texts.empty()) {
      Block block;
      block.kind = Block::Kind::cell;
      block.cell = content;
      order_.blocks.push_back(std::move(block));
    }
  }

  Block table_block(const std::string& grid) {
    std::vector<const PlacedCell*> cells;
    for (const PlacedCell& cell : page_.cells) {
      if (cell.grid == grid) cells.push_back(&cell);
    }
    std::stable_sort(cells.begin(), cells.end(), [](const PlacedCell* a, const PlacedCell* b) {
      return std::tie(a->box.y, a->box.x) < std::tie(b->box.y, b->box.x);
    });
    Block block;
    block.kind = Block::Kind::table;
    for (const PlacedCell* cell : cells) block.cells.push_back(cells_[cell->id]);
    return block;
  }

  const PlacedPage& page_;
  std::map<std::string, CellContent> cells_;
  std::map<std::string, SymbolContent> symbols_;
  std::map<std::string, std::string> sources_;  // connector -> the symbol that it leaves
  std::set<std::string> tables_listed_, cells_listed_;
  ReadingOrder order_;
};

}  // namespace

ReadingOrder reading_order(const PlacedPage& page) { return Collector(page).collect(); }

}  // namespace lembar::paint
