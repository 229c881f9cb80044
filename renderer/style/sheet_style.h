// Everything that differs between agencies, complete: all lengths known, all fonts named, all words set.
//
// Made by read_style from templates/*.xml; after it nobody asks for a default.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "text/shaper.h"

namespace lembar::style {

// ---------------------------------------------------------------- paper

enum class Part { cover, identity, flow };

struct PagePart {
  bool landscape = true;
  Margins margins;  // binding edge included
};

// ---------------------------------------------------------------- text

enum class TextRole {
  letterhead_government, letterhead_parent, letterhead_unit, letterhead_subunit, letterhead_address, letterhead_contact,
  identity_label, identity_value, identity_title,  // the value of Nama SOP
  box_head, box_text, box_subhead,
  table_title, column_head, column_number, cell, cell_centered, section, note,
  symbol, connector_label, offpage,
  signature, signature_name, running, cover_title, cover_subtitle, cover_text, stamp,
  count
};

enum class Align { left, center, right };

struct TextStyle {
  text::FontSpec font;
  bool underline = false;
  Align align = Align::left;
  Length extra_leading;    // added below each line
};

// ---------------------------------------------------------------- parts of the sheet

enum class LetterheadPlace { left, top, none };   // left half of the identity, full width above it, not printed
enum class LetterheadRule { none, single_line, double_line, thick_thin };

struct LetterheadStyle {
  LetterheadPlace place = LetterheadPlace::left;
  LetterheadRule rule = LetterheadRule::none;
  Length logo_height;
  Length logo_gap;
  bool logo_above = true;  // in the left half: logo above the lines (else beside them)
};

enum class IdentityKeyName { number, created, revised, effective, approved_by, title };

struct IdentityStyle {
  // Known fields in the order printed; fields of the author's own stay where they were written.
  std::vector<IdentityKeyName> order;
  std::map<IdentityKeyName, std::string> labels;
  enum class Colon { none, own_column, after_label } colon = Colon::own_column;
  int letterhead_share = 50;   // per cent of the width, where the letterhead stands left
  int label_share = 34;        // per cent of the field half
  Length signing_height;       // least free height for wet ink and stamp
  bool signature_in_cell = true;
  bool center_official = true;
};

// Where a named box stands in the grid of two columns; `next`: wherever there is room.
enum class BoxPlace { left, right, full, next };

struct BoxStyle {
  std::string label;
  BoxPlace place = BoxPlace::next;
  // default marker: number letter bullet dash none, as in model::ListMarker's order
  int marker = 0;
};

struct ColumnStyle {
  std::string key;    // nomor uraian pelaksana kelengkapan waktu output keterangan, or an id of its own
  std::string label;  // head; for pelaksana the head over the lanes
  std::string group;  // heading over neighbours that name the same group; empty: none
  Align align = Align::left;
  Length least, most;  // of the whole column with its padding; for pelaksana of one lane. most 0: no limit
  int weight = 100;    // share of spare width
};

enum class NumberRow { none, plain, parenthesized };

struct TableStyle {
  std::vector<ColumnStyle> columns;
  NumberRow number_row = NumberRow::none;
  std::string number_format = "{n}";   // {n}. , ({n}), {n:02}
  bool print_title = true;
  std::string total_label;             // words of <jumlah/>; {sum} is replaced
  std::string dash_if_empty;           // printed in an empty Keterangan; empty: nothing
  int shade_heads = 0;                 // per cent of black behind heads
};

struct SignatureStyle {
  bool after_table = true;
  Length space;           // free height for ink in a block after the table
  Length width;           // of one block
  std::string nip_label;  // "NIP. "
  bool name_bold = true, name_underlined = true;
  bool position_bold = true;
  bool rank_printed = true;
};

struct StatusStamp {
  std::string words;  // empty: none
};

struct RunningStyle {
  // Words with {title} {number} {revision} {page} {pages} {unit}; empty: none.
  std::string head_left, head_right, foot_left, foot_right;
  bool on_first_page = false;
};

struct Strokes {
  Length frame;   // frame and rules of tables
  Length symbol;  // symbols and connectors
};

struct SymbolStyle {
  Length width, height;              // least size of box, capsule, diamond
  Length diamond_height;
  Length circle;                     // least diameter
  Length offpage_width, offpage_height;
  Length cell_gap;                   // least distance of a symbol to the edges of its cell
  Length clearance;                  // between connectors, and of connectors to symbols
  Length arrow_length, arrow_width;
  bool offpage_page = true;          // name the other page in the pentagon
  std::string offpage_words;         // "hal. {page}"
};

struct SheetStyle {
  std::string name;
  std::vector<std::string> template_files;  // as read, the one that others extend first: what a record embeds
  Size paper;  // portrait: w <= h
  std::string paper_name;
  std::array<PagePart, 3> parts;  // by Part
  std::array<TextStyle, static_cast<std::size_t>(TextRole::count)> texts;
  Length cell_padding_x, cell_padding_y;
  Length least_text;  // no text is set smaller
  Strokes strokes;
  LetterheadStyle letterhead;
  IdentityStyle identity;
  std::map<std::string, BoxStyle> boxes;  // by element name: dasar-hukum … pencatatan, kotak
  bool heads_in_cell = true;   // a box's head above its text in one cell; false: in a cell of its own
  TableStyle table;
  SignatureStyle signature;
  std::map<std::string, StatusStamp> stamps;  // by konsep, berlaku, dicabut, salinan
  RunningStyle running;
  SymbolStyle symbols;
  bool identity_and_flow_on_one_page = false;
  bool print_history = false;
  std::string history_title;
  std::vector<std::string> history_heads;  // number, date, by, what
  std::string tte_anchor;      // "#"
  std::string tte_footer;
  std::string tte_qr;  // what the code at the foot says, with {title} {number} {revision} {unit}; empty: no code
  Length tte_square;
  std::string contents_title, legend_title;
  std::map<std::string, std::string> labels;  // any other word that the sheet prints, by key

  const TextStyle& text(TextRole role) const { return texts[static_cast<std::size_t>(role)]; }
  const PagePart& part(Part p) const { return parts[static_cast<std::size_t>(p)]; }
  // Paper of a part, turned as the part says.
  Size page_size(Part p) const {
    return part(p).landscape ? Size{paper.h, paper.w} : paper;
  }
};

}  // namespace lembar::style
