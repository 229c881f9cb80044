#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/verify.h"

namespace lembar::cli {

namespace {

enum class VerifyFormat { text, json };

class Verify : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("verify", in(language, {"buktikan bahwa PDF sesuai dengan sumber di dalamnya; sebutkan tanda tangannya",
                                                                     "prove that PDFs are what the sources inside them make; tell of signatures"}));
    verb.add_option("FILE", files_, in(language, {"PDF; - membaca stdin", "PDFs; - reads stdin"}))->required();
    format_.add(verb, language, "--format", in(language, {"text atau json", "text or json"}));
    verb.add_option("--fonts", fonts_folder_, in(language, {"folder huruf milik kantor sendiri, bila lembar dibuat dengannya",
                                                            "folder of an office's own fonts, where the sheet was made with some"}));
    return verb;
  }

  // 0 where every sheet holds, 1 where one does not.
  void run(Talk& talk) override {
    std::vector<std::pair<std::string, Verification>> all;
    for (const std::string& file : files_) {
      Source source;
      if (const auto fault = read_source(file, source)) {
        talk.report({*fault});
        continue;
      }
      Verification found = verify(file, source.bytes, fonts_folder_);
      if (format_.value() == VerifyFormat::json) {
        talk.count(found.diagnostics);
        if (!found.holds()) talk.deny();
        all.emplace_back(file, std::move(found));
        continue;
      }
      talk.report(found.diagnostics);
      if (exit_status(found.diagnostics) != 0) continue;
      std::string lines;
      for (const Wording& line : verification_text(found)) lines += (lines.empty() ? file + ": " : "  ") + in(talk.language(), line) + "\n";
      talk.result(lines);
      if (!found.holds()) talk.deny();
    }
    if (format_.value() == VerifyFormat::json) talk.result(verifications_json(all));
  }

 private:
  std::vector<std::string> files_;
  std::string fonts_folder_;
  Choice<VerifyFormat> format_{{{"text", VerifyFormat::text}, {"json", VerifyFormat::json}}, "text"};
};

}  // namespace

std::unique_ptr<Verb> make_verify() { return std::make_unique<Verify>(); }

}  // namespace lembar::cli
