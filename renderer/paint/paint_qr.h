// A QR code as one path: its dark modules, joined along each row.
#pragma once

#include <optional>

#include "layout/placed_sheet.h"
#include "scene/item.h"

namespace lembar::paint {

// Absent where the words are too long for any QR code.
std::optional<scene::FillPath> paint_qr(const layout::PlacedQr& qr);

}  // namespace lembar::paint
