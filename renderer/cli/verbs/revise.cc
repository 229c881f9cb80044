#include "cli/keep_revision.h"
#include "cli/read_source.h"
#include "cli/verbs/verbs.h"

namespace lembar::cli {

namespace {

class Revise : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("revise", in(language, {"jadikan sebuah sumber revisi berikutnya: nomor, Tanggal Revisi, riwayat; yang lama disimpan di sampingnya",
                                                                     "make a source its next revision: number, Tanggal Revisi, history; the old one is kept beside it"}));
    verb.add_option("FILE", file_, in(language, {"sumber XML satu lembar", "XML source of one sheet"}))->required();
    verb.add_option("--note", entry_.note, in(language, {"apa yang berubah dan mengapa, untuk riwayat",
                                                         "what changed and why, for the history"}));
    verb.add_option("--by", entry_.by, in(language, {"siapa yang merevisi, untuk riwayat",
                                                     "who revises, for the history"}));
    verb.add_option("--date", entry_.date, in(language, {"TTTT-BB-HH (bawaan: hari ini)",
                                                         "YYYY-MM-DD (default: today)"}));
    verb.add_option("--number", entry_.number, in(language, {"nomor baru (bawaan: satu lebih dari yang terakhir)",
                                                             "the new number (default: one more than the last)"}));
    verb.add_option("--since", since_, in(language, {"keadaan terakhir yang diarsipkan, XML atau PDF Lembar: yang disimpan, dan yang harus berbeda",
                                                     "the last archived state, XML or a PDF of ours: what is kept, and what must differ"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (file_ == "-") return Wording{"revise mengubah sebuah berkas; stdin (-) tidak dapat diubah", "revise changes a file; stdin (-) cannot be changed"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    if (entry_.date.empty()) entry_.date = today();
    Source source;
    if (const auto fault = read_source(file_, source)) return talk.report({*fault});
    if (source.bytes.compare(0, 5, "%PDF-") == 0)
      return talk.refuse({"revise mengubah sumber XML, bukan PDF; ambil dahulu sumbernya dari PDF itu",
                          "revise changes an XML source, not a PDF; get the source out of that PDF first"});
    std::optional<Source> last;
    if (!since_.empty()) {
      last.emplace();
      if (const auto fault = read_source(since_, *last)) return talk.report({*fault});
    } else {
      std::vector<Diagnostic> said;  // the same will be said by revise
      last = find_last_kept(file_, revision_number(source, said));
    }
    const RevisionResult revision = lembar::revise(source, entry_, last, !since_.empty());
    talk.report(revision.diagnostics);
    if (revision.bytes.empty()) return;
    if (const auto fault = write_revision(file_, revision)) return talk.report({*fault});
    const std::string kept = kept_name(file_, revision.kept_number);
    talk.say({file_ + ": revisi " + revision.number + " (sebelumnya: " + kept + ")", file_ + ": revision " + revision.number + " (before: " + kept + ")"});
  }

 private:
  std::string file_, since_;
  RevisionEntry entry_;
};

}  // namespace

std::unique_ptr<Verb> make_revise() { return std::make_unique<Revise>(); }

}  // namespace lembar::cli
