#include "job/office/calendar.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "read/dates.h"

namespace lembar::job {

namespace {

int number_at(const std::string& day, std::size_t at, std::size_t size) { return std::atoi(day.substr(at, size).c_str()); }

std::string written(int year, int month, int day) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

}  // namespace

bool is_day(const std::string& text) { return read::looks_iso(text) && read::is_possible_date(text); }

std::string months_later(const std::string& day, int months) {
  const int count = number_at(day, 0, 4) * 12 + number_at(day, 5, 2) - 1 + months;
  const int year = count / 12, month = count % 12 + 1;
  return written(year, month, std::min(number_at(day, 8, 2), read::days_in(month, year)));
}

std::string day_of(std::time_t moment) {
  std::tm parts{};
  ::localtime_r(&moment, &parts);
  return written(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace lembar::job
