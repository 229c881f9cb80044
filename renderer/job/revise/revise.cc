#include "base/letters.h"
#include "lembar/revise.h"

#include <filesystem>
#include <map>

#include "base/assert.h"
#include "base/findings.h"
#include "base/xml_text.h"
#include "job/compare/changes_text.h"
#include "job/guard.h"
#include "job/office/calendar.h"
#include "job/revise/revision_entry.h"
#include "job/revise/revision_marks.h"
#include "job/revise/sheet_source.h"
#include "read/text.h"
#include "read/xml_chars.h"

namespace lembar {

namespace job {

namespace {

Diagnostic fault_of(const std::string& file, const char* code, Wording message, Wording remedy) {
  return {Severity::error, Fault::input, code, {file, 0, 0, 1, {}}, std::move(message), {std::move(remedy)}};
}

Diagnostic number_unknown(const std::string& file, const std::string& number) {
  return fault_of(file, "revision-number-unknown",
                  {"Setelah revisi " + in_quotes(number) + " tidak diketahui nomor berapa.", "What follows revision " + in_quotes(number) + " is not known."},
                  {"Sebutkan dengan --number.", "Name it with --number."});
}

}  // namespace

std::string revision_entry(const RevisionMarks& marks, const std::string& number, const RevisionEntry& entry) {
  const bool of_last = marks.last_entry && entry.number.empty();
  const std::string shown = of_last ? in_form_of(read::words_of(*marks.last_entry, "nomor"), number) : number;
  std::string out = "<revisi nomor=\"" + escaped_attribute(shown) + "\" tanggal=\"" + entry.date + "\"";
  if (!entry.by.empty()) out += " oleh=\"" + escaped_attribute(entry.by) + "\"";
  return out + ">" + escaped_text(entry.note) + "</revisi>";
}

bool is_text(const std::string& words) {
  for (std::size_t at = 0; at < words.size();) {
    const StrictChar c = decode_utf8(words, at);
    if (c.size == 0 || !read::is_xml_char(c.code)) return false;
    at += static_cast<std::size_t>(c.size);
  }
  return true;
}

bool check_words(const std::string& file, const std::vector<std::string>& all, std::vector<Diagnostic>& diagnostics) {
  for (const std::string& words : all) {
    if (is_text(words)) continue;
    diagnostics.push_back(fault_of(file, "revision-words",
                                   {"Kata-kata yang diberikan bukan teks UTF-8, atau memuat aksara kendali.",
                                    "The words given are no UTF-8 text, or hold control characters."},
                                   {"Ketiklah kembali.", "Type them again."}));
    return false;
  }
  return true;
}

bool check_date(const std::string& file, const std::string& date, std::vector<Diagnostic>& diagnostics) {
  if (is_day(date)) return true;
  diagnostics.push_back(fault_of(file, "revision-date", {"Tanggal " + in_quotes(date) + " tidak ada.", "There is no date " + in_quotes(date) + "."},
                                 {"Tulis TTTT-BB-HH, misalnya 2025-06-02.", "Write YYYY-MM-DD, as in 2025-06-02."}));
  return false;
}

std::optional<std::string> number_after(const std::string& file, const std::string& number, const RevisionEntry& entry,
                                        std::vector<Diagnostic>& diagnostics) {
  if (!entry.number.empty()) return entry.number;
  auto next = next_number(number);
  if (!next) diagnostics.push_back(number_unknown(file, number));
  return next;
}

const read::XmlNode* the_sop(const std::string& file, const read::XmlNode& root, std::vector<Diagnostic>& diagnostics) {
  if (root.is("sop")) return &root;
  diagnostics.push_back(fault_of(file, "revision-compilation",
                                 {"Berkas ini himpunan; revisi adalah milik tiap lembar.", "This file is a compilation; revisions belong to its sheets."},
                                 {"Simpan tiap lembar dalam berkasnya sendiri, sertakan dengan <sertakan>, dan revisi berkas itu.",
                                  "Keep each sheet in a file of its own, include it with <sertakan>, and revise that file."}));
  return nullptr;
}

namespace {

// "Perubahan: identitas (2), prosedur (5)", in the language of the sheets.
std::string counted_note(const std::vector<Change>& changes) {
  std::map<SheetPart, int> counts;
  for (const Change& change : changes) ++counts[change.part];
  std::string out;
  for (const auto& [part, n] : counts) {
    std::string name = part_name(part).id;
    name[0] = small_letter(name[0]);
    out += (out.empty() ? "Perubahan: " : ", ") + name + " (" + std::to_string(n) + ")";
  }
  return out;
}

class Reviser {
 public:
  Reviser(const Source& source, const RevisionEntry& entry, const std::optional<Source>& last, bool keep_last)
      : given_(source), entry_(entry), last_(last), keep_last_(keep_last) {}

