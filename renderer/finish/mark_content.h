// Names the pieces of a page's content, and marks all between them as artifact: nothing is left unmarked (PDF/UA-1, 7.1).
#pragma once

#include <qpdf/QPDF.hh>

#include <string>
#include <vector>

namespace lembar::finish {

// `tags`: one for each piece, in the order of the stream. False, and nothing done, where there are not as many.
bool mark_content(QPDF& pdf, QPDFObjectHandle page, const std::vector<std::string>& tags);

}  // namespace lembar::finish
