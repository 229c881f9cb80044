// Text as an author writes it in a cell: paragraphs, sub-heads and list items, with inline styles.
//
// White space is already normalised: runs of it are one space, none stands at the ends of a block.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source_span.h"

namespace lembar::model {

// A stretch of one style. A forced line break (<br/>) is a run of its own with `line_break` set and no text.
struct TextRun {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  bool line_break = false;
};

enum class BlockKind { paragraph, subhead, item };

// daftar="angka|huruf|bulat|strip|polos"
enum class ListMarker { number, letter, bullet, dash, none };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::vector<TextRun> runs;
  int level = 0;                          // depth of nested items; a paragraph inside an item has the item's level + 1
  std::optional<std::string> number;      // <butir nomor="3">: printed as given, counted on from it
  std::optional<ListMarker> marker;       // daftar= on the item's own parent item, for nested lists
  SourceSpan where;
};

struct RichText {
  std::vector<Block> blocks;
  std::optional<ListMarker> marker;  // daftar= on the cell or box
  SourceSpan where;

  bool empty() const { return blocks.empty(); }
};

// The text alone; blocks joined by one space, line breaks as a space.
std::string plain_text(const RichText& text);
std::string plain_text(const std::vector<TextRun>& runs);

}  // namespace lembar::model
