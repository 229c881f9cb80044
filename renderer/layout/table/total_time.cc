// The sum of a table's times. Kept in minutes, hours and so on apart: an hour is sixty minutes everywhere, but how
// long a working day is differs from office to office, so days are never made of hours.
#include <algorithm>
#include <array>
#include <cctype>

#include "layout/table/total_row.h"

namespace lembar::layout {

namespace {

enum Unit { minute, hour, day, week, month, year, unit_count };
constexpr std::array<const char*, unit_count> kUnitWords = {"Menit", "Jam", "Hari", "Minggu", "Bulan", "Tahun"};

struct Sum {
  std::array<long long, unit_count> units{};  // in thousandths
  long long bare = 0;                         // of numbers without a unit
  bool any_unit = false, any_bare = false;
  bool capitals = false;                      // some unit is written with one
};

std::string lower(std::string s) {
  for (char& c : s) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return s;
}

// Adds "2 Jam", or "2" where the head of the column names the unit. False where the words are neither.
bool add_time(const std::string& words, Sum& sum) {
  std::size_t i = 0;
  bool any = false;
  while (i < words.size()) {
    while (i < words.size() && words[i] == ' ') ++i;
    if (i == words.size()) break;
    long long value = 0, scale = 1000;
    bool digits = false, fraction = false;
    for (; i < words.size() && (std::isdigit(static_cast<unsigned char>(words[i])) || words[i] == ','); ++i) {
      if (words[i] == ',') {
        if (fraction) return false;
        fraction = true;
        continue;
      }
      digits = true;
      if (value > 1'000'000'000) return false;
      if (!fraction) {
        value = value * 10 + (words[i] - '0') * 1000LL;
      } else {
        scale /= 10;
        value += (words[i] - '0') * scale;
      }
    }
    if (!digits) return false;
    while (i < words.size() && words[i] == ' ') ++i;
    if (i == words.size() && !any) {
      sum.bare += value;
      sum.any_bare = true;
      return true;
    }
    std::size_t end = words.find(' ', i);
    if (end == std::string::npos) end = words.size();
    const std::string written = words.substr(i, end - i), unit = lower(written);
    const auto known = std::find_if(kUnitWords.begin(), kUnitWords.end(), [&](const char* u) { return lower(u) == unit; });
    if (known == kUnitWords.end()) return false;
    sum.units[known - kUnitWords.begin()] += value;
    any = sum.any_unit = true;
    sum.capitals = sum.capitals || written != unit;
    i = end;
  }
  return any;
}

std::string number_words(long long thousandths) {
  std::string out = std::to_string(thousandths / 1000);
  long long rest = thousandths % 1000;
  if (rest == 0) return out;
  std::string digits = std::to_string(1000 + rest).substr(1);
  while (digits.back() == '0') digits.pop_back();
  return out + "," + digits;
}

// Adds all times up; the first that is none is returned, and ends it.
const model::Cell* add_times(const model::FlowTable& table, Sum& all) {
  for (const model::Row& row : table.rows) {
    const auto* step = std::get_if<model::Step>(&row);
    if (!step) continue;
    for (const model::Cell& cell : step->cells) {
      if (cell.column != "waktu") continue;
      // <waktu jumlah="2" satuan="hari"> says what its words may say at length.
      const bool counted = cell.amount && cell.unit;
      const std::string words = counted ? cell.amount->value + " " + cell.unit->value : model::plain_text(cell.text);
      if (words.empty() || words == "-") continue;
      if (!add_time(words, all)) return &cell;
    }
  }
  return nullptr;
}

}  // namespace

const model::Cell* unsummed_time(const model::FlowTable& table) {
  Sum all;
  return add_times(table, all);
}

std::string total_time(const model::FlowTable& table) {
  Sum all;
  if (add_times(table, all)) return {};
  if (all.any_unit == all.any_bare) return {};
  if (all.any_bare) return number_words(all.bare);
  auto& sum = all.units;
  // A part of an hour is minutes: 1,5 jam and 45 menit are 2 jam 15 menit.
  sum[minute] += sum[hour] % 1000 * 60;
  sum[hour] -= sum[hour] % 1000;
  sum[hour] += sum[minute] / 60000 * 1000;
  sum[minute] %= 60000;
  std::string out;
  for (int unit = unit_count; unit-- > 0;)
    if (sum[unit] != 0) out += (out.empty() ? "" : " ") + number_words(sum[unit]) + " " + (all.capitals ? kUnitWords[unit] : lower(kUnitWords[unit]));
  return out.empty() ? "0 Menit" : out;
}

}  // namespace lembar::layout
