#include "lembar/build.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include "base/outcome.h"
#include "base/sha256.h"
#include "base/system_fault.h"
#include "job/build/find_sources.h"
#include "job/build/journal.h"
#include "job/file_lock.h"
#include "job/guard.h"
#include "job/render_sheet.h"
#include "job/resources.h"
#include "lembar/output_file.h"
#include "lembar/source_file.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;

// What a build made last may have been signed since: its own bytes still come first.
bool begins_with(const std::string& bytes, const job::Built& built) {
  return bytes.size() >= built.size && sha256_of(std::string_view(bytes).substr(0, built.size)) == built.sum;
}

class Build {
 public:
  Build(const BuildOptions& options, const std::function<void(const BuildProgress&)>& seen) : options_(options), seen_(seen) {}

  BuildReport run() {
    job::FoundSources found = job::find_sources(options_);
    sources_ = std::move(found.sources);
    add(report_.diagnostics, std::move(found.diagnostics));
    report_.failures = std::move(found.failures);
    progress_.total = sources_.size() + report_.failures.size();
    progress_.done = progress_.failed = report_.failures.size();
    job::FileLock turn;
    if (make_folders() && take_turn(turn)) draw_all();
    std::sort(report_.failures.begin(), report_.failures.end(), [](const BuiltSheet& a, const BuiltSheet& b) { return a.source < b.source; });
    return std::move(report_);
  }

 private:
  static void add(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  fs::path record_folder() const { return fs::path(options_.output) / ".lembar"; }
  std::string share() const { return std::to_string(options_.shard) + "-" + std::to_string(options_.shards); }

  bool make_folders() {
    std::set<fs::path> folders{record_folder()};
    for (const job::BuildSource& source : sources_) folders.insert((fs::path(options_.output) / source.target).parent_path());
    for (const fs::path& folder : folders) {
      std::error_code fault;
      fs::create_directories(folder, fault);
      if (fault) {
        report_.diagnostics.push_back(unwritable_folder(folder.string(), fault.value()));
        return false;
      }
      sweep_temporaries(folder.string());
    }
    return true;
  }

  bool take_turn(job::FileLock& turn) {
    const std::string path = (record_folder() / ("lock-" + share())).string();
    int fault = turn.try_lock(path);
    if (fault == EWOULDBLOCK) {
      progress_.waiting = true;
      tell();
      fault = turn.lock(path);
      progress_.waiting = false;
    }
    // Where a file system knows no locks, two runs at worst draw a sheet twice.
    if (fault == 0 || fault == ENOLCK || fault == EOPNOTSUPP) return open_journal();
    report_.diagnostics.push_back(unwritable_file(path, fault));
    return false;
  }

  bool open_journal() {
    if (const auto fault = journal_.open(record_folder().string(), share())) {
      report_.diagnostics.push_back(*fault);
      return false;
    }
    return true;
  }

  void draw_all() {
    tell();
    const int wish = options_.threads > 0 ? options_.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const int threads = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(wish), std::max<std::size_t>(1, sources_.size())));
    std::vector<std::thread> others;
    try {
      for (int i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // The machine gives no more of them; those that there are do all the work.
    }
    work();
    for (std::thread& other : others) other.join();
  }

  // One thread: Pango's and our own font sets belong to it alone.
  void work() {
    job::OpenFonts fonts;
    for (std::size_t i = next_++; i < sources_.size(); i = next_++) {
      BuiltSheet sheet{sources_[i].path, sources_[i].target, SheetState::failed, {}};
      job::guarded(sheet.diagnostics, [&] { draw(sources_[i], fonts, sheet); });
      if (has_error(sheet.diagnostics)) sheet.state = SheetState::failed;
      count(std::move(sheet));
    }
  }

  void draw(const job::BuildSource& from, job::OpenFonts& fonts, BuiltSheet& sheet) {
    Source source;
    if (const auto fault = read_source_file(from.path, source)) {
      sheet.diagnostics.push_back(*fault);
      return;
    }
    if (const std::string root = job::root_name(source.bytes); !from.named && !root.empty() && root != "sop" && root != "himpunan") {
      sheet.state = SheetState::no_sheet;
      return;
    }
    const std::string target = (fs::path(options_.output) / from.target).string();
    const auto old = job::read_file(target);
    std::string digest;
    RenderResult result = job::render_sheet(source, options_.render, fonts, [&](const std::string& now) {
      digest = now;
      const job::Built* last = journal_.find(from.target);
      return options_.again || !last || last->digest != now || !old || !begins_with(*old, *last);
    });
    sheet.diagnostics = std::move(result.diagnostics);
    if (has_error(sheet.diagnostics)) return;
    sheet.state = SheetState::unchanged;
    if (result.files.empty()) return;
    const std::string& pdf = result.files.front();
    const job::Built built{digest, sha256_of(pdf), pdf.size()};
    if (!old || !begins_with(*old, built)) {
      if (const auto fault = write_output(target, pdf)) {
        sheet.diagnostics.push_back(*fault);
        return;
      }
      sheet.state = SheetState::made;
    }
    // Only after the sheet: a run that dies in between makes it again.
    if (const auto fault = journal_.add(from.target, built)) sheet.diagnostics.push_back(*fault);
  }

  void count(BuiltSheet sheet) {
    const std::lock_guard<std::mutex> lock(counting_);
    ++progress_.done;
    switch (sheet.state) {
      case SheetState::made: ++report_.made; break;
      case SheetState::unchanged: ++report_.unchanged; break;
      case SheetState::no_sheet: break;
      case SheetState::failed: ++progress_.failed; break;
    }
    if (sheet.state == SheetState::failed) {
      report_.failures.push_back(std::move(sheet));
    } else if (!sheet.diagnostics.empty()) {
      ++report_.warned;
    }
    tell();
  }

  void tell() const {
    if (seen_) seen_(progress_);
  }

  const BuildOptions& options_;
  const std::function<void(const BuildProgress&)>& seen_;
  std::vector<job::BuildSource> sources_;
  job::Journal journal_;
  std::atomic<std::size_t> next_{0};
  std::mutex counting_;
  BuildProgress progress_;
  BuildReport report_;
};

}  // namespace

BuildReport build(const BuildOptions& options, const std::function<void(const BuildProgress&)>& seen) {
  BuildReport report;
  std::vector<Diagnostic> thrown;
  job::guarded(thrown, [&] { report = Build(options, seen).run(); });
  report.diagnostics.insert(report.diagnostics.end(), thrown.begin(), thrown.end());
  return report;
}

}  // namespace lembar
