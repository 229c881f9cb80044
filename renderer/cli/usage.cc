#include "cli/usage.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace lembar::cli {

namespace {

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

std::vector<std::string> verb_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* verb : program.get_subcommands([](const CLI::App*) { return true; })) names.push_back(verb->get_name());
  return names;
}

// The option that a fault of CLI11 begins with: "--dpi: …", "FILE is required".
std::string option_of(const CLI::ParseError& fault, const std::string& before) {
  const std::string words = fault.what();
  return words.substr(0, words.find(before));
}

}  // namespace

void set_language(CLI::App& program, Language language) {
  if (language == Language::english) return;
  CLI::FormatterBase& help = *program.get_formatter();
  const std::pair<const char*, const char*> words[] = {{"Usage", "Cara pakai"}, {"OPTIONS", "PILIHAN"},   {"SUBCOMMAND", "PERINTAH"},
                                                       {"REQUIRED", "WAJIB"},   {"Positionals", "Argumen"}, {"TEXT", "TEKS"},
                                                       {"INT", "ANGKA"}};
  for (const auto& [key, word] : words) help.label(key, word);
  program.option_defaults()->group("Pilihan");
}

Wording usage_fault(const CLI::App& program, const CLI::ParseError& fault) {
  const std::vector<std::string> rest = program.remaining(true);
  if (program.get_subcommands().empty()) {
    const std::string verbs = joined(verb_names(program), ", ");
    const auto word = std::find_if(rest.begin(), rest.end(), [](const std::string& w) { return w.empty() || w[0] != '-'; });
    if (word == rest.end()) return {"perintahnya belum disebut; pilih satu: " + verbs, "no verb is given; choose one: " + verbs};
    return {"tidak ada perintah \"" + *word + "\"; pilih satu: " + verbs, "there is no verb \"" + *word + "\"; choose one: " + verbs};
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&fault)) {
    const std::string words = joined(rest, " ");
    if (!rest.empty() && rest.front().size() > 1 && rest.front()[0] == '-') return {"pilihan tidak dikenal: " + words, "unknown option: " + words};
    return {"terlalu banyak argumen: " + words, "too many arguments: " + words};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&fault)) {
    const std::string option = option_of(fault, " is required");
    return {option + " belum diberikan", option + " is missing"};
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault)) {
    // "--dpi: 1 required INT missing", "--official: At least 2 required but received 1"
    const std::string option = option_of(fault, ":"), words = fault.what();
    const std::size_t digit = words.find_first_of("0123456789", option.size());
    const std::string count = digit == std::string::npos ? "" : words.substr(digit, words.find(' ', digit) - digit);
    return {option + " perlu nilai" + (count == "1" ? "" : ": " + count), option + (count == "1" ? " needs a value" : " needs values: " + count)};
  }
  return {fault.what(), fault.what()};  // a check's own words
}

Wording with_help(const CLI::App& program, Wording words) {
  std::string ask = "lembar";
  for (const CLI::App* verb : program.get_subcommands()) ask += " " + verb->get_name();
  words.id += "\n    saran: lihat " + ask + " --help";
  words.en += "\n    help: see " + ask + " --help";
  return words;
}

ValueCheck whole_number(int least, int most, Language language) {
  const std::string from = std::to_string(least), to = std::to_string(most);
  return [=](const std::string& value) {
    int number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault == std::errc() && end == value.data() + value.size() && number >= least && number <= most) return std::string();
    return in(language, {"\"" + value + "\" bukan bilangan bulat dari " + from + " sampai " + to,
                         "\"" + value + "\" is no whole number from " + from + " to " + to});
  };
}

ValueCheck day(Language language) {
  return [language](const std::string& value) {
    int year = 0, month = 0, date = 0;
    const char* const start = value.data();
    const bool digits = value.size() == 10 && value[4] == '-' && value[7] == '-' && value.find_first_not_of("0123456789-") == std::string::npos;
    if (digits) {
      std::from_chars(start, start + 4, year);
      std::from_chars(start + 5, start + 7, month);
      std::from_chars(start + 8, start + 10, date);
    }
    if (std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(date))).ok())
      return std::string();
    return in(language, {"tanggal \"" + value + "\" tidak ada; tulis TTTT-BB-HH, misalnya 2025-06-02",
                         "there is no day \"" + value + "\"; write YYYY-MM-DD, as in 2025-06-02"});
  };
}

CLI::Option* add_choice(CLI::App& verb, const std::string& option, std::string& value, const std::vector<std::string>& names, Language language,
                        const std::string& help) {
  const ValueCheck check = [names, language](const std::string& given) {
    if (std::find(names.begin(), names.end(), given) != names.end()) return std::string();
    const std::string allowed = joined(names, ", ");
    return in(language, {"\"" + given + "\" tidak dikenal; pilih satu: " + allowed, "\"" + given + "\" is not known; choose one: " + allowed});
  };
  return verb.add_option(option, value, help)->type_name(joined(names, "|"))->check(check);
}

}  // namespace lembar::cli
