// What stands before and after the flow tables: cover, letterhead, identity table, boxes, signing blocks, history.
#pragma once

#include <optional>
#include <string>

#include "layout/layout.h"
#include "layout/pages.h"
#include "layout/rich_text_layout.h"

namespace lembar::layout {

struct FrontInput {
  const model::Procedure& procedure;
  const style::SheetStyle& style;
  text::Shaper& shaper;
  const Images& images;
  PlacedSheet& sheet;
  std::string sop;  // PlacedPage::sop
};

// A picture of the document as placed on the sheet: its index in PlacedSheet::images, added there once.
// Nothing where job could not read it (job has told so).
std::optional<int> find_image(const FrontInput& input, int file, const std::string& path);

// The place of what is higher than a page and cannot be cut: then the sheet is no use. Absent where all stands well.
using TooHigh = std::optional<SourceSpan>;

// A cover with many words has smaller ones.
TooHigh place_cover(const FrontInput& input, const model::Cover& cover, int file, PageFiller& pages);

// Letterhead, identity and boxes, on pages of their own.
TooHigh place_identity(const FrontInput& input, PageFiller& pages);

// Signing blocks after the tables: their height on one page, and the blocks themselves at the filler's place.
// As given: on the side that each has, a new band where the sides do not go on to the right. Abreast: three to a band
// and with the least room for ink, for a table whose last row leaves no more room.
enum class Signers { as_given, abreast };
Length signing_height(const FrontInput& input, Signers arrangement);
void place_signing_blocks(const FrontInput& input, Signers arrangement, PageFiller& pages);

void place_history(const FrontInput& input, PageFiller& pages);

}  // namespace lembar::layout
