// Which revision a sheet says that it is.
#pragma once

#include <string>

#include "model/document.h"

namespace lembar::model {

// "No. Revisi", "Revisi Ke": the label of a field that holds a number of revision, and no day.
bool is_revision_label(const std::string& label);

// As the reader finds it on the sheet: the field of such a label; without one the newest entry of the history. Empty
// where neither says it.
std::string revision_number(const Procedure& procedure);
// The same, else Tanggal Revisi: what a running head says.
std::string printed_revision(const Procedure& procedure);

}  // namespace lembar::model
