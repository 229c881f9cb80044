// What a compilation puts before its sheets: the list of them with their pages, and the meaning of the symbols.
#pragma once

#include <vector>

#include "layout/front/front.h"

namespace lembar::layout {

// A line of the list whose page is not known yet.
struct ContentsLine {
  int page = 0;       // index into the sheet's pages
  std::string cell;
  Length right, y;    // where its number ends, and its line begins
  int procedure = 0;  // index into the document's procedures
};

// On pages of their own. The numbers of pages come with fill_contents, when all pages are known.
std::vector<ContentsLine> place_contents(const FrontInput& input, const model::Document& document, PageFiller& pages);
// `first_pages`: the page on which each procedure begins, from 1.
void fill_contents(PlacedSheet& sheet, const std::vector<ContentsLine>& lines, const std::vector<int>& first_pages,
                   const style::SheetStyle& style, text::Shaper& shaper);

// Below what stands on the current page, where it fits there.
void place_symbol_legend(const FrontInput& input, PageFiller& pages);

}  // namespace lembar::layout
