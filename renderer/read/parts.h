// One reader for each part of a sheet. They take a tree that check_vocabulary has looked over; where it found
// faults they make the best of it, so that the rest of the file is still looked at.
#pragma once

#include "model/document.h"
#include "read/xml_tree.h"

namespace lembar::read {

model::Cover read_cover(const XmlNode& node);
model::Letterhead read_letterhead(const XmlNode& node);
model::Identity read_identity(const XmlNode& node, Findings& findings);
std::optional<model::Box> read_box(const XmlNode& node);  // absent: `node` is no box
model::SigningBlock read_signing_block(const XmlNode& node);
std::vector<model::Revision> read_history(const XmlNode& node);

model::Lanes read_lanes(const XmlNode& node);
model::Head read_head(const XmlNode& node);
model::FlowTable read_flow_table(const XmlNode& node, Findings& findings);
model::Step read_step(const XmlNode& node, Findings& findings);

}  // namespace lembar::read
