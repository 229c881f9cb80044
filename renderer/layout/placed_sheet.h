// A sheet laid out: every cell, line of text, symbol and connector at its final place on its page. No colour,
// no PDF. `--emit layout` prints it (lay out as data: docs/layout-json.md).
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/turn.h"
#include "lembar/record_sheet.h"
#include "model/document.h"
#include "text/glyph_run.h"

namespace lembar::layout {

// Which edges of a cell are ruled, as a set of bits.
enum Edges : unsigned { kNoEdge = 0, kTopEdge = 1, kRightEdge = 2, kBottomEdge = 4, kLeftEdge = 8, kAllEdges = 15 };

struct PlacedCell {
  std::string id;
  std::string role;    // kepala, nomor-kolom, uraian, lajur, dasar-hukum, …
  std::string row;     // id of its step, in a flow table's body
  std::string actor;   // of a lane cell
  std::string table;   // which flow table, where a page holds two
  std::string parent;
  Rect box;
  unsigned edges = kAllEdges;
  int shade = 0;       // per cent of black behind it
  // For tags: what the cell is to a reader by ear.
  enum class Part { none, column_head, row_head, data, box_head, box_text, caption } part = Part::none;
  std::string grid;    // cells of one table share it; empty: in none. A table that goes on over pages keeps it
  int leads_to = 0;    // the page that a line of the contents names, from 1
};

enum class OwnerKind { none, cell, symbol, connector };

// One line of text.
struct PlacedText {
  OwnerKind owner = OwnerKind::none;
  std::string owner_id;
  std::string role;    // of a text that no cell owns: kepala-halaman, kaki-halaman, judul, …
  text::ShapedLine line;
  Rect box;            // as drawn; what turned text reaches
  Length size;
  Turn turn = Turn::level;  // upright: reads from bottom to top
  bool stamp = false;
  int paragraph = 0;   // lines of one paragraph share it within a page; 0: a paragraph of its own
  enum class Part { plain, heading1, heading2, list_label, list_body, ornament } part = Part::plain;  // ornament: no word
};

struct PlacedLane {
  std::string actor, table;
  Length x, w, y, h;
};

struct PlacedRow {
  std::string step, role, table;  // one of step and role is set
  Length y, h;
};

enum class PlacedKind { start, end, process, decision, circle, offpage };
enum class Pointing { down, up };

struct Peer {
  int page = 0;
  std::string symbol;
};

struct PlacedSymbol {
  std::string id, step, actor, actor_to, table;
  int row_span = 1;
  PlacedKind kind = PlacedKind::process;
  Rect box;
  std::string text;
  // off-page pentagons
  std::string letter;
  std::vector<Peer> peers;
  Pointing pointing = Pointing::down;
  std::string alt;  // words for a reader by ear
};

struct PlacedConnector {
  std::string id, from, to, label, table;
  std::vector<Point> points;
  std::optional<Rect> label_box;
  bool arrow = true;
};

struct PlacedImage {
  int image = 0;  // index into PlacedSheet::images
  Rect box;
  std::string alt;
};

// A rule that belongs to no cell: below a letterhead, over a signer's name.
struct PlacedRule {
  Point from, to;
  Length weight;
  bool arrow = false;  // ends in the head that connectors have
};

struct PlacedQr {
  std::string content;
  Rect box;
};

struct SignaturePlace {  // where a signing program puts its visual
  std::string name;
  Rect box;
  std::string official;
  std::string signer;  // who, the same wherever he signs; for layout only
  std::string anchor;  // of an electronic signature, where one stands in the box
};

struct Bookmark {
  int level = 0;
  std::string title;
  int page = 0;  // from 1
  Length y;
};

struct PlacedPage {
  int number = 0;
  Size size;
  Margins margins;
  std::string sop;   // which procedure of a compilation; empty for a single sheet
  std::string role;  // sampul, identitas, alur, daftar-isi, …
  // These two are most of a sheet. A deque has no room to spare, and no holes stay behind where it grew.
  std::deque<PlacedCell> cells;
  std::deque<PlacedText> texts;
  std::vector<PlacedLane> lanes;
  std::vector<PlacedRow> rows;
  std::vector<PlacedSymbol> symbols;
  std::vector<PlacedConnector> connectors;
  std::vector<PlacedImage> images;
  std::vector<PlacedRule> rules;
  std::vector<PlacedQr> qr_codes;
  std::vector<SignaturePlace> signatures;
};

// A picture file's bytes, as read by job.
struct Image {
  std::string name;
  std::string bytes;
  enum class Format { png, jpeg } format = Format::png;
  int width_px = 0, height_px = 0;
};

struct PlacedSheet {
  std::vector<PlacedPage> pages;
  std::vector<Image> images;
  std::vector<Bookmark> bookmarks;
  std::vector<RecordSheet> infos;  // one for each procedure
  // strokes and arrow, from the template
  Length frame_stroke, symbol_stroke, arrow_length, arrow_width;
  std::vector<std::string> explanations;  // why a row was split, a break chosen, a connector detours
};

}  // namespace lembar::layout
