// Links and signature fields as annotations on their pages.
#pragma once

#include <qpdf/QPDF.hh>

#include <vector>

#include "finish/tag_element.h"

namespace lembar::finish {

// Each returns the annotations, in order; an entry is null where there is no such page.
std::vector<QPDFObjectHandle> add_links(QPDF& pdf, const std::vector<LinkAnnotation>& links);

// Empty fields that a signing program fills. Their appearance is empty too, for PDF/A wants one (6.3.3).
std::vector<QPDFObjectHandle> add_signature_fields(QPDF& pdf, const std::vector<SignatureField>& fields);

// From the page's top left to PDF's bottom left.
QPDFObjectHandle rectangle_on(QPDFObjectHandle page, const Rect& box);

}  // namespace lembar::finish
