// A verb of the program: what arguments it takes, and what it does with them.
//
// A new verb is a file in verbs/, a maker in verbs/verbs.h and a line in all_verbs().
#pragma once

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/talk.h"
#include "cli/usage.h"

namespace lembar::cli {

class Verb {
 public:
  virtual ~Verb() = default;
  // Adds the verb's subcommand, whose options write into this object, and returns it; its help is in `language`.
  virtual CLI::App& describe(CLI::App& program, Language language) = 0;
  // Why the arguments make no sense together; nothing where they do.
  virtual std::optional<Wording> contradiction() const { return std::nullopt; }
  // Does it; the exit status is the talk's.
  virtual void run(Talk& talk) = 0;
};

// Every verb, in the order of the help.
std::vector<std::unique_ptr<Verb>> all_verbs();

// An option that takes one of the names of `choices`, and what was chosen.
template <class T>
class Choice {
 public:
  Choice(std::map<std::string, T> choices, std::string otherwise) : choices_(std::move(choices)), name_(std::move(otherwise)) {}

  CLI::Option* add(CLI::App& verb, Language language, const std::string& option, const std::string& help) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices_) names.push_back(name);
    return add_choice(verb, option, name_, names, language, help);
  }
  bool given() const { return !name_.empty(); }
  T value() const { return choices_.at(name_); }

 private:
  std::map<std::string, T> choices_;
  std::string name_;
};

}  // namespace lembar::cli
