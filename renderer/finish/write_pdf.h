// Writes qpdf's objects as a PDF 1.7 file: objects in packed streams, and an ID that depends on the content alone.
//
// The bytes are those of qpdf's own writer with the same wishes, and a test holds them to it. That writer looks each
// reference up in several trees and writes each object stream twice, which took a third of the time of a sheet of
// hundreds of pages. This one counts on what `finish` makes: no encryption, no signature yet, all of generation 0.
#pragma once

#include <qpdf/QPDF.hh>

#include <string>

namespace lembar::finish {

std::string write_pdf(QPDF& pdf);

}  // namespace lembar::finish
