// Opens a PDF, ours or any other, and tells what it says of itself.
//
// The bytes may come from anywhere: what is broken becomes a diagnostic, what is too big is not unpacked. Lembar's mark
// is a page-piece dictionary (ISO 32000-1, 14.5) of the catalog; `record_mark.h` says what stands in it.
#pragma once

#include <string>

#include "base/outcome.h"
#include "lembar/record.h"

namespace lembar::finish {

Outcome<Record> read_record(const std::string& name, const std::string& pdf);

}  // namespace lembar::finish
