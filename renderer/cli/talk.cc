#include "cli/talk.h"

#include <cstdlib>

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

}  // namespace lembar::cli
