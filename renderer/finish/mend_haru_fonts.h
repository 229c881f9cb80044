// Mends what libharu 2.3 writes wrong about the fonts that it embeds; other fonts are left alone.
#pragma once

#include <qpdf/QPDF.hh>

#include <vector>

namespace lembar::finish {

// The map from codes to characters, which libharu writes as if it led to glyphs, and the height of capitals, which it
// leaves out (ISO 32000-1, 9.10.3 and table 122).
// `resources`: see page_resources.
void mend_haru_fonts(QPDF& pdf, const std::vector<QPDFObjectHandle>& resources);

}  // namespace lembar::finish
