#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/compare.h"
#include "lembar/output_file.h"

namespace lembar::cli {

namespace {

enum class DiffFormat { text, json, pdf };

class Diff : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("diff", in(language, {"sebutkan yang berubah antara dua lembar: isian, langkah, simbol, alur",
                                                                   "say what changed between two sheets: fields, steps, symbols, connectors"}));
    verb.add_option("OLD", old_, in(language, {"lembar sebelumnya; - membaca stdin",
                                               "the sheet before; - reads stdin"}))->required();
    verb.add_option("NEW", new_, in(language, {"lembar sekarang; - membaca stdin",
                                               "the sheet now; - reads stdin"}))->required();
    verb.add_option("-o,--output", output_, in(language, {"ke mana (bawaan: stdout)", "where to (default: stdout)"}));
    format_.add(verb, language, "--format", in(language, {"text, json, atau pdf: lembar baru dengan garis, kata yang ditandai, dan daftar perubahan",
                                                          "text, json, or pdf: the new sheet with bars, marked words and a list of changes"}));
    verb.add_option("--fonts", fonts_, in(language, {"folder huruf milik kantor sendiri, untuk pdf",
                                                     "folder of an office's own fonts, for the pdf"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (old_ == "-" && new_ == "-") return Wording{"stdin (-) hanya dapat dibaca sekali", "stdin (-) can be read only once"};
    return std::nullopt;
  }

  // Differences are no fault: the status is 0 with and without them.
  void run(Talk& talk) override {
    Source before, after;
    for (const auto& [name, source] : {std::pair{&old_, &before}, std::pair{&new_, &after}})
      if (const auto fault = read_source(*name, *source)) talk.report({*fault});
    if (talk.status() != 0) return;
    const std::string result = format_.value() == DiffFormat::pdf ? review_copy(before, after, talk) : list(before, after, talk);
    if (talk.status() != 0) return;
    if (output_.empty() || output_ == "-") talk.result(result);
    else if (const auto fault = write_output(output_, result)) talk.report({*fault});
  }

 private:
  std::string list(const Source& before, const Source& after, Talk& talk) const {
    const Comparison comparison = compare(before, after);
    talk.report(comparison.diagnostics);
    return format_.value() == DiffFormat::json ? changes_json(comparison, old_, new_) : in(talk.language(), changes_text(comparison));
  }

  std::string review_copy(const Source& before, const Source& after, Talk& talk) const {
    RenderOptions options;
    options.changes_since = before;
    options.list_changes = true;
    options.fonts_folder = fonts_;
    const RenderResult made = render(after, options);
    talk.report(made.diagnostics);
    return made.files.empty() ? "" : made.files.front();
  }

  std::string old_, new_, output_, fonts_;
  Choice<DiffFormat> format_{{{"text", DiffFormat::text}, {"json", DiffFormat::json}, {"pdf", DiffFormat::pdf}}, "text"};
};

}  // namespace

std::unique_ptr<Verb> make_diff() { return std::make_unique<Diff>(); }

}  // namespace lembar::cli
