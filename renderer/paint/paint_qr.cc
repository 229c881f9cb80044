#include "paint/paint_qr.h"

#include <qrencode.h>

#include <memory>

#include "paint/outline.h"

namespace lembar::paint {

namespace {
// A reader needs this many white modules around a code (ISO/IEC 18004).
constexpr int kQuietZone = 4;
}  // namespace

std::optional<scene::FillPath> paint_qr(const layout::PlacedQr& qr) {
  // Level M stands a crease or a stamp's edge and still gives modules big enough for a phone.
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(qr.content.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) return std::nullopt;
  const int modules = code->width + 2 * kQuietZone;
  const Length side = min(qr.box.w, qr.box.h);
  const auto at = [&](Length start, int module) { return start + scaled(side, module + kQuietZone, modules); };
  scene::FillPath fill;
  for (int row = 0; row < code->width; ++row) {
    const unsigned char* line = code->data + static_cast<std::ptrdiff_t>(row) * code->width;
    for (int from = 0; from < code->width;) {
      if (!(line[from] & 1)) {
        ++from;
        continue;
      }
      int to = from;
      while (to < code->width && (line[to] & 1)) ++to;
      add_rectangle(fill.path, Rect::from_edges(at(qr.box.x, from), at(qr.box.y, row), at(qr.box.x, to),
                                                at(qr.box.y, row + 1)));
      from = to;
    }
  }
  return fill;
}

}  // namespace lembar::paint