  RevisionResult run() {
    guarded(result_.diagnostics, [&] { work(); });
    if (has_error(result_.diagnostics)) result_.bytes = result_.kept = {};
    return std::move(result_);
  }

 private:
  void work() {
    std::vector<Diagnostic>& said = result_.diagnostics;
    const auto sheet = read_sheet_source(given_, said);
    const bool right = check_date(given_.name, entry_.date, said) && check_words(given_.name, {entry_.note, entry_.by, entry_.number}, said);
    if (!right || !sheet) return;
    const read::XmlNode* sop = the_sop(given_.name, sheet->root, said);
    if (!sop) return;
    const RevisionMarks marks = find_marks(*sop);
    const auto number = number_after(given_.name, marks.number, entry_, said);
    if (!number || (last_ && !changed_since_last(*sheet->source))) return;
    keep(*sheet, marks);
    read::XmlEdits edits(sheet->source->bytes);
    edit_marks(edits, *sop, marks, *number, number_form(entry_), entry_.date, revision_entry(marks, *number, entry_));
    result_.number = *number;
    result_.bytes = edits.applied();
    prove(*sheet);
  }

  // False, with the reason, where nothing but marks of revisions differs; the note is counted where none was given.
  bool changed_since_last(const Source& source) {
    Comparison since = compare(*last_, source);
    if (has_error(since.diagnostics)) {
      result_.diagnostics.insert(result_.diagnostics.end(), since.diagnostics.begin(), since.diagnostics.end());
      return false;
    }
    std::erase_if(since.changes, is_revision_mark);
    if (since.changes.empty()) {
      result_.diagnostics.push_back(fault_of(given_.name, "revision-unchanged",
                                             {"Tidak ada yang berubah sejak revisi terakhir (" + last_->name + ").",
                                              "Nothing has changed since the last revision (" + last_->name + ")."},
                                             {"Ubah dahulu lembarnya; lihat bedanya dengan lembar diff.",
                                              "Change the sheet first; lembar diff shows what differs."}));
      return false;
    }
    if (entry_.note.empty()) entry_.note = counted_note(since.changes);
    return true;
  }

  void keep(const SheetSource& sheet, const RevisionMarks& marks) {
    result_.kept = sheet.source->bytes;
    result_.kept_number = number_for_name(marks.number);
    if (!keep_last_ || !last_) return;
    const auto before = read_sheet_source(*last_, result_.diagnostics);
    const read::XmlNode* sop = before ? the_sop(last_->name, before->root, result_.diagnostics) : nullptr;
    if (!sop) return;
    result_.kept = before->source->bytes;
    result_.kept_number = number_for_name(find_marks(*sop).number);
  }

  void prove(const SheetSource& before) const {
    const Source changed{before.source->name, result_.bytes};
    prove_readable(changed, before.loader);
    const Comparison comparison = compare(*before.source, changed);
    for (const Change& change : comparison.changes)
      LEMBAR_ASSERT(is_revision_mark(change), ("a revision changes nothing but its marks: " + change.place.en).c_str());
    LEMBAR_ASSERT(!comparison.changes.empty(), "a revision changes its marks");
  }

  Source given_;
  RevisionEntry entry_;
  std::optional<Source> last_;
  bool keep_last_;
  RevisionResult result_;
};

}  // namespace

}  // namespace job

RevisionResult revise(const Source& source, const RevisionEntry& entry, const std::optional<Source>& last, bool keep_last) {
  return job::Reviser(source, entry, last, keep_last).run();
}

std::string revision_number(const Source& source, std::vector<Diagnostic>& diagnostics) {
  std::string number;
  job::guarded(diagnostics, [&] {
    const auto sheet = job::read_sheet_source(source, diagnostics);
    const read::XmlNode* sop = sheet ? job::the_sop(source.name, sheet->root, diagnostics) : nullptr;
    if (sop) number = job::number_for_name(job::find_marks(*sop).number);
  });
  return number;
}

// ---------------------------------------------------------------- names of kept sources

namespace {
constexpr const char* kRevisionPart = ".rev-";
}

std::string kept_name(const std::string& file, const std::string& number) {
  const std::filesystem::path path = file;
  return (path.parent_path() / (path.stem().string() + kRevisionPart + number + path.extension().string())).string();
}

bool is_kept_name(const std::string& name) {
  return std::filesystem::path(name).stem().string().find(kRevisionPart) != std::string::npos;
}

std::string kept_number(const std::string& file, const std::string& name) {
  const std::filesystem::path path = file, other = name;
  const std::string start = path.stem().string() + kRevisionPart, stem = other.stem().string();
  if (other.extension() != path.extension() || stem.compare(0, start.size(), start) != 0) return {};
  return stem.substr(start.size());
}

bool is_older_revision(const std::string& a, const std::string& b) {
  const auto x = job::number_value(a), y = job::number_value(b);
  if (x && y && *x != *y) return *x < *y;
  return a < b;
}

}  // namespace lembar
