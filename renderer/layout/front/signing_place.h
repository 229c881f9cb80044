// Where an official signs: a field for signing programs, and for an electronic signature the anchor, a character that the
// signing service looks for in the text to put its picture there.
//
// An anchor stands once in the whole file, and each signer has one of his own, wherever else he signs too.
#pragma once

#include <string>
#include <vector>

#include "layout/front/front.h"

namespace lembar::layout {

// The anchors of a template, in the order in which signers take them.
std::vector<std::string> anchors_of(const style::SheetStyle& style);

// Who this is, whichever of his places he signs at.
std::string signer_key(const model::Official& official);

// A name, a rank or a number: without any, a position in the identity only names the office.
bool names_somebody(const model::Official& official);

// Does somebody sign in the identity? Where it names an office alone, the signing block below the table is the place.
bool signs_in_identity(const model::Procedure& procedure, const model::Official& official);

// `room` is what the block keeps free for ink. A sheet to be left blank has the room and nothing in it.
void add_signing_place(const FrontInput& input, PlacedPage& page, const Rect& room, const std::string& cell, const model::Official& official);

}  // namespace lembar::layout
