#include "layout/front/block_builder.h"

#include "layout/front/signing_place.h"

namespace lembar::layout {

namespace {

constexpr std::size_t kMostEvened = 30;  // lines; of more nobody sees whether they are alike

// What stands before the number. An author who wrote "NRP 1234" has named it already.
std::string nip_label(const model::Official& official, const style::SheetStyle& style) {
  if (official.nip_label) return *official.nip_label;
  const char first = official.nip->value.front();
  const bool named = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  return named ? std::string() : style.signature.nip_label;
}

}  // namespace

model::RichText rich(const std::string& words) { return rich(std::vector<model::TextRun>{{.text = words}}); }

model::RichText rich(const std::vector<model::TextRun>& runs) {
  model::RichText text;
  if (!model::plain_text(runs).empty()) text.blocks.push_back({.runs = runs});
  return text;
}

TextBlock block_of(const FrontInput& in, const model::RichText& words, style::TextRole role, Length width, model::ListMarker marker) {
  const style::TextStyle& subhead = role == style::TextRole::box_text ? in.style.text(style::TextRole::box_subhead) : in.style.text(role);
  return lay_out_rich_text(in.shaper, words, in.style.text(role), subhead, marker, width);
}

TextBlock block_of(const FrontInput& in, const model::RichText& words, style::TextStyle text, Length width) {
  return lay_out_rich_text(in.shaper, words, text, text, model::ListMarker::none, width);
}

style::SheetStyle with_letters_scaled(style::SheetStyle style, std::initializer_list<style::TextRole> roles, int percent) {
  for (const style::TextRole role : roles) {
    Length& size = style.texts[static_cast<std::size_t>(role)].font.size;
    size = max(min(size, style.least_text), scaled(size, percent, 100));
  }
  return style;
}

TextBlock even_block(const FrontInput& in, const model::RichText& words, const style::TextStyle& text, Length width) {
  TextBlock block = block_of(in, words, text, width);
  const std::size_t count = block.lines.size();
  if (count < 2 || count > kMostEvened) return block;
  Length narrow = width / 3, wide = width;
  while (wide - narrow > mm(1)) {
    const Length middle = half(narrow + wide);
    if (block_of(in, words, text, middle).lines.size() <= count) wide = middle; else narrow = middle;
  }
  block = block_of(in, words, text, wide);
  const Length shift = text.align == style::Align::left ? Length() : text.align == style::Align::center ? half(width - wide) : width - wide;
  for (TextBlock::Line& line : block.lines) line.x += shift;
  return block;
}

void append_block(TextBlock& block, TextBlock more) {
  const int paragraphs = block.lines.empty() ? 0 : block.lines.back().paragraph + 1;
  for (TextBlock::Line& line : more.lines) {
    line.y += block.height;
    line.paragraph += paragraphs;
    block.lines.push_back(std::move(line));
  }
  block.width = max(block.width, more.width);
  block.height += more.height;
}

std::string add_cell(PlacedPage& page, const std::string& role, const Rect& box, unsigned edges) {
  std::string id = role + "-" + std::to_string(page.cells.size() + 1);
  page.cells.push_back({.id = id, .role = role, .box = box, .edges = edges});
  return id;
}

void add_block(PlacedPage& page, const TextBlock& block, Point at, const std::string& cell, PlacedText::Part part) {
  const int base = static_cast<int>(page.texts.size()) + 1;
  for (const TextBlock::Line& line : block.lines) {
    if (line.line.text.empty()) continue;
    page.texts.push_back({.owner = cell.empty() ? OwnerKind::none : OwnerKind::cell, .owner_id = cell, .line = line.line,
                          .box = {at.x + line.x, at.y + line.y, line.line.width, line.line.height()},
                          .size = line.line.runs.empty() ? Length() : line.line.runs.front().size,
                          .paragraph = base + line.paragraph,
                          .part = part == PlacedText::Part::plain ? line.part : part});
  }
}

OfficialWords words_of_official(const model::Official& official, const style::SheetStyle& style) {
  OfficialWords words;
  // "a.n. BUPATI" stands above the own position; "Plt. CAMAT" is one line; "u.b." stands alone between the office
  // that had the order and the one that passes it on.
  std::string manner = official.manner;
  if (official.on_behalf_of && !official.on_behalf_of->value.empty()) {
    words.above.push_back("a.n. " + official.on_behalf_of->value);
    if (manner == "a.n.") manner.clear();
  }
  const std::size_t passes_on = official.positions.size() > 1 ? 1 : 0;
  for (std::size_t i = 0; i < official.positions.size(); ++i) {
    std::string line = official.positions[i].value;
    if (manner == "u.b." && i == passes_on) words.above.push_back(manner);
    if (manner != "u.b." && !manner.empty() && i == 0) line = manner + " " + line;
    words.above.push_back(std::move(line));
  }
  if (official.positions.empty() && !manner.empty()) words.above.push_back(manner);
  if (official.name && !official.name->value.empty()) {
    words.below.push_back(official.name->value);
    words.has_name = true;
  }
  if (official.rank && style.signature.rank_printed && !official.rank->value.empty()) words.below.push_back(official.rank->value);
  if (official.nip && !official.nip->value.empty()) words.below.push_back(nip_label(official, style) + official.nip->value);
  return words;
}

OfficialBlock lay_out_official(const FrontInput& in, const model::Official& official, Length width, Length ink, style::Align align) {
  OfficialBlock block;
  const OfficialWords words = words_of_official(official, in.style);
  style::TextStyle plain = in.style.text(style::TextRole::signature);
  plain.align = align;
  style::TextStyle position = plain;
  position.font.bold = position.font.bold || in.style.signature.position_bold;
  style::TextStyle name = in.style.text(style::TextRole::signature_name);
  name.align = align;
  name.font.bold = in.style.signature.name_bold;
  name.underline = in.style.signature.name_underlined;
  for (const std::string& line : words.above) append_block(block.above, even_block(in, rich(line), position, width));
  bool first = words.has_name;
  for (const std::string& line : words.below) {
    append_block(block.below, even_block(in, rich(line), first ? name : plain, width));
    first = false;
  }
  block.ink = ink;
  return block;
}

void add_official(const FrontInput& in, PlacedPage& page, const OfficialBlock& block, Point at, Length width, const std::string& cell,
                  const model::Official& official) {
  add_block(page, block.above, at, cell);
  at.y += block.above.height;
  if (block.ink > Length()) add_signing_place(in, page, {at.x, at.y, width, block.ink}, cell, official);
  add_block(page, block.below, {at.x, at.y + block.ink}, cell);
}

}  // namespace lembar::layout
