#include "lembar/catalog.h"

#include "cli/verbs/verbs.h"
#include "lembar/output_file.h"

namespace lembar::cli {

namespace {

enum class Form { csv, json, html, pdf };

const std::map<std::string, Form> kForms = {{"csv", Form::csv}, {"json", Form::json}, {"html", Form::html}, {"pdf", Form::pdf}};

class ListSheets : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("catalog", in(language, {"susun Daftar SOP sebuah kantor dari PDF-nya, dan sebutkan yang tidak cocok satu sama lain",
                                                                      "list the SOPs of an office from their PDFs, and tell what does not fit together"}));
    verb.add_option("FROM", options_.from, in(language, {"PDF, atau folder berisi PDF: arsip, atau hasil build",
                                                         "PDFs, or folders with PDFs: an archive, the results of build"}))->required();
    verb.add_option("-o,--output", outputs_, in(language, {"hasil: akhirannya menentukan bentuknya; boleh beberapa (bawaan: csv ke stdout)",
                                                           "result: its ending says how it is written; several may be given (default: csv to stdout)"}));
    form_.add(verb, language, "--format", in(language, {"csv, json, html, atau pdf, apa pun akhirannya",
                                                        "csv, json, html or pdf, whatever the ending"}));
    verb.add_option("--today", options_.today, in(language, {"TTTT-BB-HH, pengganti tanggal hari ini",
                                                             "YYYY-MM-DD, in place of the clock's day"}))->check(day(language));
    verb.add_option("--review-months", options_.review_months, in(language, {"bulan dari tanggal terakhir lembar sampai peninjauannya",
                                                                             "months from a sheet's last date to its review"}))->check(whole_number(1, 600, language));
    verb.add_flag("--all", options_.all, in(language, {"sebutkan juga revisi yang sudah digantikan",
                                                       "list replaced revisions too"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (form_.given() && outputs_.size() > 1)
      return Wording{"--format hanya untuk satu hasil; beri setiap -o akhirannya", "--format is for one result; give each -o its ending"};
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
