#include "cli/cli.h"

#include <cstdio>

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

int refuse(Talk& talk, const std::string& why) {
  talk.refuse({"cara pakai salah: " + why, "wrong usage: " + why});
  return talk.status();
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  Talk talk(language_of(arguments));
  CLI::App app{"Lembar: official SOP sheets from XML"};
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_flag("-h,--help", "this help");
  std::string language;  // read by language_of; here for the help and against other values
  app.add_option("--lang", language, "language of messages: id or en (default: the locale's)")->check(CLI::IsMember({"id", "en"}));
  app.set_version_flag("--version", versions);
  const std::vector<std::unique_ptr<Verb>> verbs = all_verbs();
  std::vector<CLI::App*> described;
  for (const auto& verb : verbs) described.push_back(&verb->describe(app));

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
    return refuse(talk, fault.what());
  }
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (!described[i]->parsed()) continue;
    if (const auto why = verbs[i]->contradiction()) return refuse(talk, in(talk.language(), *why));
    verbs[i]->run(talk);
  }
  return talk.status();
}

}  // namespace lembar::cli
