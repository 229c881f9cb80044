#include "lembar/catalog.h"

#include "cli/verbs/verbs.h"
#include "lembar/output_file.h"

namespace lembar::cli {

namespace {

enum class Form { csv, json, html, pdf };

const std::map<std::string, Form> kForms = {{"csv", Form::csv}, {"json", Form::json}, {"html", Form::html}, {"pdf", Form::pdf}};

class ListSheets : public Verb {
 public:
  CLI::App& describe(CLI::App& program) override {
    CLI::App& verb = *program.add_subcommand("catalog", "list the SOPs of an office from their PDFs, and tell what does not fit together");
    verb.add_option("FROM", options_.from, "PDFs, or folders with PDFs: an archive, the results of build")->required();
    verb.add_option("-o,--output", outputs_, "result: its ending says how it is written; several may be given (default: csv to stdout)");
    form_.add(verb, "--format", "csv, json, html or pdf, whatever the ending");
    verb.add_option("--today", options_.today, "YYYY-MM-DD, in place of the clock's day")->check([](const std::string& day) {
      const bool good = day.size() == 10 && day[4] == '-' && day[7] == '-' && day.find_first_not_of("0123456789-") == std::string::npos;
      return good ? std::string() : std::string("not a day: YYYY-MM-DD");
    });
    verb.add_option("--review-months", options_.review_months, "months from a sheet's last date to its review")->check(CLI::Range(1, 600));
    verb.add_flag("--all", options_.all, "list replaced revisions too");
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (form_.given()) return std::nullopt;
    for (const std::string& output : outputs_)
      if (output != "-" && kForms.count(ending(output)) == 0)
        return Wording{"-o perlu akhiran .pdf, .html, .csv atau .json: " + output, "-o needs the ending .pdf, .html, .csv or .json: " + output};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    const Catalog catalog = read_catalog(options_);
    talk.report(catalog.diagnostics);
    if (outputs_.empty()) outputs_ = {"-"};
    for (const std::string& output : outputs_) write(catalog, output, talk);
    talk.report(catalog.findings);
  }

 private:
  static std::string ending(const std::string& path) {
    const std::size_t point = path.rfind('.');
    return point == std::string::npos ? std::string() : path.substr(point + 1);
  }

  void write(const Catalog& catalog, const std::string& output, Talk& talk) const {
    const Form form = form_.given() ? form_.value() : output == "-" ? Form::csv : kForms.at(ending(output));
    std::string bytes;
    if (form == Form::csv) bytes = catalog_csv(catalog);
    if (form == Form::json) bytes = catalog_json(catalog);
    if (form == Form::html) bytes = catalog_html(catalog);
    if (form == Form::pdf) {
      const RenderResult made = catalog_pdf(catalog);
      talk.report(made.diagnostics);
      if (made.files.empty()) return;
      bytes = made.files.front();
    }
    if (output == "-") talk.result(bytes);
    else if (const auto fault = write_output(output, bytes)) talk.report({*fault});
  }

  CatalogOptions options_;
  std::vector<std::string> outputs_;
  Choice<Form> form_{kForms, ""};
};

}  // namespace

std::unique_ptr<Verb> make_catalog() { return std::make_unique<ListSheets>(); }

}  // namespace lembar::cli
