// The language in which the program talks. The words of documents are never translated.
#pragma once

#include <string>

#include "lembar/diagnostic.h"

namespace lembar::cli {

enum class Language { indonesian, english };

// Indonesian where the locale says `id`.
Language language_of_locale();

const std::string& in(Language language, const Wording& words);

}  // namespace lembar::cli
