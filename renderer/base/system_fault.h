// What the system says when a file cannot be had, in the words of both languages and with what helps: told alike
// wherever a file is read or written.
#pragma once

#include <string>

#include "lembar/diagnostic.h"

namespace lembar {

// `number` is an errno, or the value of a std::error_code of the system. Codes: system-read, system-write.
Diagnostic unreadable_file(const std::string& path, int number);
Diagnostic unreadable_folder(const std::string& path, int number);
Diagnostic unwritable_file(const std::string& path, int number);
// A folder that cannot be made.
Diagnostic unwritable_folder(const std::string& path, int number);

}  // namespace lembar
