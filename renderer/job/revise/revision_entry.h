// What revise and replace share: the entry of the history, and what must be right before one is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "job/revise/revision_marks.h"
#include "lembar/compare.h"
#include "lembar/revise.h"
#include "read/xml_tree.h"

namespace lembar::job {

// The <revisi> element, escaped.
std::string revision_entry(const RevisionMarks& marks, const std::string& number, const RevisionEntry& entry);
inline NumberForm number_form(const RevisionEntry& entry) { return entry.number.empty() ? NumberForm::of_field : NumberForm::as_given; }
// Whether words may stand in an XML file.
bool is_text(const std::string& words);
// False, with the reason: words that no XML file may hold came from outside.
bool check_words(const std::string& file, const std::vector<std::string>& all, std::vector<Diagnostic>& diagnostics);
// False, with the reason: it is no day of the calendar.
bool check_date(const std::string& file, const std::string& date, std::vector<Diagnostic>& diagnostics);
// The number that `entry` asks for, or the one after `number`; absent, with the reason, where nobody knows which.
std::optional<std::string> number_after(const std::string& file, const std::string& number, const RevisionEntry& entry,
                                        std::vector<Diagnostic>& diagnostics);
// The sheet of a file that holds one; null, with the reason, for a compilation.
const read::XmlNode* the_sop(const std::string& file, const read::XmlNode& root, std::vector<Diagnostic>& diagnostics);

}  // namespace lembar::job
