// The next revision of a sheet, and its first one.
//
// A source is changed by places: comments, the way lines are broken, the order of attributes are the author's and stay
// byte for byte. What comes out was read and checked again, and compared with what went in: only the revision's own
// marks differ. Functions on bytes; the clock is the caller's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lembar/diagnostic.h"
#include "lembar/render.h"

namespace lembar {

// What goes into the history.
struct RevisionEntry {
  std::string number;  // empty: one more than the last
  std::string date;    // YYYY-MM-DD
  std::string by;      // empty: nobody is named
  std::string note;    // what changed and why; empty: counted from the changes since `last`, where it is known
};

struct RevisionResult {
  std::string number;       // the new revision's
  std::string bytes;        // the new source; empty exactly when a diagnostic is an error
  std::string kept;         // the source to keep: that of the revision that is over
  std::string kept_number;  // and its number, fit for a file's name
  std::vector<Diagnostic> diagnostics;
};

// Sets the fields that say the revision (an isian such as "No. Revisi"), Tanggal Revisi, and adds an entry to the
// history. `last` is the last archived state, XML or a PDF of ours: where nothing but the revision's own marks differs from it,
// that is an error. With `keep_last` it is also what is kept: the source may have been changed since.
RevisionResult revise(const Source& source, const RevisionEntry& entry, const std::optional<Source>& last, bool keep_last);

// The number of the revision that a source is at, fit for a file's name: "00" where it says none.
std::string revision_number(const Source& source, std::vector<Diagnostic>& diagnostics);

// Where the source of a revision is kept: beside it, sop.xml as sop.rev-00.xml.
std::string kept_name(const std::string& file, const std::string& number);
// Whether a file's name is such a one, of any sheet; and which revision of `file` it is (empty: of another file).
bool is_kept_name(const std::string& name);
std::string kept_number(const std::string& file, const std::string& name);
// Whether `a` is an older revision than `b`: numbers by value, anything else by its letters.
bool is_older_revision(const std::string& a, const std::string& b);

// A new sheet.
enum class CommentLanguage { indonesian, english };

struct StartResult {
  std::string bytes;  // empty exactly when a diagnostic is an error
  std::vector<Diagnostic> diagnostics;
};

// A commented source with every part that the template prints, ready to be filled in; it renders as it is. `written`
// is how the source names the template, where that is a file and the source stands in another folder; empty: as named.
StartResult start_sheet(const std::string& template_name, const std::string& written, CommentLanguage language);

// A copy of a sheet without what is the old one's alone: number, dates, signer, history, revision. `prefix` leads
// from the new file's folder to the old one's ("../contoh/"), for the pictures that it names.
StartResult start_from(const Source& source, const std::string& prefix, CommentLanguage language);

}  // namespace lembar
