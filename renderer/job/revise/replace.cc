#include "base/letters.h"
#include "lembar/replace.h"

#include <algorithm>
#include <set>

#include "base/findings.h"
#include "base/xml_text.h"
#include "job/build/find_sources.h"
#include "job/guard.h"
#include "job/revise/find_words.h"
#include "job/revise/revision_entry.h"
#include "job/revise/revision_marks.h"
#include "job/revise/sheet_source.h"
#include "model/printed_revision.h"
#include "read/text.h"

namespace lembar {

namespace job {

namespace {

// What a reader takes as one text: styles inside it do not part its words.
bool is_style(const read::XmlNode& node) { return node.is("t") || node.is("m") || node.is("g") || node.is("br"); }

class Replacer {
 public:
  Replacer(const SheetSource& sheet, const std::string& name, const Replacement& replacement, ReplaceResult& result)
      : sheet_(sheet), bytes_(sheet.source->bytes), replacement_(replacement), result_(result), edits_(bytes_) {
    files_.add(name, bytes_);
    before_ = read::normalized(replacement.before);
    after_ = read::normalized(replacement.after);
  }

  read::XmlEdits& edits() { return edits_; }

  void run() {
    if (replacement_.what == Replacement::What::official) officials(sheet_.root);
    words(sheet_.root);
  }

 private:
  void tell(Severity severity, const char* code, const ByteRange& bytes, Wording message, std::vector<Wording> remedies = {}) {
    result_.places.push_back({severity, Fault::input, code, files_.place(files_.span_of(0, bytes)), std::move(message), std::move(remedies)});
  }
  void tell_change(const ByteRange& bytes, const std::string& was, const std::string& is) {
    tell(Severity::info, "replace-place", bytes, {in_quotes(was) + " menjadi " + in_quotes(is) + ".", in_quotes(was) + " becomes " + in_quotes(is) + "."});
  }

  // ---------------------------------------------------------------- officials

  void officials(const read::XmlNode& node) {
    if (node.is("disahkan-oleh") || node.is("pengesah")) official(node);
    for (const read::XmlNode& child : node.children)
      if (!child.is_text()) officials(child);
  }

  // By the name, with or without the titles behind it, or by the NIP.
  bool is_meant(const read::XmlNode& node) const {
    const read::XmlNode *name = node.child("nama"), *nip = node.child("nip");
    const std::string asked = small_letters(before_), number = digits_of(before_);
    const std::string stands = name ? small_letters(words_in(*name)) : "";
    if (!stands.empty() && (stands == asked || stands.compare(0, asked.size() + 1, asked + ",") == 0)) return true;
    const bool is_number = number.size() >= 8 && before_.find_first_not_of("0123456789 ") == std::string::npos;
    return is_number && nip && digits_of(words_in(*nip)) == number;
  }

  void official(const read::XmlNode& node) {
    if (!is_meant(node)) return;
    taken_.insert(&node);
    if (const read::XmlNode* name = node.child("nama")) {
      if (small_letters(words_in(*name)) == small_letters(after_)) return;
      set(*name, after_);
    }
    detail(node, "nip", replacement_.nip, "--nip");
    detail(node, "pangkat", replacement_.rank, "--rank");
  }

  void set(const read::XmlNode& element, const std::string& words) {
    tell_change(element.whole, words_in(element), words);
    edits_.set_words(element, words);
  }

  // Another's number below a name is worse than none: it must be said, if only that there is none.
  void detail(const read::XmlNode& node, const char* name, const std::optional<std::string>& value, const std::string& option) {
    const read::XmlNode* element = node.child(name);
    if (!element || words_in(*element).empty()) return;
    if (value) {
      set(*element, read::normalized(*value));
      return;
    }
    const std::string tag = "<" + std::string(name) + ">";
    result_.revision.diagnostics.push_back(
        {Severity::error, Fault::input, "replace-detail-missing", files_.place(files_.span_of(0, element->whole)),
         {tag + " ini milik pejabat yang lama.", "This " + tag + " is the former official's."},
         {{"Sebutkan yang baru dengan " + option + " (kosong: " + option + " \"\").", "Give the new one with " + option + " (none: " + option + " \"\")."}}});
  }

  // ---------------------------------------------------------------- words

  // The revision's own marks are changed by the revision.
  bool is_left_out(const read::XmlNode& node) const {
    return taken_.count(&node) || node.is("riwayat") || node.is("tanggal-revisi") ||
           (node.is("isian") && model::is_revision_label(read::words_of(node, "label")));
  }

  void words(const read::XmlNode& node) {
    if (is_left_out(node)) return;
    int seen = 0;
    own_words(node, seen);
    const int printed = count_words(words_in(node), before_, after_);
    if (printed > seen)
      tell(Severity::warning, "replace-left", node.whole,
           {in_quotes(before_) + " di sini terbagi oleh gaya huruf atau CDATA; tidak diganti.", in_quotes(before_) + " is parted by styles or CDATA here; it is not replaced."},
           {{"Gantilah sendiri.", "Replace it by hand."}});
    for (const read::XmlNode& child : node.children)
      if (!child.is_text() && !is_style(child)) words(child);
  }

