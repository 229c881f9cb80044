// Small tools for blocks of cells and lines placed straight on a page.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "layout/front/front.h"

namespace lembar::layout {

// One line of plain words in a style, several lines where it must wrap.
model::RichText rich(const std::string& words);
model::RichText rich(const std::vector<model::TextRun>& runs);

TextBlock block_of(const FrontInput& input, const model::RichText& words, style::TextRole role, Length width,
                   model::ListMarker marker = model::ListMarker::none);
// The same with another alignment than the role's.
TextBlock block_of(const FrontInput& input, const model::RichText& words, style::TextStyle text, Length width);

// The style with the letters of these roles at `percent` of their size, but none smaller than the template's least.
style::SheetStyle with_letters_scaled(style::SheetStyle style, std::initializer_list<style::TextRole> roles, int percent);

// A long name in lines of about the same length: set as narrow as it can be without a line more.
TextBlock even_block(const FrontInput& input, const model::RichText& words, const style::TextStyle& text, Length width);

// `more` below the lines of `block`.
void append_block(TextBlock& block, TextBlock more);

// Adds a cell and returns its id, made of role and a running number of the page.
std::string add_cell(PlacedPage& page, const std::string& role, const Rect& box, unsigned edges = kAllEdges);

// All lines of the block with its top left corner at `at`; of a heading, with the part that they are.
void add_block(PlacedPage& page, const TextBlock& block, Point at, const std::string& cell,
               PlacedText::Part part = PlacedText::Part::plain);

// The official's lines from the first to the last position ("a.n. …", "Plt. …"), and what stands below the ink.
struct OfficialWords {
  std::vector<std::string> above;
  std::vector<std::string> below;  // name, rank, NIP; the name first where there is one
  bool has_name = false;
};
OfficialWords words_of_official(const model::Official& official, const style::SheetStyle& style);

// The official in `width`: positions, free space of `ink`, name underlined, rank, NIP. No ink: nobody signs here.
struct OfficialBlock {
  TextBlock above, below;
  Length ink;
  Length height() const { return above.height + ink + below.height; }
};
OfficialBlock lay_out_official(const FrontInput& input, const model::Official& official, Length width, Length ink, style::Align align);
void add_official(const FrontInput& input, PlacedPage& page, const OfficialBlock& block, Point at, Length width, const std::string& cell,
                  const model::Official& official);

}  // namespace lembar::layout
