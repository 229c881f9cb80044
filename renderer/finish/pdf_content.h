// What a reader gets from a PDF, page by page, in a form that two PDFs can be compared by.
//
// Signatures and the fields that they fill are no part of it: signing changes nothing of what is read.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"

namespace lembar::finish {

struct PageContent {
  std::string size;         // of the paper
  std::string drawing;      // digest of all that is drawn
  std::string annotations;  // digest of links and the like
  std::vector<std::string> words;  // of marked content, in its order; hyphens and spaces at line ends may differ
};

struct PdfContent {
  std::vector<PageContent> pages;
  std::vector<std::string> figures;  // the words of each, in reading order; not of those that are links to other pages
  std::string information;  // digests: titles and the document's own dates
  std::string xmp;
  std::string structure;    // tags, with the words that stand for figures
  std::string navigation;   // bookmarks and page labels
  std::string rest;         // whatever else the catalog holds, but files and forms
};

// `name` is for the diagnostics.
Outcome<PdfContent> read_content(const std::string& name, const std::string& pdf);

}  // namespace lembar::finish
