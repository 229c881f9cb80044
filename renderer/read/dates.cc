#include "read/dates.h"

#include <array>

namespace lembar::read {

namespace {

int number_in(std::string_view digits) {
  int number = 0;
  for (char c : digits) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

int days_in(int month, int year) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool looks_iso(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

bool is_possible_date(std::string_view iso) {
  const int year = number_in(iso.substr(0, 4)), month = number_in(iso.substr(5, 2)), day = number_in(iso.substr(8, 2));
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(month, year);
}

std::string printed_date(std::string_view iso) {
  static constexpr std::array<const char*, 12> kMonths{"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                                       "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
  return std::to_string(number_in(iso.substr(8, 2))) + " " + kMonths[number_in(iso.substr(5, 2)) - 1] + " " +
         std::string(iso.substr(0, 4));
}

void impossible_date(std::string_view text, const SourceSpan& where, Findings& findings) {
  findings.error(where, "date-impossible",
                 {"Tanggal " + in_quotes(text) + " tidak ada dalam kalender.", "There is no such day as " + in_quotes(text) + "."},
                 {{"Tulis tahun-bulan-hari, misalnya 2023-07-28.", "Write year-month-day, as in 2023-07-28."}});
}

model::Date make_date(const std::string& written, const std::string& iso, const SourceSpan& where) {
  model::Date date{written, iso, where};
  if (looks_iso(written) && is_possible_date(written)) {
    date.printed = printed_date(written);
    if (iso.empty()) date.iso = written;
  }
  return date;
}

}  // namespace lembar::read
