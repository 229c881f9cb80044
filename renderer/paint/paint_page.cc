#include "paint/paint_page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "paint/outline.h"
#include "paint/paint_connectors.h"
#include "paint/paint_qr.h"
#include "paint/paint_rules.h"
#include "paint/paint_text.h"
#include "paint/reading_order.h"
#include "paint/table_grid.h"

namespace lembar::paint {

namespace {

using layout::PlacedCell;
using layout::PlacedText;
using TextPart = PlacedText::Part;

constexpr scene::Color kStampGrey{222, 222, 222};  // words over it are as easy to read as without

scene::BeginTag group(const char* tag) {
  scene::BeginTag out;
  out.tag = tag;
  return out;
}

scene::BeginTag leaf(const char* tag) {
  scene::BeginTag out = group(tag);
  out.content = true;
  return out;
}

class PagePainter {
 public:
  PagePainter(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, TagMemory& memory)
      : sheet_(sheet), page_(page), memory_(memory), order_(reading_order(page)) {}

  scene::Page paint() {
    paint_decoration();
    // A compilation's sheets stand apart, each with all of its pages.
    if (!page_.sop.empty()) begin(joined(group("Sect"), page_.sop));
    paint_images();
    for (const Block& block : order_.blocks) paint_block(block);
    for (const SymbolContent& symbol : order_.loose_symbols) paint_symbol(symbol);
    paint_qr_codes();
    for (std::size_t i = 0; i < page_.signatures.size(); ++i) {
      if (!fields_tagged_.count(i)) paint_field(i);
    }
    if (!page_.sop.empty()) end();
    return {page_.size, std::to_string(page_.number), std::move(items_)};
  }

 private:
  void begin(scene::BeginTag tag) { items_.emplace_back(std::move(tag)); }
  void end() { items_.emplace_back(scene::EndTag{}); }

  static scene::BeginTag joined(scene::BeginTag tag, std::string name) {
    tag.name = std::move(name);
    return tag;
  }

  void paint_decoration() {
    begin(leaf("Artifact"));
    for (const PlacedText* text : order_.stamps) paint_text(*text, items_, kStampGrey);
    paint_shades(page_, items_);
    paint_rules(sheet_, page_, items_);
    paint_clearings(page_, items_);
    paint_connectors(sheet_, page_, items_);
    for (const PlacedText* text : order_.running) paint_text(*text, items_);
    end();
  }

  void paint_images() {
    for (const layout::PlacedImage& image : page_.images) {
      begin_figure(image.alt, image.box);
      items_.emplace_back(scene::DrawImage{image.image, image.box});
      end();
    }
  }

  // A picture that says nothing is decoration.
  void begin_figure(const std::string& alt, const Rect& box) {
    scene::BeginTag tag = leaf(alt.empty() ? "Artifact" : "Figure");
    tag.alt = alt;
    tag.box = box;
    begin(std::move(tag));
  }

  void paint_qr_codes() {
    for (const layout::PlacedQr& qr : page_.qr_codes) {
      if (auto fill = paint_qr(qr)) {
        begin_figure("QR: " + qr.content, qr.box);
        items_.emplace_back(std::move(*fill));
        end();
      }
    }
  }

  void paint_block(const Block& block) {
    switch (block.kind) {
      case Block::Kind::text: paint_paragraphs(block.texts, "P"); break;
      case Block::Kind::cell: paint_free_cell(block.cell); break;
      case Block::Kind::table: paint_table(block); break;
    }
  }

  void paint_free_cell(const CellContent& content) {
    const PlacedCell& cell = *content.cell;
    if (cell.leads_to > 0) {
      paint_contents_line(content);
    } else {
      paint_cell(content, cell.part == PlacedCell::Part::box_head ? "H2" : "P");
    }
  }

  // A number, then words and page as one link.
  void paint_contents_line(const CellContent& content) {
    begin(joined(group("TOC"), "contents"));
    begin(group("TOCI"));
    begin(group("Reference"));
    begin(group("Link"));
    std::string words;
    for (const PlacedText* text : content.texts) {
      begin(leaf("Span"));
      paint_text(*text, items_);
      end();
      words += (words.empty() ? "" : " ") + text->line.text;
    }
    items_.emplace_back(scene::Link{content.cell->box, content.cell->leads_to, {}, words});
    for (int i = 0; i < 4; ++i) end();
  }

  void paint_table(const Block& block) {
    const std::string name = page_.sop + "/" + block.cells.front().cell->grid;
    const bool goes_on = !memory_.tables.insert(name).second;
    begin(joined(group("Table"), name));
    for (const GridRow& row : table_grid(block.cells)) {
      if (goes_on && row.heads_only) {
        for (const GridCell& cell : row.cells) paint_repeated_head(*cell.content);
        continue;
      }
      begin(group("TR"));
      for (const GridCell& cell : row.cells) paint_table_cell(cell);
      end();
    }
    end();
  }

  void paint_repeated_head(const CellContent& content) {
    if (content.texts.empty()) return;
    begin(leaf("Artifact"));
    for (const PlacedText* text : content.texts) paint_text(*text, items_);
    end();
  }

  void paint_table_cell(const GridCell& place) {
    scene::BeginTag tag = group("TD");
    const auto part = place.content ? place.content->cell->part : PlacedCell::Part::none;
    // A cell without words heads nothing.
    if ((part == PlacedCell::Part::column_head || part == PlacedCell::Part::row_head) && !place.content->texts.empty()) {
      tag.tag = "TH";
      tag.scope = part == PlacedCell::Part::column_head ? "Column" : "Row";
    }
    tag.column_span = place.column_span;
    tag.row_span = place.row_span;
    tag.content = place.content && is_one_paragraph(*place.content);
    const bool plain = tag.content;
    begin(std::move(tag));
    if (plain) {
      paint_lines(place.content->texts, 0);
    } else if (place.content) {
      paint_cell(*place.content, "P");
    }
    end();
  }

