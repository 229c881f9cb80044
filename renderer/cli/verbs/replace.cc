#include "lembar/replace.h"

#include <filesystem>

#include "cli/keep_revision.h"
#include "cli/read_source.h"
#include "cli/verbs/verbs.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

class Replace : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("replace", in(language, {"pejabat atau peraturan berganti: sebutkan lembar yang tersentuh, dan revisi semuanya",
                                                                      "an official or a regulation changed: list the sheets that it touches, and revise them"}));
    verb.add_option("--official", official_, in(language, {"LAMA BARU: penandatangan, menurut nama atau NIP",
                                                           "OLD NEW: a signer, by name or NIP"}))->expected(2)->allow_extra_args(false);
    verb.add_option("--rule", rule_, in(language, {"LAMA BARU: peraturan, atau kata apa pun yang tercetak",
                                                   "OLD NEW: a regulation, or any words that are printed"}))->expected(2)->allow_extra_args(false);
    nip_ = verb.add_option("--nip", nip_words_, in(language, {"NIP pejabat baru; \"\": tanpa NIP",
                                                              "NIP of the new official; \"\": none"}));
    rank_ = verb.add_option("--rank", rank_words_, in(language, {"pangkat pejabat baru; \"\": tanpa pangkat",
                                                                 "rank of the new official; \"\": none"}));
    verb.add_option("DIR", folder_, in(language, {"folder berisi sumber, atau satu sumber",
                                                  "a folder with sources, or one source"}))->required();
    verb.add_flag("--apply", apply_, in(language, {"ubah lembarnya: masing-masing menjadi revisi berikutnya, sumber lama disimpan di sampingnya",
                                                   "change the sheets: each its next revision, the old source kept beside it"}));
    verb.add_option("--note", entry_.note, in(language, {"untuk riwayat (bawaan: apa diganti dengan apa)",
                                                         "for the history (default: what is replaced by what)"}));
    verb.add_option("--by", entry_.by, in(language, {"siapa yang merevisi, untuk riwayat",
                                                     "who revises, for the history"}));
    verb.add_option("--date", entry_.date, in(language, {"TTTT-BB-HH (bawaan: hari ini)",
                                                         "YYYY-MM-DD (default: today)"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (official_.empty() == rule_.empty())
      return Wording{"berikan salah satu: --official LAMA BARU atau --rule LAMA BARU", "give one of --official OLD NEW and --rule OLD NEW"};
    if (!rule_.empty() && (nip_->count() || rank_->count()))
      return Wording{"--nip dan --rank hanya untuk --official", "--nip and --rank are for --official only"};
    for (const std::string& words : official_.empty() ? rule_ : official_)
      if (words.find_first_not_of(" \t\r\n") == std::string::npos) return Wording{"LAMA dan BARU tidak boleh kosong", "OLD and NEW may not be empty"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    Replacement replacement;
    const std::vector<std::string>& pair = official_.empty() ? rule_ : official_;
    replacement.what = official_.empty() ? Replacement::What::words : Replacement::What::official;
    replacement.before = pair[0];
    replacement.after = pair[1];
    if (nip_->count()) replacement.nip = nip_words_;
    if (rank_->count()) replacement.rank = rank_words_;
    if (entry_.date.empty()) entry_.date = today();
    for (const std::string& file : files(talk)) replace_in(file, replacement, talk);
    const std::string n = std::to_string(touched_), m = std::to_string(done_);
    if (apply_) talk.say({n + " lembar tersentuh, " + m + " direvisi.", n + " sheets touched, " + m + " revised."});
    else talk.say({n + " lembar tersentuh; --apply merevisinya.", n + " sheets touched; --apply revises them."});
  }

 private:
  std::vector<std::string> files(Talk& talk) const {
    std::error_code fault;
    if (!fs::is_directory(folder_, fault)) return {folder_};
    std::vector<Diagnostic> said;
    std::vector<std::string> found = find_sheets(folder_, said);
    talk.report(said);
    return found;
  }

  void replace_in(const std::string& file, const Replacement& replacement, Talk& talk) {
    Source source;
    if (const auto fault = read_source(file, source)) return talk.report({*fault});
    const ReplaceResult result = lembar::replace(source, replacement, entry_);
    talk.report_as_result(result.places);
    talk.report(result.revision.diagnostics);
    if (!result.places.empty()) ++touched_;
    if (!apply_ || result.revision.bytes.empty()) return;
    if (const auto fault = write_revision(file, result.revision)) return talk.report({*fault});
    ++done_;
  }

  std::vector<std::string> official_, rule_;
  std::string nip_words_, rank_words_, folder_;
  CLI::Option* nip_ = nullptr;
  CLI::Option* rank_ = nullptr;
  bool apply_ = false;
  RevisionEntry entry_;
  int touched_ = 0, done_ = 0;
};

}  // namespace

std::unique_ptr<Verb> make_replace() { return std::make_unique<Replace>(); }

}  // namespace lembar::cli
