// The fonts, pictures and patterns that the pages draw with, without the rest of the document: tags are a hundred times
// as many objects.
#pragma once

#include <qpdf/QPDF.hh>

#include <vector>

namespace lembar::finish {

// Every indirect object that is reached from the resources of a page, each once.
std::vector<QPDFObjectHandle> page_resources(QPDF& pdf);

}  // namespace lembar::finish
