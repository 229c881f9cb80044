// The words of a page as its fonts say they read, from the pieces of content that tags own.
#pragma once

#include <qpdf/QPDF.hh>

#include <string>
#include <vector>

namespace lembar::finish {

// Piece by piece, in the order of the page; artifacts are left out.
std::vector<std::string> page_words(QPDFObjectHandle page);

}  // namespace lembar::finish