  // The words that stand in this element itself and in its styles.
  void own_words(const read::XmlNode& node, int& seen) {
    read::XmlNode shell;  // the places of its own, without those of the elements inside
    shell.name = node.name;
    shell.attributes = node.attributes;
    shell.where = node.where;
    shell.whole = node.whole;
    shell.inner = node.inner;
    for (const read::XmlNode& child : node.children) {
      read::XmlNode& place = shell.children.emplace_back();
      place.name = child.name;
      place.text = child.text;
      place.where = child.where;
      place.whole = child.whole;
      place.inner = {child.whole.last, child.whole.last};
    }
    for (const WordPlace& place : printed_places(shell, bytes_)) {
      for (const FoundWords& found : find_words(bytes_, place, before_, after_)) {
        if (!place.in_attribute) ++seen;
        replace(found);
      }
    }
    for (const read::XmlNode& child : node.children)
      if (is_style(child)) own_words(child, seen);
  }

  void replace(const FoundWords& found) {
    if (replacement_.what == Replacement::What::official) {
      tell(Severity::warning, "replace-left", found.bytes,
           {in_quotes(before_) + " disebut di sini, bukan sebagai pengesah; tidak diganti.", in_quotes(before_) + " is named here, not as a signer; it is not replaced."},
           {{"Periksa, dan gantilah sendiri bila perlu.", "Look at it, and replace it by hand where needed."}});
      return;
    }
    tell_change(found.bytes, before_, after_);
    edits_.replace(found.bytes, found.in_attribute ? escaped_attribute(after_) : escaped_text(after_));
  }

  const SheetSource& sheet_;
  const std::string& bytes_;
  const Replacement& replacement_;
  ReplaceResult& result_;
  read::XmlEdits edits_;
  SourceFiles files_;
  std::string before_, after_;
  std::set<const read::XmlNode*> taken_;  // officials that were meant
};

void replace_in(const Source& source, const Replacement& replacement, RevisionEntry entry, ReplaceResult& result) {
  const std::string root = root_name(source.bytes);
  if (!root.empty() && root != "sop" && root != "himpunan") return;
  RevisionResult& revision = result.revision;
  const auto sheet = read_sheet_source(source, revision.diagnostics);
  const bool right = check_words(source.name, {replacement.before, replacement.after, replacement.nip.value_or(""), replacement.rank.value_or(""),
                                               entry.note, entry.by, entry.number}, revision.diagnostics);
  if (!sheet || !right) return;
  std::erase_if(revision.diagnostics, [](const Diagnostic& d) { return d.severity != Severity::error; });
  Replacer replacer(*sheet, source.name, replacement, result);
  replacer.run();
  if (replacer.edits().empty()) return;
  const read::XmlNode* sop = the_sop(source.name, sheet->root, revision.diagnostics);
  if (!check_date(source.name, entry.date, revision.diagnostics) || !sop) return;
  const RevisionMarks marks = find_marks(*sop);
  const auto number = number_after(source.name, marks.number, entry, revision.diagnostics);
  if (!number || has_error(revision.diagnostics)) return;
  if (entry.note.empty()) entry.note = read::normalized(replacement.before) + " diganti " + read::normalized(replacement.after) + ".";
  edit_marks(replacer.edits(), *sop, marks, *number, number_form(entry), entry.date, revision_entry(marks, *number, entry));
  const Source changed{sheet->source->name, replacer.edits().applied()};
  prove_readable(changed, sheet->loader);
  revision.number = *number;
  revision.kept = sheet->source->bytes;
  revision.kept_number = number_for_name(marks.number);
  revision.bytes = changed.bytes;
}

}  // namespace

}  // namespace job

ReplaceResult replace(const Source& source, const Replacement& replacement, const RevisionEntry& entry) {
  ReplaceResult result;
  job::guarded(result.revision.diagnostics, [&] { job::replace_in(source, replacement, entry, result); });
  if (has_error(result.revision.diagnostics)) result.revision.bytes = result.revision.kept = {};
  return result;
}

std::vector<std::string> find_sheets(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  job::guarded(diagnostics, [&] {
    BuildOptions options;
    options.folder = folder;
    job::FoundSources found = job::find_sources(options);
    diagnostics.insert(diagnostics.end(), found.diagnostics.begin(), found.diagnostics.end());
    for (job::BuildSource& source : found.sources) out.push_back(std::move(source.path));
    for (BuiltSheet& failure : found.failures) out.push_back(std::move(failure.source));
    std::sort(out.begin(), out.end());
  });
  return out;
}

}  // namespace lembar
