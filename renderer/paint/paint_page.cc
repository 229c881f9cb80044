#include "paint/paint_page.h"

#include <string>

#include "paint/outline.h"
#include "paint/paint_connectors.h"
#include "paint/paint_qr.h"
#include "paint/paint_rules.h"
#include "paint/paint_text.h"
#include "paint/reading_order.h"

namespace lembar::paint {

namespace {

using layout::PlacedCell;
using layout::PlacedText;
using TextPart = PlacedText::Part;

constexpr scene::Color kStampGrey{210, 210, 210};

class PagePainter {
 public:
  PagePainter(const layout::PlacedSheet& sheet, const layout::PlacedPage& page)
      : sheet_(sheet), page_(page), order_(reading_order(page)) {}

  scene::Page paint() {
    paint_decoration();
    paint_images();
    for (const Block& block : order_.blocks) paint_block(block);
    for (const SymbolContent& symbol : order_.loose_symbols) paint_symbol(symbol);
    paint_qr_codes();
    return {page_.size, std::to_string(page_.number), std::move(items_)};
  }

 private:
  void begin(const char* tag) { items_.emplace_back(scene::BeginTag{tag, {}, {}, 1, 1, {}}); }
  void end() { items_.emplace_back(scene::EndTag{}); }

  void paint_decoration() {
    begin("Artifact");
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
      begin_figure(image.alt);
      items_.emplace_back(scene::DrawImage{image.image, image.box});
      end();
    }
  }

  // A picture that says nothing is decoration.
  void begin_figure(const std::string& alt) {
    scene::BeginTag tag;
    tag.tag = alt.empty() ? "Artifact" : "Figure";
    tag.alt = alt;
    items_.emplace_back(std::move(tag));
  }

  void paint_qr_codes() {
    for (const layout::PlacedQr& qr : page_.qr_codes) {
      if (auto fill = paint_qr(qr)) {
        begin_figure("QR: " + qr.content);
        items_.emplace_back(std::move(*fill));
        end();
      }
    }
  }

  void paint_block(const Block& block) {
    switch (block.kind) {
      case Block::Kind::text: paint_paragraphs(block.texts, "P"); break;
      case Block::Kind::cell: paint_cell(block.cell, cell_tag(*block.cell.cell)); break;
      case Block::Kind::table: paint_table(block); break;
    }
  }

  static const char* cell_tag(const PlacedCell& cell) { return cell.part == PlacedCell::Part::box_head ? "H2" : "P"; }

  void paint_table(const Block& block) {
    begin("Table");
    for (const TableRow& row : block.rows) {
      begin("TR");
      for (const CellContent& content : row.cells) {
        begin_cell(*content.cell);
        paint_cell(content, "P");
        end();
      }
      end();
    }
    end();
  }

  void begin_cell(const PlacedCell& cell) {
    scene::BeginTag tag;
    tag.tag = "TD";
    if (cell.part == PlacedCell::Part::column_head || cell.part == PlacedCell::Part::row_head) {
      tag.tag = "TH";
      tag.scope = cell.part == PlacedCell::Part::column_head ? "Column" : "Row";
    }
    tag.column_span = cell.column_span;
    tag.row_span = cell.row_span;
    items_.emplace_back(std::move(tag));
  }

  void paint_cell(const CellContent& content, const char* tag) {
    paint_paragraphs(content.texts, tag);
    for (const SymbolContent& symbol : content.symbols) paint_symbol(symbol);
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
      const PlacedText& first = *texts[i];
      begin(first.part == TextPart::heading1 ? "H1" : first.part == TextPart::heading2 ? "H2" : tag);
      i = paint_lines(texts, i);
      end();
    }
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
    begin("L");
    while (i < texts.size() && in_list(*texts[i])) {
      begin("LI");
      if (texts[i]->part == TextPart::list_label) {
        begin("Lbl");
        paint_text(*texts[i++], items_);
        end();
      }
      if (i < texts.size() && texts[i]->part == TextPart::list_body) {
        begin("LBody");
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
    scene::BeginTag tag;
    tag.tag = "Figure";
    tag.alt = !symbol.alt.empty() ? symbol.alt : symbol.text;
    tag.id = symbol.id;
    items_.emplace_back(std::move(tag));
    scene::StrokePath stroke;
    stroke.path = outline(symbol);
    stroke.weight = sheet_.symbol_stroke;
    items_.emplace_back(std::move(stroke));
    for (const PlacedText* text : content.texts) paint_text(*text, items_);
    end();
    if (symbol.kind == layout::PlacedKind::offpage) link_to_peer(symbol);
  }

  void link_to_peer(const layout::PlacedSymbol& symbol) {
    if (symbol.peers.empty()) return;
    const layout::Peer& peer = symbol.peers.front();
    if (peer.page < 1 || peer.page > static_cast<int>(sheet_.pages.size())) return;
    for (const layout::PlacedSymbol& other : sheet_.pages[peer.page - 1].symbols) {
      if (other.id != peer.symbol) continue;
      const Point to{Length(), max(Length(), other.box.y - pt(36))};  // with some of what stands around it in view
      items_.emplace_back(scene::Link{symbol.box, peer.page, to, symbol.alt});
      return;
    }
  }

  const layout::PlacedSheet& sheet_;
  const layout::PlacedPage& page_;
  ReadingOrder order_;
  std::vector<scene::Item> items_;
};

}  // namespace

scene::Page paint_page(const layout::PlacedSheet& sheet, const layout::PlacedPage& page) {
  return PagePainter(sheet, page).paint();
}

}  // namespace lembar::paint
