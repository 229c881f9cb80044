#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

#include "lembar/version.h"

namespace lembar::cli {

namespace {

constexpr int kWrongUsage = 2;
const Wording kUsage{"cara pakai salah", "wrong usage"};

const std::map<std::string, FileFormat> kFormats{{"pdf", FileFormat::pdf}, {"svg", FileFormat::svg}, {"png", FileFormat::png}};
const std::map<std::string, Emit> kStages{{"model", Emit::model}, {"layout", Emit::layout}, {"scene", Emit::scene}};
const std::map<std::string, Signing> kSignings{{"wet", Signing::wet}, {"tte", Signing::tte}, {"blank", Signing::blank}};
const std::map<std::string, CheckFormat> kCheckFormats{{"text", CheckFormat::text}, {"json", CheckFormat::json}};

template <class T>
T chosen(const std::map<std::string, T>& choices, const std::string& name) {
  return choices.at(name);
}

template <class T>
CLI::Validator one_of(const std::map<std::string, T>& choices) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) names.push_back(name);
  return CLI::IsMember(names);
}

struct Words {  // option values as written
  std::string language, format = "pdf", emit, signing, canvas = "cairo", check_format = "text";
};

std::string versions() {
  std::string out = "lembar " + version() + "\n";
  for (const auto& [name, number] : library_versions()) out += "  " + name + " " + number + "\n";
  return out;
}

void describe_render(CLI::App& verb, Options& options, Words& words) {
  verb.add_option("FILE", options.files, "XML sources; - reads stdin")->required();
  verb.add_option("-o,--output", options.output,
                  "result: a file, a folder for several sources, or - for stdout (default: beside the source)");
  verb.add_option("--format", words.format, "pdf, svg or png; svg and png give NAME-1, NAME-2 … for several pages")
      ->check(one_of(kFormats));
  verb.add_option("--dpi", options.render.dpi, "dots per inch of png")->check(CLI::Range(30, 600));
  verb.add_option("--template", options.render.template_name, "template in place of the source's");
  verb.add_option("--paper", options.render.paper, "A4, F4, folio, legal, A3 or 215x330mm, in place of the source's");
  verb.add_option("--canvas", words.canvas, "cairo or haru")->check(CLI::IsMember({"cairo", "haru"}));
  verb.add_option("--sign", words.signing, "wet, tte or blank, in place of the source's")->check(one_of(kSignings));
  verb.add_option("--emit", words.emit, "write a stage as JSON instead: model, layout or scene (to stdout unless -o)")
      ->check(one_of(kStages));
  verb.add_option("--fonts", options.render.fonts_folder, "folder of an office's own fonts");
  verb.add_flag("--explain", options.explain, "say why rows were cut, pages broken and connectors led around");
}

// What the arguments say together; empty where it makes sense.
std::string contradiction(const Options& options, const Words& words, Language language) {
  if (words.canvas == "haru") {
    return in(language, {"kanvas haru belum ada dalam rakitan ini; pakailah cairo",
                         "the haru canvas is not built in yet; use cairo"});
  }
  if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
    return in(language, {"stdin (-) hanya dapat dibaca sekali", "stdin (-) can be read only once"});
  }
  if (options.output == "-" && options.files.size() > 1) {
    return in(language, {"-o - hanya untuk satu berkas", "-o - takes one source only"});
  }
  return {};
}

}  // namespace

Parsed parse(const std::vector<std::string>& arguments) {
  Options options;
  Words words;
  CLI::App app{"Lembar: official SOP sheets from XML"};
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_flag("-h,--help", "this help");
  app.add_option("--lang", words.language, "language of messages: id or en (default: the locale's)")
      ->check(CLI::IsMember({"id", "en"}));
  app.set_version_flag("--version", versions);
  CLI::App& render = *app.add_subcommand("render", "draw sheets: XML to PDF, SVG or PNG");
  describe_render(render, options, words);
  CLI::App& check = *app.add_subcommand("check", "say what is wrong or odd in sources, without drawing them");
  check.add_option("FILE", options.files, "XML sources; - reads stdin")->required();
  check.add_option("--format", words.check_format, "text or json")->check(one_of(kCheckFormats));

  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  // Even a wrong usage is told in the language asked for.
  Language language = language_of_locale();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string value = arguments[i] == "--lang" && i + 1 < arguments.size() ? arguments[i + 1]
                              : arguments[i].rfind("--lang=", 0) == 0              ? arguments[i].substr(7)
                                                                                   : "";
    if (value == "id") language = Language::indonesian;
    if (value == "en") language = Language::english;
  }
  const auto refused = [language](const std::string& why) {
    return Parsed{std::nullopt, kWrongUsage, {}, "lembar: " + in(language, kUsage) + ": " + why + "\n"};
  };
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    return {std::nullopt, 0, app.help(), {}};
  } catch (const CLI::CallForAllHelp&) {
    return {std::nullopt, 0, app.help("", CLI::AppFormatMode::All), {}};
  } catch (const CLI::CallForVersion& text) {
    return {std::nullopt, 0, text.what() + std::string("\n"), {}};
  } catch (const CLI::ParseError& fault) {
    return refused(fault.what());
  }
  options.language = language;
  options.verb = check.parsed() ? Verb::check : Verb::render;
  options.render.format = chosen(kFormats, words.format);
  options.check_format = chosen(kCheckFormats, words.check_format);
  if (!words.emit.empty()) options.render.emit = chosen(kStages, words.emit);
  if (!words.signing.empty()) options.render.signing = chosen(kSignings, words.signing);
  if (const std::string why = contradiction(options, words, language); !why.empty()) return refused(why);
  return {std::move(options), 0, {}, {}};
}

}  // namespace lembar::cli
