// Takes what a canvas drew out of its PDF, and nothing else that it wrote: Cairo's own tree of tags alone is as many
// objects as the record's, and qpdf reads every object of a file that it writes, whether or not anything leads there.
#pragma once

#include <qpdf/QPDF.hh>

#include <string>

namespace lembar::finish {

// Puts the pages of `drawn`, with its outlines and page labels, into `pdf`, which is empty. `drawn` is needed no more
// afterwards. Throws what qpdf throws where `drawn` is no PDF.
void take_drawing(QPDF& pdf, const std::string& drawn);

}  // namespace lembar::finish
