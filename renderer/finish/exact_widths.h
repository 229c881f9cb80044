// Writes the widths of embedded TrueType fonts as they are.
//
// Cairo cuts them to whole thousandths of the text's size, yet places its glyphs as if it had not: the reader's pen falls
// behind by half a thousandth for each letter, a third of a point at the end of a long line.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace lembar::finish {

// `resources`: see page_resources.
void set_exact_widths(const std::vector<QPDFObjectHandle>& resources);

}  // namespace lembar::finish
