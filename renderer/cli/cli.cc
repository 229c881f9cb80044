#include "cli/cli.h"

#include "cli/usage.h"
#include "cli/verb.h"
#include "lembar/render.h"
#include "lembar/version.h"

namespace lembar::cli {

namespace {

std::string versions() {
  std::string out = "lembar " + version() + "\n";
  for (const auto& [name, number] : library_versions()) out += "  " + name + " " + number + "\n";
  return out;
}

// Even a wrong usage is told in the language asked for, so it is looked for before the arguments are understood.
Language language_of(const std::vector<std::string>& arguments) {
  Language language = language_of_locale();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string value = arguments[i] == "--lang" && i + 1 < arguments.size() ? arguments[i + 1]
                              : arguments[i].rfind("--lang=", 0) == 0              ? arguments[i].substr(7)
                                                                                   : "";
    if (value == "id") language = Language::indonesian;
    if (value == "en") language = Language::english;
  }
  return language;
}

int refuse(Talk& talk, const Wording& why) {
  talk.refuse({"cara pakai salah: " + why.id, "wrong usage: " + why.en});
  return talk.status();
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  Talk talk(language_of(arguments));
  const Language language = talk.language();
  CLI::App app{in(language, {"Lembar: lembar SOP resmi dari XML", "Lembar: official SOP sheets from XML"}), "lembar"};
  set_language(app, language);
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_flag("-h,--help", in(language, {"bantuan ini", "this help"}));
  std::string asked;  // read by language_of; here for the help and against other values
  add_choice(app, "--lang", asked, {"id", "en"}, language,
             in(language, {"bahasa pesan: id atau en (bawaan: menurut locale)", "language of messages: id or en (default: the locale's)"}));
  app.set_version_flag("--version", versions, in(language, {"versi program ini dan pustakanya", "version of this program and of its libraries"}));
  const std::vector<std::unique_ptr<Verb>> verbs = all_verbs();
  std::vector<CLI::App*> described;
  described.reserve(verbs.size());
  for (const auto& verb : verbs) {
    described.push_back(&verb->describe(app, language));
    described.back()->group(in(language, {"Perintah", "Verbs"}));
    described.back()->get_help_ptr()->group(app.option_defaults()->get_group());  // inherited before the group was named
  }

  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    talk.result(app.help());
    return talk.status();
  } catch (const CLI::CallForAllHelp&) {
    talk.result(app.help("", CLI::AppFormatMode::All));
    return talk.status();
  } catch (const CLI::CallForVersion& text) {
    talk.result(text.what() + std::string("\n"));
    return talk.status();
  } catch (const CLI::ParseError& fault) {
    return refuse(talk, with_help(app, usage_fault(app, fault)));
  }
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (!described[i]->parsed()) continue;
    if (const auto why = verbs[i]->contradiction()) return refuse(talk, with_help(app, *why));
    verbs[i]->run(talk);
  }
  return talk.status();
}

}  // namespace lembar::cli
