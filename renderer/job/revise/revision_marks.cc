#include "job/revise/revision_marks.h"

#include <algorithm>

#include "job/revise/find_words.h"
#include "model/printed_revision.h"
#include "read/text.h"

namespace lembar::job {

namespace {

constexpr std::size_t kMostDigits = 9;

// Where the digits at the end begin.
std::size_t digits_at(const std::string& number) {
  std::size_t at = number.size();
  while (at > 0 && number[at - 1] >= '0' && number[at - 1] <= '9') --at;
  return at;
}

bool is_first_issue(const std::string& number) { return number.empty() || number == "-"; }

}  // namespace

std::optional<std::string> next_number(const std::string& number) {
  if (is_first_issue(number)) return "01";
  const std::size_t at = digits_at(number), width = number.size() - at;
  if (width == 0 || width > kMostDigits) return std::nullopt;
  std::string digits = std::to_string(std::stol(number.substr(at)) + 1);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return number.substr(0, at) + digits;
}

std::string in_form_of(const std::string& old, const std::string& number) {
  const std::size_t from = digits_at(old), at = digits_at(number);
  if (from == old.size() || at == number.size()) return number;
  std::string digits = number.substr(std::min(number.find_first_not_of('0', at), number.size() - 1));
  if (digits.size() < old.size() - from) digits.insert(0, old.size() - from - digits.size(), '0');
  return old.substr(0, from) + digits;
}

std::optional<long> number_value(const std::string& number) {
  if (is_first_issue(number)) return 0;
  const std::size_t at = digits_at(number);
  if (at == number.size() || number.size() - at > kMostDigits) return std::nullopt;
  return std::stol(number.substr(at));
}

std::string number_for_name(const std::string& number) {
  if (is_first_issue(number)) return "00";
  std::string out;
  for (const char c : number) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
    if (plain) out += c;
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  return out.empty() ? "00" : out;
}

bool is_revision_mark(const Change& change) {
  if (change.part == SheetPart::history) return true;
  if (change.key == "tanggal-revisi") return true;
  return change.part == SheetPart::identity && change.key.compare(0, 6, "isian/") == 0 && model::is_revision_label(change.key.substr(6));
}

RevisionMarks find_marks(const read::XmlNode& sop) {
  RevisionMarks marks;
  marks.identity = sop.child("identitas");
  marks.history = sop.child("riwayat");
  if (marks.identity) {
    marks.revised = marks.identity->child("tanggal-revisi");
    for (const read::XmlNode& field : marks.identity->children)
      if (field.is("isian") && model::is_revision_label(read::words_of(field, "label"))) marks.numbers.push_back(&field);
  }
  if (marks.history)
    for (const read::XmlNode& entry : marks.history->children)
      if (entry.is("revisi")) marks.last_entry = &entry;
  // The field is what the reader sees; the history may lag behind it, or the field behind the history.
  std::vector<std::string> said;
  for (const read::XmlNode* field : marks.numbers) said.push_back(words_in(*field));
  if (marks.last_entry) said.push_back(read::words_of(*marks.last_entry, "nomor"));
  for (const std::string& number : said)
    if (marks.number.empty() || number_value(number).value_or(-1) > number_value(marks.number).value_or(-1)) marks.number = number;
  return marks;
}

void edit_marks(read::XmlEdits& edits, const read::XmlNode& sop, const RevisionMarks& marks, const std::string& number, NumberForm form,
                const std::string& date, const std::string& entry) {
  for (const read::XmlNode* field : marks.numbers)
    edits.set_words(*field, form == NumberForm::as_given ? number : in_form_of(words_in(*field), number));
  if (marks.revised) {
    edits.set_words(*marks.revised, date);
    if (const read::XmlAttribute* iso = marks.revised->attribute("iso")) edits.remove_attribute(*iso);
  } else if (marks.identity) {
    const std::string field = "<tanggal-revisi>" + date + "</tanggal-revisi>";
    const read::XmlNode* before = marks.identity->child("tanggal-pembuatan");
    if (!before) before = marks.identity->child("nomor");
    if (before) edits.add_after(*before, {field});
    else edits.add_last(*marks.identity, {field});
  }
  if (marks.last_entry) edits.add_after(*marks.last_entry, {entry});
  else if (marks.history) edits.add_last(*marks.history, {entry});
  else edits.add_last(sop, {"<riwayat>", "  " + entry, "</riwayat>"});
}

}  // namespace lembar::job
