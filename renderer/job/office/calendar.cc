#include "job/office/calendar.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace lembar::job {

namespace {

int days_in(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

int number_at(const std::string& day, std::size_t at, std::size_t size) { return std::atoi(day.substr(at, size).c_str()); }

std::string written(int year, int month, int day) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

}  // namespace

bool is_day(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  const int month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in(number_at(text, 0, 4), month);
}

std::string months_later(const std::string& day, int months) {
  const int count = number_at(day, 0, 4) * 12 + number_at(day, 5, 2) - 1 + months;
  const int year = count / 12, month = count % 12 + 1;
  return written(year, month, std::min(number_at(day, 8, 2), days_in(year, month)));
}

std::string day_of(std::time_t moment) {
  std::tm parts{};
  ::localtime_r(&moment, &parts);
  return written(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace lembar::job
