#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/output_file.h"
#include "lembar/render.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

std::string ending(const RenderOptions& options) {
  switch (options.emit) {
    case Emit::model: return ".model.json";
    case Emit::layout: return ".layout.json";
    case Emit::scene: return ".scene.json";
    case Emit::sheet: break;
  }
  // A review copy is never taken for the sheet itself.
  if (options.changes_since) return options.format == FileFormat::pdf ? ".telaah.pdf" : options.format == FileFormat::svg ? ".telaah.svg" : ".telaah.png";
  return options.format == FileFormat::pdf ? ".pdf" : options.format == FileFormat::svg ? ".svg" : ".png";
}

// name.svg, or name-1.svg, name-2.svg … where there are several pages.
std::string page_target(const std::string& target, std::size_t page, std::size_t pages) {
  if (pages == 1) return target;
  const fs::path path = target;
  const std::string name = path.stem().string() + "-" + std::to_string(page + 1) + path.extension().string();
  return (path.parent_path() / name).string();
}

class Render : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("render", in(language, {"gambar lembar: XML menjadi PDF, SVG, atau PNG",
                                                                     "draw sheets: XML to PDF, SVG or PNG"}));
    verb.add_option("FILE", files_, in(language, {"sumber XML; - membaca stdin",
                                                  "XML sources; - reads stdin"}))->required();
    verb.add_option("-o,--output", output_, in(language, {"hasil: berkas, folder untuk beberapa sumber, atau - untuk stdout (bawaan: di samping sumbernya)",
                                                          "result: a file, a folder for several sources, or - for stdout (default: beside the source)"}));
    format_.add(verb, language, "--format", in(language, {"pdf, svg, atau png; svg dan png memberi NAMA-1, NAMA-2 … bila halamannya beberapa",
                                                          "pdf, svg or png; svg and png give NAME-1, NAME-2 … for several pages"}));
    verb.add_option("--dpi", options_.dpi, in(language, {"titik per inci untuk png",
                                                         "dots per inch of png"}))->check(whole_number(30, 600, language));
    verb.add_option("--template", options_.template_name, in(language, {"templat, pengganti yang disebut sumber",
                                                                        "template in place of the source's"}));
    verb.add_option("--paper", options_.paper, in(language, {"A4, F4, folio, legal, A3, atau 215x330mm, pengganti yang disebut sumber",
                                                             "A4, F4, folio, legal, A3 or 215x330mm, in place of the source's"}));
    canvas_.add(verb, language, "--canvas", in(language, {"pustaka yang menggambar: cairo, atau haru sebagai pembanding (hanya pdf)",
                                                          "which library draws: cairo, or haru to check it by (pdf only)"}));
    signing_.add(verb, language, "--sign", in(language, {"wet (tanda tangan basah), tte, atau blank (kosong), pengganti yang disebut sumber",
                                                         "wet, tte or blank, in place of the source's"}));
    emit_.add(verb, language, "--emit", in(language, {"tulis satu tahap sebagai JSON: model, layout, atau scene (ke stdout bila tanpa -o)",
                                                      "write a stage as JSON instead: model, layout or scene (to stdout unless -o)"}));
    verb.add_option("--fonts", options_.fonts_folder, in(language, {"folder huruf milik kantor sendiri",
                                                                    "folder of an office's own fonts"}));
    verb.add_option("--changes-since", since_, in(language, {"salinan telaah: garis di samping yang berubah sejak lembar ini, XML atau PDF Lembar",
                                                             "a review copy: bars beside what changed since this sheet, XML or a PDF of ours"}));
    verb.add_flag("--explain", explain_, in(language, {"jelaskan mengapa baris dipotong, halaman diganti, dan alur dibelokkan",
                                                       "say why rows were cut, pages broken and connectors led around"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (canvas_.value() == CanvasKind::haru && format_.value() != FileFormat::pdf)
      return Wording{"kanvas haru hanya membuat pdf", "the haru canvas makes pdf only"};
    if (emit_.given() && format_.value() != FileFormat::pdf)
      return Wording{"--emit menulis JSON; tanpa --format", "--emit writes JSON; leave --format out"};
    if (!since_.empty() && files_.size() > 1)
      return Wording{"--changes-since hanya untuk satu lembar", "--changes-since takes one sheet only"};
    if (std::count(files_.begin(), files_.end(), "-") + (since_ == "-") > 1)
      return Wording{"stdin (-) hanya dapat dibaca sekali", "stdin (-) can be read only once"};
    if (output_ == "-" && files_.size() > 1)
      return Wording{"-o - hanya untuk satu berkas", "-o - takes one source only"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    options_.format = format_.value();
    options_.canvas = canvas_.value();
    if (emit_.given()) options_.emit = emit_.value();
    if (signing_.given()) options_.signing = signing_.value();
    if (const auto twice = double_target())
      return talk.refuse({"dua sumber akan menjadi satu berkas: " + *twice, "two sources would become one file: " + *twice});
    if (files_.size() > 1 && !output_.empty()) {
      std::error_code fault;
      fs::create_directories(output_, fault);  // a failure shows when the first file is written
    }
    if (!since_.empty()) {
      options_.changes_since.emplace();
      if (const auto fault = read_source(since_, *options_.changes_since)) return talk.report({*fault});
    }
    for (const std::string& file : files_) render_one(file, talk);
  }

 private:
  // "-" for stdout, else the path of the first (or only) result.
  std::string target_of(const std::string& source) const {
    const std::string end = ending(options_);
    if (output_ == "-") return "-";
    if (output_.empty()) {
      const bool to_stdout = source == "-" || options_.emit != Emit::sheet;
      return to_stdout ? "-" : fs::path(source).replace_extension(end).string();
    }
    std::error_code fault;
    const bool folder = files_.size() > 1 || output_.back() == '/' || fs::is_directory(output_, fault);
    if (!folder) return output_;
    const fs::path name = source == "-" ? fs::path("stdin") : fs::path(source).filename();
    return (fs::path(output_) / name).replace_extension(end).string();
  }

  std::optional<std::string> double_target() const {
    std::set<fs::path> seen;
    for (const std::string& file : files_) {
      const std::string target = target_of(file);
      if (target != "-" && !seen.insert(fs::path(target).lexically_normal()).second) return target;
    }
    return std::nullopt;
  }

  void render_one(const std::string& file, Talk& talk) const {
    Source source;
    if (const auto fault = read_source(file, source)) {
      talk.report({*fault});
      return;
    }
    const std::string target = target_of(file);
    std::error_code fault;
    if (target != "-" && file != "-" && fs::equivalent(target, file, fault)) {
      talk.refuse({"hasil akan menimpa sumbernya sendiri: " + file, "the result would replace its own source: " + file});
      return;
    }
    const RenderResult result = render(source, options_);
    talk.report(result.diagnostics);
    if (explain_)
      for (const std::string& line : result.explanations) talk.say(file + ": " + line);
    write(target, result.files, talk);
  }

  void write(const std::string& target, const std::vector<std::string>& files, Talk& talk) const {
    if (target == "-" && files.size() > 1) {
      talk.refuse({"stdout hanya untuk satu halaman; ada " + std::to_string(files.size()) + " halaman, pakailah -o",
                   "stdout takes one page; there are " + std::to_string(files.size()) + ", use -o"});
      return;
    }
    for (std::size_t page = 0; page < files.size(); ++page) {
      if (target == "-") {
        talk.result(files[page]);
      } else if (const auto fault = write_output(page_target(target, page, files.size()), files[page])) {
        talk.report({*fault});
        return;
      }
    }
  }

  std::vector<std::string> files_;
  RenderOptions options_;
  std::string since_;
  std::string output_;  // empty: beside the source
  Choice<CanvasKind> canvas_{{{"cairo", CanvasKind::cairo}, {"haru", CanvasKind::haru}}, "cairo"};
  Choice<FileFormat> format_{{{"pdf", FileFormat::pdf}, {"svg", FileFormat::svg}, {"png", FileFormat::png}}, "pdf"};
  Choice<Emit> emit_{{{"model", Emit::model}, {"layout", Emit::layout}, {"scene", Emit::scene}}, ""};
  Choice<Signing> signing_{{{"wet", Signing::wet}, {"tte", Signing::tte}, {"blank", Signing::blank}}, ""};
  bool explain_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_render() { return std::make_unique<Render>(); }

}  // namespace lembar::cli
