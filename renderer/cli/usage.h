// How the program is used, in the language asked for: the fixed words of its help, and what is said of a wrong usage.
//
// CLI11 speaks English only. Its faults are told again from what they are about; what a value must be is checked by the
// functions below, whose words are their own.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

#include "cli/talk.h"

namespace lembar::cli {

// Before any option is added.
void set_language(CLI::App& program, Language language);

// What is wrong with the arguments that `program` has refused with `fault`.
Wording usage_fault(const CLI::App& program, const CLI::ParseError& fault);

// The words, and a line that says where help on the verb asked for is to be had.
Wording with_help(const CLI::App& program, Wording words);

// Checks of a value, as CLI11 wants them: empty where it is good, else why not.
using ValueCheck = std::function<std::string(const std::string&)>;
ValueCheck whole_number(int least, int most, Language language);
// YYYY-MM-DD, a day that the calendar has.
ValueCheck day(Language language);

// An option that takes one of `names`.
CLI::Option* add_choice(CLI::App& verb, const std::string& option, std::string& value, const std::vector<std::string>& names, Language language,
                        const std::string& help);

}  // namespace lembar::cli
