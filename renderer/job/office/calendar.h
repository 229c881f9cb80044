// Days as YYYY-MM-DD, as records keep them; such days compare as words do.
#pragma once

#include <ctime>
#include <string>

namespace lembar::job {

bool is_day(const std::string& text);  // looks so, and is in the calendar
// A day that is not there (29 February) is the last of its month. `day` is one.
std::string months_later(const std::string& day, int months);
// Of a moment, where the machine is.
std::string day_of(std::time_t moment);

}  // namespace lembar::job
