// Lanes and connectors of one table: does every name lead somewhere, and which way does the flow go where nobody
// wrote a connector?
#pragma once

#include "check/names.h"

namespace lembar::check {

void check_lanes(const model::Lanes& lanes, Findings& findings);
// pelaksana= and sampai= of every symbol.
void check_actors(const model::FlowTable& table, const model::Lanes& lanes, Findings& findings);
// In document order. Those that lead nowhere are left out. Reported: these, and decisions with more arrows than corners.
std::vector<model::Edge> connect(const model::Procedure& procedure, int table, const Names& names, Findings& findings);

}  // namespace lembar::check
