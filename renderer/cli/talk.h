// What the program says: results on stdout, talk on stderr, in the language asked for; and the status it ends with,
// which is that of the worst thing said. The words of documents are never translated.
#pragma once

#include <string>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar::cli {

enum class Language { indonesian, english };

constexpr int kWrongUsage = 2;

// Indonesian where the locale says `id`.
Language language_of_locale();

const std::string& in(Language language, const Wording& words);

class Talk {
 public:
  explicit Talk(Language language) : language_(language) {}

  Language language() const { return language_; }
  int status() const { return status_; }

  // Diagnostics to stderr, or as a result to stdout.
  void report(const std::vector<Diagnostic>& diagnostics);
  void report_as_result(const std::vector<Diagnostic>& diagnostics);
  // Diagnostics that something else prints count for the status all the same.
  void count(const std::vector<Diagnostic>& diagnostics);
  // A line to stderr.
  void say(const std::string& line);
  void say(const Wording& line) { say(in(language_, line)); }
  // A result to stdout; a failed write is reported.
  void result(const std::string& bytes);
  // Wrong usage that only the surroundings could tell.
  void refuse(const Wording& why);
  // What was asked is not so: the status is that of an input with faults.
  void deny();

 private:
  Language language_;
  int status_ = 0;
};

}  // namespace lembar::cli
