#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/compare.h"
#include "lembar/output_file.h"

namespace lembar::cli {

namespace {

enum class DiffFormat { text, json };

class Diff : public Verb {
 public:
  CLI::App& describe(CLI::App& program) override {
    CLI::App& verb = *program.add_subcommand("diff", "say what changed between two sheets: fields, steps, symbols, connectors");
    verb.add_option("OLD", old_, "the sheet before; - reads stdin")->required();
    verb.add_option("NEW", new_, "the sheet now; - reads stdin")->required();
    verb.add_option("-o,--output", output_, "where to (default: stdout)");
    format_.add(verb, "--format", "text or json");
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
    const Comparison comparison = compare(before, after);
    talk.report(comparison.diagnostics);
    if (talk.status() != 0) return;
    const std::string result = format_.value() == DiffFormat::json ? changes_json(comparison, old_, new_)
                                                                   : in(talk.language(), changes_text(comparison));
    if (output_.empty() || output_ == "-") talk.result(result);
    else if (const auto fault = write_output(output_, result)) talk.report({*fault});
  }

 private:
  std::string old_, new_, output_;
  Choice<DiffFormat> format_{{{"text", DiffFormat::text}, {"json", DiffFormat::json}}, "text"};
};

}  // namespace

std::unique_ptr<Verb> make_diff() { return std::make_unique<Diff>(); }

}  // namespace lembar::cli
