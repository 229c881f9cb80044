// Mends what canvases write and archives refuse, object by object.
#pragma once

#include <qpdf/QPDF.hh>

namespace lembar::finish {

// Fonts get their CIDToGIDMap (ISO 19005-2, 6.2.11.3.2), pictures lose Interpolate (6.2.8). What libharu and Cairo write wrong
// about fonts and page labels is mended too.
void fix_objects(QPDF& pdf);

}  // namespace lembar::finish
