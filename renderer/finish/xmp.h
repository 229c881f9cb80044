// The XMP packet: what the document says about itself, in the form that archives read. It must agree with the
// document information dictionary, entry by entry.
#pragma once

#include <string>

#include "finish/finish_pdf.h"

namespace lembar::finish {

std::string xmp_packet(const FinishInput& input);

}  // namespace lembar::finish
