#include "lembar/archive.h"

#include "cli/progress.h"
#include "cli/verbs/verbs.h"

namespace lembar::cli {

namespace {

std::string n(std::size_t number) { return std::to_string(number); }

class Archive : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("archive", in(language, {"simpan PDF jadi menurut klasifikasi, unit, dan nomor; atau buktikan semuanya utuh",
                                                                      "keep finished PDFs by classification, unit and number; or prove that all are whole"}));
    verb.add_option("FROM", options_.from, in(language, {"PDF, atau folder berisi PDF; tanpa itu: hanya membereskan sisa proses yang terputus",
                                                         "PDFs, or folders with PDFs; none: only mend what a run that was killed has left"}));
    verb.add_option("-o,--output", options_.archive, in(language, {"folder arsip", "the archive's folder"}));
    verb.add_option("--classification", options_.classification, in(language, {"klasifikasi untuk nomor yang tidak menyebutnya",
                                                                               "for numbers that say none"}));
    verb.add_option("--fonts", options_.fonts_folder, in(language, {"folder huruf milik kantor sendiri, bila lembar dibuat dengannya",
                                                                    "folder of an office's own fonts, where sheets were made with some"}));
    verb.add_flag("--verify", verify_, in(language, {"periksa setiap berkas dan daftar sebuah arsip, tanpa mengubah apa pun",
                                                     "look at every file and list of an archive, change nothing"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (verify_ && (options_.from.size() + (options_.archive.empty() ? 0 : 1)) != 1)
      return Wording{"--verify perlu tepat satu arsip", "--verify takes exactly one archive"};
    if (!verify_ && options_.archive.empty()) return Wording{"perlu -o ARSIP", "-o ARCHIVE is needed"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    if (verify_) {
      prove(options_.archive.empty() ? options_.from.front() : options_.archive, talk);
      return;
    }
    ArchiveReport report;
    {
      Progress progress(talk);
      report = archive(options_, [&](std::size_t done, std::size_t total) { progress.show(done, total, 0); });
    }
    Wording words{n(report.added) + " diarsipkan, " + n(report.known) + " sudah ada", n(report.added) + " archived, " + n(report.known) + " there already"};
    const auto also = [&words](std::size_t number, const char* id, const char* en) {
      if (number == 0) return;
      words.id += ", " + n(number) + id;
      words.en += ", " + n(number) + en;
    };
    also(report.mended, " didaftarkan setelah terputus", " entered that an earlier run had left");
    also(report.foreign, " bukan buatan Lembar", " not made by Lembar");
    words.id += "; isi arsip: " + n(report.total);
    words.en += "; the archive holds " + n(report.total);
    talk.say(words);
    talk.report(report.diagnostics);
  }

 private:
  static void prove(const std::string& folder, Talk& talk) {
    ArchiveProof proof;
    {
      Progress progress(talk);
      proof = verify_archive(folder, [&](std::size_t done, std::size_t total) { progress.show(done, total, 0); });
    }
    talk.say(Wording{n(proof.whole) + " berkas utuh, " + n(proof.diagnostics.size()) + " masalah", n(proof.whole) + " files whole, " + n(proof.diagnostics.size()) + " problems"});
    talk.report(proof.diagnostics);
  }

  ArchiveOptions options_;
  bool verify_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_archive() { return std::make_unique<Archive>(); }

}  // namespace lembar::cli
