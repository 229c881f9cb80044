// What each symbol says to a reader by ear: kind, performer, and where the flow goes from it.
#pragma once

#include "layout/placed_sheet.h"
#include "model/checked_document.h"

namespace lembar::layout {

// Fills PlacedSymbol::alt: "keputusan, Kepala Seksi: bila Ya ke langkah 4, bila Tidak kembali ke langkah 2".
void describe_symbols(const model::CheckedDocument& document, PlacedSheet& sheet);

}  // namespace lembar::layout