  // Then the cell needs no paragraph in it: fewer tags, the same to the ear.
  bool is_one_paragraph(const CellContent& content) const {
    if (content.texts.empty() || !content.symbols.empty() || has_field(*content.cell)) return false;
    const PlacedText& first = *content.texts.front();
    if (first.part != TextPart::plain) return false;
    if (content.texts.size() == 1) return true;
    for (const PlacedText* text : content.texts) {
      if (text->paragraph == 0 || text->paragraph != first.paragraph || text->part != first.part) return false;
    }
    return true;
  }

  void paint_cell(const CellContent& content, const char* tag) {
    paint_paragraphs(content.texts, tag);
    for (const SymbolContent& symbol : content.symbols) paint_symbol(symbol);
    for (std::size_t i = 0; i < page_.signatures.size(); ++i) {
      if (!fields_tagged_.count(i) && holds_field(*content.cell, i)) paint_field(i);
    }
  }

  bool holds_field(const PlacedCell& cell, std::size_t i) const {
    return cell.box.contains(page_.signatures[i].box.center());
  }
  bool has_field(const PlacedCell& cell) const {
    for (std::size_t i = 0; i < page_.signatures.size(); ++i) {
      if (holds_field(cell, i)) return true;
    }
    return false;
  }

  // Where a signature field stands among the words; `finish` makes the field.
  void paint_field(std::size_t i) {
    fields_tagged_.insert(i);
    scene::BeginTag tag = group("Form");
    tag.name = page_.signatures[i].name;
    begin(std::move(tag));
    end();
  }

  static bool in_list(const PlacedText& text) {
    return text.part == TextPart::list_label || text.part == TextPart::list_body;
  }

  // Lines of one paragraph stand in one tag; neighbouring items in one list.
  void paint_paragraphs(const std::vector<const PlacedText*>& texts, const char* tag) {
    for (std::size_t i = 0; i < texts.size();) {
      if (in_list(*texts[i])) {
        i = paint_list(texts, i);
        continue;
      }
      const TextPart part = texts[i]->part;
      begin(leaf(in_step(part == TextPart::heading1 ? "H1" : part == TextPart::heading2 ? "H2" : tag)));
      i = paint_lines(texts, i);
      end();
    }
  }

  // The first heading of all is of the first level, whatever the sheet lacks above it.
  const char* in_step(const char* tag) {
    if (tag[0] != 'H') return tag;
    memory_.heading = std::min(tag[1] - '0', memory_.heading + 1);
    return memory_.heading == 1 ? "H1" : "H2";
  }

  // Paints the line at `i` and those that go on with its paragraph; returns the next one.
  std::size_t paint_lines(const std::vector<const PlacedText*>& texts, std::size_t i) {
    const PlacedText& first = *texts[i];
    do {
      paint_text(*texts[i], items_);
      ++i;
    } while (i < texts.size() && first.paragraph != 0 && texts[i]->paragraph == first.paragraph &&
             texts[i]->part == first.part);
    return i;
  }

  std::size_t paint_list(const std::vector<const PlacedText*>& texts, std::size_t i) {
    begin(group("L"));
    while (i < texts.size() && in_list(*texts[i])) {
      begin(group("LI"));
      if (texts[i]->part == TextPart::list_label) {
        begin(leaf("Lbl"));
        paint_text(*texts[i++], items_);
        end();
      }
      if (i < texts.size() && texts[i]->part == TextPart::list_body) {
        begin(leaf("LBody"));
        i = paint_lines(texts, i);
        end();
      }
      end();
    }
    end();
    return i;
  }

  void paint_symbol(const SymbolContent& content) {
    const layout::PlacedSymbol& symbol = *content.symbol;
    const auto link = link_to_peer(symbol);
    if (link) begin(group("Link"));
    begin_figure(!symbol.alt.empty() ? symbol.alt : symbol.text, symbol.box);
    scene::StrokePath stroke;
    stroke.path = outline(symbol);
    stroke.weight = sheet_.symbol_stroke;
    items_.emplace_back(std::move(stroke));
    for (const PlacedText* text : content.texts) paint_text(*text, items_);
    end();
    if (!link) return;
    items_.emplace_back(*link);
    end();
  }

  std::optional<scene::Link> link_to_peer(const layout::PlacedSymbol& symbol) const {
    if (symbol.kind != layout::PlacedKind::offpage || symbol.peers.empty()) return std::nullopt;
    const layout::Peer& peer = symbol.peers.front();
    if (peer.page < 1 || peer.page > static_cast<int>(sheet_.pages.size())) return std::nullopt;
    for (const layout::PlacedSymbol& other : sheet_.pages[peer.page - 1].symbols) {
      if (other.id != peer.symbol) continue;
      const Point to{Length(), max(Length(), other.box.y - pt(36))};  // with some of what stands around it in view
      return scene::Link{symbol.box, peer.page, to, symbol.alt};
    }
    return std::nullopt;
  }

  const layout::PlacedSheet& sheet_;
  const layout::PlacedPage& page_;
  TagMemory& memory_;
  ReadingOrder order_;
  std::set<std::size_t> fields_tagged_;  // of the page's signatures
  scene::Items items_;
};

}  // namespace

scene::Page paint_page(const layout::PlacedSheet& sheet, const layout::PlacedPage& page, TagMemory& memory) {
  return PagePainter(sheet, page, memory).paint();
}

}  // namespace lembar::paint
