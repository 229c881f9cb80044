#include "cli/talk.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/print_diagnostics.h"
#include "lembar/render.h"

namespace lembar::cli {

Language language_of_locale() {
  // The first that is set counts, as POSIX has it.
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string locale = value;
    const bool indonesian = locale == "id" || locale.rfind("id_", 0) == 0 || locale.rfind("id.", 0) == 0;
    return indonesian ? Language::indonesian : Language::english;
  }
  return Language::english;
}

const std::string& in(Language language, const Wording& words) {
  return language == Language::indonesian ? words.id : words.en;
}

void Talk::count(const std::vector<Diagnostic>& diagnostics) { status_ = std::max(status_, exit_status(diagnostics)); }

void Talk::report(const std::vector<Diagnostic>& diagnostics) {
  count(diagnostics);
  std::fputs(printed(diagnostics, language_).c_str(), stderr);
}

void Talk::report_as_result(const std::vector<Diagnostic>& diagnostics) {
  count(diagnostics);
  result(printed(diagnostics, language_));
}

void Talk::say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

void Talk::result(const std::string& bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0) return;
  report({{Severity::error, Fault::surroundings, "system-write", {"stdout", 0, 0, 1, {}},
           {"Keluaran tidak dapat ditulis.", "The output cannot be written."},
           {{"Tulis ke sebuah berkas dengan -o.", "Write to a file with -o."}}}});
}

void Talk::deny() { status_ = std::max(status_, 1); }

void Talk::refuse(const Wording& why) {
  status_ = std::max(status_, kWrongUsage);
  say("lembar: " + in(language_, why));
}

}  // namespace lembar::cli
