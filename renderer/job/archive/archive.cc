#include "lembar/archive.h"

#include <ctime>
#include <filesystem>
#include <set>

#include "base/outcome.h"
#include "base/sha256.h"
#include "base/system_fault.h"
#include "job/archive/shelf.h"
#include "job/guard.h"
#include "job/office/calendar.h"
#include "job/office/sop_number.h"
#include "job/resources.h"
#include "job/revise/revision_marks.h"
#include "job/verify_with.h"
#include "lembar/output_file.h"
#include "lembar/source_file.h"
#include "lembar/version.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;
using job::Holding;

constexpr int kMostOfOneRevision = 10'000;

// "…/067-015-KST_rev-01.pdf", then "…_rev-01_2.pdf": nothing that is there gives way.
std::string file_of(const std::string& folder, const Holding& holding, int attempt) {
  const std::string name = folder.substr(folder.rfind('/') + 1);
  std::string revision = holding.revision.empty() || holding.revision == "-" ? "00" : holding.revision;
  if (revision.size() == 1) revision = "0" + revision;
  std::string safe;
  for (const char c : revision) safe += (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? c : '-';
  return folder + "/" + name + "_rev-" + safe.substr(0, 20) + (attempt > 1 ? "_" + std::to_string(attempt) : "") + ".pdf";
}

class Archiver {
 public:
  Archiver(const ArchiveOptions& options, const std::function<void(std::size_t, std::size_t)>& seen)
      : options_(options), seen_(seen), shelf_(options.archive) {}

  ArchiveReport run() {
    std::error_code fault;
    fs::create_directories(options_.archive, fault);
    if (fault) {
      report_.diagnostics.push_back(unwritable_folder(options_.archive, fault.value()));
      return std::move(report_);
    }
    if (!shelf_.open(report_.diagnostics)) return std::move(report_);
    sweep();
    gather();
    const std::vector<std::string> sources = find_sources();
    for (std::size_t i = 0; i < sources.size(); ++i) {
      take_in(sources[i]);
      if (seen_) seen_(i + 1, sources.size());
    }
    write_lists();
    report_.total = holdings_.size();
    return std::move(report_);
  }

 private:
  void sweep() const {
    std::set<fs::path> folders{options_.archive};
    std::error_code fault;
    for (fs::recursive_directory_iterator at(options_.archive, fault), end; !fault && at != end; at.increment(fault))
      if (at->is_directory(fault)) folders.insert(at->path());
    for (const fs::path& folder : folders) sweep_temporaries(folder.string());
  }

  // What is in the tree; a whole file that no list knows was left by a run that was killed, if it stands where it belongs.
  void gather() {
    for (const std::string& path : shelf_.tree) {
      const auto listed = shelf_.sums.find(path);
      const auto known = shelf_.index.find(path);
      if (listed != shelf_.sums.end() && known != shelf_.index.end() && known->second.sum == listed->second) {
        enter(known->second);
        continue;
      }
      std::vector<Diagnostic> found;
      auto holding = shelf_.read(path, found);
      if (listed != shelf_.sums.end()) {
        report_.diagnostics.insert(report_.diagnostics.end(), found.begin(), found.end());
        if (!holding) continue;
        holding->sum = listed->second;  // the sum of the day it came; verify compares
        enter(*holding);
      } else if (holding && belongs(*holding)) {
        ++report_.mended;
        enter(*holding);
      } else {
        strange(path);
      }
    }
    for (const auto& [path, sum] : shelf_.sums)
      if (holdings_.count(path) == 0) missing(path, sum);
  }

  static bool belongs(const Holding& holding) {
    const std::string folder = job::series_folder(holding);
    return holding.folder() == folder || holding.folder().rfind(folder + "_", 0) == 0;
  }

  void strange(const std::string& path) {
    report_.diagnostics.push_back({Severity::warning, Fault::input, "archive-unlisted", {shelf_.full(path), 0, 0, 1, {}},
                                   {"Berkas ini tidak terdaftar dan tidak pada tempatnya; dibiarkan.", "This file is in no list and not where it belongs; it is left alone."},
                                   {{"Keluarkan, lalu arsipkan dengan lembar archive.", "Take it out, then archive it with lembar archive."}}});
  }

  void missing(const std::string& path, const std::string& sum) {
    report_.diagnostics.push_back({Severity::error, Fault::input, "archive-missing", {shelf_.full(path), 0, 0, 1, {}},
                                   {"Berkas arsip ini hilang.", "This file of the archive is missing."},
                                   {{"Kembalikan dari salinan cadangan.", "Bring it back from a backup."}}});
    // Its lines stay: what is lost must be seen.
    const auto known = shelf_.index.find(path);
    if (known != shelf_.index.end()) {
      holdings_[path] = known->second;
      holdings_[path].sum = sum;
    }
    lost_[sum] = path;
  }

  // The very bytes that are missing have come: back to their place with them.
  void bring_back(const std::string& path, const std::string& bytes) {
    std::error_code fault;
    fs::create_directories(fs::path(shelf_.full(path)).parent_path(), fault);
    if (const auto refused = write_new_output(shelf_.full(path), bytes)) {
      report_.diagnostics.push_back(*refused);
      return;
    }
    std::vector<Diagnostic> found;
    if (const auto holding = shelf_.read(path, found)) enter(*holding);
    ++report_.added;
  }

  void enter(const Holding& holding) {
    holdings_[holding.path] = holding;
    sums_.emplace(holding.sum, holding.path);
  }

  std::vector<std::string> find_sources() {
    std::vector<std::string> out;
    const fs::path own = fs::weakly_canonical(options_.archive);
    for (const std::string& from : options_.from) {
      std::error_code fault;
      if (!fs::is_directory(from, fault)) {
        out.push_back(from);
        named_.insert(from);
        continue;
      }
      for (const std::string& path : job::pdfs_below(from, report_.diagnostics)) {
        const std::string full = from + "/" + path;
        const std::string relative = fs::weakly_canonical(full).lexically_relative(own).string();
        if (relative.empty() || relative.rfind("..", 0) == 0) out.push_back(full);
      }
    }
    return out;
  }

  void take_in(const std::string& source) {
    Source pdf;
    if (const auto fault = read_source_file(source, pdf)) {
      report_.diagnostics.push_back(*fault);
      return;
    }
    const std::string sum = sha256_of(pdf.bytes);
    if (sums_.count(sum) != 0) {
      ++report_.known;
      return;
    }
    if (const auto lost = lost_.find(sum); lost != lost_.end()) {
      bring_back(lost->second, pdf.bytes);
      return;
    }
    RecordResult read = read_record(source, pdf.bytes);
    // A review copy carries no source, and is no record.
    const bool ours = read.record && read.record->ours && !read.record->sheets.empty() && !read.record->files.empty();
    if (!ours) {
      if (named_.count(source) == 0 && read.record) {
        ++report_.foreign;
        return;
      }
      if (read.record) read.diagnostics.push_back(foreign(source));
      report_.diagnostics.insert(report_.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
      return;
    }
    if (!is_proved(source, pdf.bytes)) return;
    Holding holding = job::holding_of(*read.record, options_.classification);
    holding.sum = sum;
    holding.archived = job::day_of(std::time(nullptr));
    put(source, holding, pdf.bytes);
  }

  // Nothing comes in that is known not to be what its source makes: the index would say what the sheet does not.
  bool is_proved(const std::string& source, const std::string& bytes) {
    const Verification found = job::verify_with(fonts_, source, bytes, options_.fonts_folder);
    if (found.holds()) return true;
    const RecordOrigin& origin = found.record.origin;
    const bool other_makers = found.verdict == Verdict::other_version || origin.version != version() || origin.libraries != library_versions();
    const bool signatures_hold = found.signatures_hold();
    if (signatures_hold && other_makers) {
      report_.diagnostics.push_back({Severity::warning, Fault::input, "archive-unproved", {source, 0, 0, 1, {}},
                                     {"Dibuat oleh versi lain; di sini tidak terbukti bahwa lembar ini sesuai dengan sumbernya. Tetap diarsipkan.",
                                      "Made by another version; that this sheet says what its source says is not proved here. It is archived all the same."},
                                     {{"Bandingkan dengan sumbernya: lembar extract, lalu lembar render.", "Compare it with its source: lembar extract, then lembar render."}}});
      return true;
    }
    if (signatures_hold && has_error(found.diagnostics)) {
      report_.diagnostics.insert(report_.diagnostics.end(), found.diagnostics.begin(), found.diagnostics.end());
      return false;
    }
    const Wording where = found.differences.empty() ? Wording{"tanda tangannya rusak", "its signature is broken"} : found.differences.front();
    report_.diagnostics.push_back({Severity::error, Fault::input, "archive-changed", {source, 0, 0, 1, {}},
                                   {"PDF ini bukan lagi yang dibuat oleh sumber di dalamnya: " + where.id + ".", "This PDF is no longer what its source makes: " + where.en + "."},
                                   {{"Arsipkan salinan yang utuh, atau gambar lagi dari sumbernya; lembar verify menyebut semua bedanya.",
                                     "Archive a whole copy, or draw it again from its source; lembar verify tells all that differs."}}});
    return false;
  }

  static Diagnostic foreign(const std::string& source) {
    return {Severity::error, Fault::input, "archive-foreign", {source, 0, 0, 1, {}},
            {"PDF ini tidak dibuat oleh Lembar, jadi tidak dapat diarsipkan.", "Lembar has not made this PDF, so it cannot be archived."},
            {{"Arsipkan PDF dari lembar render atau lembar build.", "Archive the PDFs of lembar render or lembar build."}}};
  }

  void put(const std::string& source, Holding& holding, const std::string& bytes) {
    const std::string folder = folder_for(source, holding);
    std::error_code fault;
    fs::create_directories(shelf_.full(folder), fault);
    if (fault) {
      report_.diagnostics.push_back(unwritable_folder(shelf_.full(folder), fault.value()));
      return;
    }
    for (int attempt = 1; attempt <= kMostOfOneRevision; ++attempt) {
      holding.path = file_of(folder, holding, attempt);
      const auto refused = holdings_.count(holding.path) != 0 ? std::nullopt : write_new_output(shelf_.full(holding.path), bytes);
      if (holdings_.count(holding.path) != 0 || (refused && refused->code == "output-exists")) continue;
      if (refused) {
        report_.diagnostics.push_back(*refused);
        return;
      }
      ++report_.added;
      enter(holding);
      return;
    }
    report_.diagnostics.push_back({Severity::error, Fault::input, "archive-full", {source, 0, 0, 1, {}},
                                   {"Revisi ini sudah " + std::to_string(kMostOfOneRevision) + " kali diarsipkan.", "This revision is in the archive " + std::to_string(kMostOfOneRevision) + " times already."},
                                   {{"Periksa apa yang menggambarnya terus-menerus.", "See what draws it again and again."}}});
  }

  // Two first issues with one number and different titles are two sheets: the later gets a folder of its own.
  std::string folder_for(const std::string& source, const Holding& holding) {
    const std::string folder = job::series_folder(holding);
    const std::string name = job::small_file_word(holding.title);
    const std::string apart = folder + "_" + name;
    // Paths are in order: those of one folder stand together.
    const auto first_of = [this](const std::string& of) {
      const auto found = holdings_.lower_bound(of + "/");
      return found != holdings_.end() && found->second.folder() == of ? found : holdings_.end();
    };
    if (first_of(apart) != holdings_.end()) return apart;
    bool titled = false;
    const bool other = first_of(folder) != holdings_.end();
    for (auto at = first_of(folder); at != holdings_.end() && at->second.folder() == folder; ++at)
      titled = titled || job::small_file_word(at->second.title) == name;
    const bool first_issue = job::number_value(holding.revision) == 0;
    if (titled || !other || !first_issue) return folder;
    report_.diagnostics.push_back({Severity::warning, Fault::input, "number-double", {source, 0, 0, 1, {}},
                                   {"Nomor \"" + holding.number + "\" sudah dipakai SOP lain dalam arsip.", "The number \"" + holding.number + "\" belongs to another SOP in the archive already."},
                                   {{"Beri nomor lain pada salah satunya.", "Give one of them another number."}}});
    return apart;
  }

  void write_lists() {
    job::set_standings(holdings_);
    std::map<std::string, std::string> sums = shelf_.sums;
    for (const auto& [path, holding] : holdings_) sums[path] = holding.sum;
    const auto write = [this](const char* name, const std::string& words) {
      if (job::read_file(shelf_.full(name)) == words) return true;
      const auto fault = write_output(shelf_.full(name), words);
      if (fault) report_.diagnostics.push_back(*fault);
      return !fault;
    };
    const std::string table = job::read_file(shelf_.full(job::kRetention)).value_or(job::read_file(job::find_resources().templates + "/" + job::kRetention).value_or(""));
    if (write(job::kSums, job::sums_text(sums)) && write(job::kIndex, job::index_text(holdings_, *shelf_.retention))) write(job::kRetention, table);
  }

  const ArchiveOptions& options_;
  const std::function<void(std::size_t, std::size_t)>& seen_;
  job::Shelf shelf_;
  job::OpenFonts fonts_;
  job::Holdings holdings_;
  std::map<std::string, std::string> sums_;  // path by sum
  std::map<std::string, std::string> lost_;  // the same of files that are missing
  std::set<std::string> named_;              // sources that the user named one by one
  ArchiveReport report_;
};

}  // namespace

ArchiveReport archive(const ArchiveOptions& options, const std::function<void(std::size_t, std::size_t)>& seen) {
  ArchiveReport report;
  std::vector<Diagnostic> thrown;
  job::guarded(thrown, [&] { report = Archiver(options, seen).run(); });
  report.diagnostics.insert(report.diagnostics.end(), thrown.begin(), thrown.end());
  return report;
}

}  // namespace lembar
