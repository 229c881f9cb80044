// Where an XML file says which revision it is, and how revisions are numbered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lembar/compare.h"
#include "read/xml_edit.h"

namespace lembar::job {

// The number after `number`, in its form: 00 -> 01, 1 -> 2, "Rev. 09" -> "Rev. 10"; "-" and nothing -> 01, for those
// stand for the first issue. Absent: it ends in no number.
std::optional<std::string> next_number(const std::string& number);
// `number` as the place of `old` writes its numbers: 2 after 01 is 02. As it is where one of them ends in no digits.
std::string in_form_of(const std::string& old, const std::string& number);
// Its value; 0 for "-" and nothing.
std::optional<long> number_value(const std::string& number);
// Letters, digits, dots, hyphens; "00" for "-" and nothing.
std::string number_for_name(const std::string& number);

// Whether a change is one that every revision makes.
bool is_revision_mark(const Change& change);

// The places in one <sop>.
struct RevisionMarks {
  const read::XmlNode* identity = nullptr;
  const read::XmlNode* revised = nullptr;         // <tanggal-revisi>
  std::vector<const read::XmlNode*> numbers;      // <isian> with such a label
  const read::XmlNode* history = nullptr;         // <riwayat>
  const read::XmlNode* last_entry = nullptr;      // its last <revisi>
  std::string number;                             // as the sheet says it; empty: it does not
};
RevisionMarks find_marks(const read::XmlNode& sop);

// Notes the changes that make the sheet the revision `number`, which each field writes in its own form unless somebody
// asked for that very number. `entry` is the <revisi> element.
enum class NumberForm { of_field, as_given };
void edit_marks(read::XmlEdits& edits, const read::XmlNode& sop, const RevisionMarks& marks, const std::string& number, NumberForm form,
                const std::string& date, const std::string& entry);

}  // namespace lembar::job
