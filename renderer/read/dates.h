// Dates as they stand on the sheet: ISO in the file, `28 Juli 2023` in print, anything else as it was written.
#pragma once

#include <string>

#include "model/document.h"
#include "read/xml_tree.h"

namespace lembar::read {

bool looks_iso(std::string_view text);           // dddd-dd-dd, possible or not
bool is_possible_date(std::string_view iso);     // of the calendar; `iso` looks so
int days_in(int month, int year);                // month from 1
std::string printed_date(std::string_view iso);  // "28 Juli 2023"

void impossible_date(std::string_view text, const SourceSpan& where, Findings& findings);

// `written` is normalised; `iso` that of an iso= attribute, or empty. A day that cannot be is printed as it stands.
model::Date make_date(const std::string& written, const std::string& iso, const SourceSpan& where);

}  // namespace lembar::read
