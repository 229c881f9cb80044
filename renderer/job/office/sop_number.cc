#include "job/office/sop_number.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/letters.h"

namespace lembar::job {

namespace {

constexpr std::size_t kLongest = 100;  // bytes of a file's name

bool is_digits(const std::string& text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit); }

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> parts_of(const std::string& number) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t slash; (slash = number.find('/', at)) != std::string::npos; at = slash + 1) parts.push_back(trimmed(number.substr(at, slash - at)));
  parts.push_back(trimmed(number.substr(at)));
  return parts;
}

// 000.8.3.3, or the three digits of the old list.
bool is_code(const std::string& part) {
  if (part.size() < 3 || !is_digits(part.substr(0, 3))) return false;
  for (std::size_t i = 3; i < part.size(); ++i)
    if (!is_ascii_digit(part[i]) && (part[i] != '.' || i + 1 == part.size() || part[i + 1] == '.')) return false;
  return part.size() == 3 || part[3] == '.';
}

bool is_month(const std::string& part) {
  static const std::vector<std::string> months = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
  return std::find(months.begin(), months.end(), part) != months.end();
}

}  // namespace

SopNumber read_sop_number(const std::string& number) {
  SopNumber out;
  if (number.find("${") != std::string::npos || std::none_of(number.begin(), number.end(), is_ascii_digit)) return out;
  std::vector<std::string> parts = parts_of(number);
  std::size_t first = 0;
  if (is_code(parts[0])) {
    // 067/015/… begins with a code; in 001/SOP/… 001 is the running number.
    const bool words_follow = parts.size() > 1 && !parts[1].empty() && std::none_of(parts[1].begin(), parts[1].end(), is_ascii_digit);
    if (parts[0].size() > 3 || !words_follow) {
      out.classification = parts[0];
      first = 1;
    }
  }
  if (first < parts.size() && is_digits(parts[first]) && parts[first].size() < 7) {
    out.running = std::atoi(parts[first].c_str());
    parts[first] = "#";
  }
  for (std::size_t i = 0; i < parts.size(); ++i) out.pattern += (i > 0 ? "/" : "") + (is_month(parts[i]) ? "*" : parts[i]);
  return out;
}

std::string file_word(const std::string& words) {
  std::string out;
  for (const char c : words) {
    const bool stays = is_ascii_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    if (stays) out += c;
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  if (out.size() > kLongest) {
    std::size_t cut = kLongest;
    while (cut > 0 && continues_character(out[cut])) --cut;
    out.resize(cut);
  }
  // No hidden file, no way up, no hyphen at the end.
  out.erase(0, std::min(out.find_first_not_of(".-"), out.size()));
  while (!out.empty() && (out.back() == '-' || out.back() == '.')) out.pop_back();
  return out;
}

std::string small_file_word(const std::string& words) { return small_letters(file_word(words)); }

}  // namespace lembar::job
