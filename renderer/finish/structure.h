// Builds the structure tree (ISO 32000-1, 14.7) in place of what a canvas made of it: every element with its words, each
// piece of content and each annotation where it is read.
#pragma once

#include <qpdf/QPDF.hh>

#include "finish/finish_pdf.h"

namespace lembar::finish {

// Links and signature fields are made here too, for the tree and they know each other. A canvas that has not marked as
// many pieces of content as there are elements for is our fault.
void build_structure(QPDF& pdf, const FinishInput& input);

}  // namespace lembar::finish
