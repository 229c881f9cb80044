// Lembar's mark in a PDF: a dictionary in the catalog's /PieceInfo, where programs keep what is theirs (ISO 32000-1, 14.5).
// It says in full what XMP says in part: origin, sheets, and where each attached file belongs.
#pragma once

#include <qpdf/QPDF.hh>

#include <string>

#include "lembar/record.h"

namespace lembar::finish {

struct FinishInput;

// The bytes of the files are attached elsewhere. `date` is a PDF date.
void write_mark(QPDF& pdf, const FinishInput& input, const std::string& date);

// Fills origin, sheets, and name, role and path of files. False: there is no mark.
bool read_mark(QPDF& pdf, Record& record);

// In UTF-8; empty where it is no string.
std::string words_of(QPDFObjectHandle object);

}  // namespace lembar::finish
