#include "layout/front/signing_place.h"

#include <algorithm>
#include <sstream>

namespace lembar::layout {

namespace {

constexpr Length kInset = mm(1);

// By the sheet within a compilation, so that a place keeps its name whatever happens to the sheets before.
std::string name_for(const FrontInput& in) {
  std::size_t earlier = 0;
  for (const PlacedPage& page : in.sheet.pages)
    if (page.sop == in.sop) earlier += page.signatures.size();
  return (in.sop.empty() ? "" : in.sop + "-") + "ttd-" + std::to_string(earlier + 1);
}

// Empty where the signer has his already, or the template has none left.
std::string anchor_for(const FrontInput& in, const std::string& signer) {
  std::size_t taken = 0;
  for (const PlacedPage& page : in.sheet.pages)
    for (const SignaturePlace& place : page.signatures) {
      if (place.anchor.empty()) continue;
      if (place.signer == signer) return {};
      ++taken;
    }
  const std::vector<std::string> anchors = anchors_of(in.style);
  return taken < anchors.size() ? anchors[taken] : std::string();
}

void add_anchor(const FrontInput& in, PlacedPage& page, const Rect& place, const std::string& cell, const std::string& anchor) {
  const text::FontSpec font = in.style.text(style::TextRole::signature).font;
  const text::ShapedLine line = in.shaper.line({{anchor, font}});
  page.texts.push_back({.owner = OwnerKind::cell, .owner_id = cell, .line = line,
                        .box = {place.x + half(place.w - line.width), place.y + half(place.h - line.height()), line.width, line.height()},
                        .size = font.size});
}

bool is_written(const std::optional<model::Text>& text) { return text && !text->value.empty(); }

}  // namespace

std::vector<std::string> anchors_of(const style::SheetStyle& style) {
  std::istringstream words(style.tte_anchor);
  std::vector<std::string> anchors;
  for (std::string anchor; words >> anchor;)
    if (std::find(anchors.begin(), anchors.end(), anchor) == anchors.end()) anchors.push_back(anchor);
  return anchors;
}

std::string signer_key(const model::Official& official) {
  std::string key = is_written(official.nip) ? official.nip->value : is_written(official.name) ? official.name->value : std::string();
  if (key.empty())
    for (const model::Text& position : official.positions) key += position.value + "\n";
  return key;
}

bool names_somebody(const model::Official& official) {
  return is_written(official.name) || is_written(official.rank) || is_written(official.nip);
}

bool signs_in_identity(const model::Procedure& procedure, const model::Official& official) {
  return names_somebody(official) || procedure.signing_blocks.empty();
}

void add_signing_place(const FrontInput& in, PlacedPage& page, const Rect& room, const std::string& cell, const model::Official& official) {
  if (in.procedure.signing == model::SigningMode::blank) return;
  const bool tte = in.procedure.signing == model::SigningMode::tte;
  const Length side = min(in.style.tte_square > Length() ? in.style.tte_square : room.h, room.h - kInset * 2);
  const Rect box = tte ? Rect{room.x + half(room.w - side), room.y + half(room.h - side), side, side} : room.grown_by(-kInset);
  SignaturePlace place{.name = name_for(in), .box = box, .official = is_written(official.name) ? official.name->value : std::string(),
                       .signer = signer_key(official)};
  if (tte) place.anchor = anchor_for(in, place.signer);
  if (!place.anchor.empty()) add_anchor(in, page, box, cell, place.anchor);
  page.signatures.push_back(std::move(place));
}

}  // namespace lembar::layout
