// How the rows, lanes and symbols of a flow table are named to a reader, and looked up.
#pragma once

#include <string>

#include "lembar/compare.h"
#include "model/checked_document.h"

namespace lembar::job {

// "langkah 3"; a step without a number goes by its id, a section by its words.
Wording row_name(const model::CheckedTable& table, int row);
// The words of the lane; its id where there are none.
std::string lane_name(const model::Lanes& lanes, const std::string& actor);
const char* shape_name(model::SymbolKind kind);
// "langkah 3", and which symbol of it where it has several.
Wording symbol_name(const model::CheckedTable& table, const model::SymbolRef& ref);

// Where a connector leads, in no language: "3", "3 (keputusan, Camat)" where the step has several symbols.
std::string target_name(const model::CheckedTable& table, const model::SymbolRef& ref);

const model::Step& step_at(const model::CheckedTable& table, int row);

}  // namespace lembar::job
