// Gives the structure tree what Cairo drops: words for pictures, scopes and spans of table cells, a root
// element named Document, and the catalog's word that the file is tagged.
#pragma once

#include <qpdf/QPDF.hh>

#include <vector>

#include "finish/finish_pdf.h"

namespace lembar::finish {

// Elements and `tags` are walked side by side in document order. Where they do not agree the rest is left alone:
// wrong words would be worse than none.
void finish_structure(QPDF& pdf, const std::vector<TagAttributes>& tags);

}  // namespace lembar::finish
