// What a row of sums says: its label, and the figure that stands under the times.
#pragma once

#include <optional>
#include <string>

#include "model/document.h"

namespace lembar::layout {

// The sum of the times of a table's steps, in words ("3 Jam 20 Menit"); a bare number where no time has a unit, because
// the head says it; empty where a time is no number, or some have a unit and some have none.
std::string total_time(const model::FlowTable& table);

// The first time in the way of the sum: neither number and unit nor a number alone. Null where each is one of them.
const model::Cell* unsummed_time(const model::FlowTable& table);

struct TotalWords {
  model::RichText label;
  std::optional<model::RichText> figure;  // absent: the label says it all; empty: the sum is not known
};

// An author's own words are printed as they stand: those at their end that are a time are the figure. Words that name no
// time are the row's label, and the figure is the sum. `template_label` may hold {sum}: then the sum stands there.
TotalWords total_words(const model::TotalRow& row, const std::string& template_label, const std::string& sum);

}  // namespace lembar::layout
