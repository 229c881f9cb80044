#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/render.h"

namespace lembar::cli {

namespace {

enum class CheckFormat { text, json };

class Check : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("check", in(language, {"sebutkan yang salah atau janggal dalam sumber, tanpa menggambar",
                                                                    "say what is wrong or odd in sources, without drawing them"}));
    verb.add_option("FILE", files_, in(language, {"sumber XML; - membaca stdin",
                                                  "XML sources; - reads stdin"}))->required();
    format_.add(verb, language, "--format", in(language, {"text atau json", "text or json"}));
    return verb;
  }

  void run(Talk& talk) override {
    std::vector<Diagnostic> found;
    for (const std::string& file : files_) {
      Source source;
      const auto fault = read_source(file, source);
      const std::vector<Diagnostic> more = fault ? std::vector{*fault} : check_source(source);
      // What a check finds is its result.
      if (format_.value() == CheckFormat::text) talk.report_as_result(more);
      found.insert(found.end(), more.begin(), more.end());
    }
    if (format_.value() == CheckFormat::text) return;
    talk.count(found);
    talk.result(diagnostics_json(found));
  }

 private:
  std::vector<std::string> files_;
  Choice<CheckFormat> format_{{{"text", CheckFormat::text}, {"json", CheckFormat::json}}, "text"};
};

}  // namespace

std::unique_ptr<Verb> make_check() { return std::make_unique<Check>(); }

}  // namespace lembar::cli
