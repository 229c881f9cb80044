#include "layout/table/total_row.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace lembar::layout {

namespace {

using model::RichText;

struct Word {
  std::size_t at = 0;  // where it begins
  std::string text;
};

std::vector<Word> split_words(const std::string& text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find(' ', i);
    if (end == std::string::npos) end = text.size();
    if (end > i) words.push_back({i, text.substr(i, end - i)});
    i = end + 1;
  }
  return words;
}

bool is_number(const std::string& word) {
  return std::isdigit(static_cast<unsigned char>(word.front())) &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) || c == ',' || c == '.' || c == '-' || c == '/'; });
}

bool is_unit(std::string word) {
  static constexpr std::array<const char*, 7> kUnits = {"menit", "jam", "hari", "minggu", "bulan", "tahun", "kerja"};
  while (!word.empty() && (word.back() == '.' || word.back() == ';')) word.pop_back();
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

bool is_about(const std::string& word) { return word == "\u00b1" || word == "-" || word == "\u2013"; }

// "3 hari", anywhere in the words.
bool names_time(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (is_number(words[i - 1].text) && is_unit(words[i].text)) return true;
  return false;
}

// Where the time at the end of `text` begins; its length where none stands there. A number without a unit is a time
// only if it is alone, or if no time of the table has a unit: "Jumlah tahap 1" names none.
std::size_t figure_at(const std::string& text, bool bare) {
  if (std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) || c >= 0x80; })) return 0;  // "-" too
  const std::vector<Word> words = split_words(text);
  std::size_t first = words.size();
  while (first > 0 && (is_number(words[first - 1].text) || is_unit(words[first - 1].text) || is_about(words[first - 1].text))) --first;
  while (first < words.size() && is_unit(words[first].text)) ++first;
  // What joins two numbers, or says that one is rough, joins none to a label.
  while (first < words.size() && is_about(words[first].text) && words[first].text != "\u00b1") ++first;
  const std::vector<Word> figure(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
  const bool number = std::any_of(figure.begin(), figure.end(), [](const Word& w) { return is_number(w.text); });
  if (!number || !(names_time(figure) || first == 0 || bare)) return text.size();
  return figure.front().at;
}

// The runs of `all` from `from` to `to`, in letters of their plain text; a break counts as one.
std::vector<model::TextRun> cut(const std::vector<model::TextRun>& all, std::size_t from, std::size_t to) {
  std::vector<model::TextRun> out;
  std::size_t at = 0;
  for (const model::TextRun& run : all) {
    const std::size_t length = run.line_break ? 1 : run.text.size();
    const std::size_t begin = std::max(at, from), end = std::min(at + length, to);
    if (begin < end) {
      out.push_back(run);
      if (!run.line_break) out.back().text = run.text.substr(begin - at, end - begin);
    }
    at += length;
  }
  while (!out.empty() && (out.back().line_break || out.back().text == " ")) out.pop_back();
  if (!out.empty() && out.back().text.ends_with(' ')) out.back().text.pop_back();
  return out;
}

std::string letters_of(const std::vector<model::TextRun>& runs) {
  std::string text;
  for (const model::TextRun& run : runs) text += run.line_break ? " " : run.text;
  return text;
}

RichText rich_words(std::string text) {
  RichText rich;
  if (!text.empty()) rich.blocks.push_back({.runs = {{.text = std::move(text)}}});
  return rich;
}

void put_before(RichText& words, const std::string& label) {
  if (label.empty()) return;
  if (words.empty()) {
    words = rich_words(label);
  } else {
    auto& runs = words.blocks.front().runs;
    runs.insert(runs.begin(), {.text = label + " "});
  }
}

bool is_bare(const std::string& sum) {
  return !sum.empty() && std::all_of(sum.begin(), sum.end(), [](unsigned char c) { return std::isdigit(c) || c == ','; });
}

}  // namespace

TotalWords total_words(const model::TotalRow& row, const std::string& template_label, const std::string& sum) {
  TotalWords words{row.text, {}};
  if (!words.label.empty()) {
    model::Block& last = words.label.blocks.back();
    const std::string text = letters_of(last.runs);
    const std::size_t at = last.kind == model::BlockKind::paragraph ? figure_at(text, is_bare(sum)) : text.size();
    if (at < text.size()) {
      words.figure.emplace().blocks.push_back(last);
      words.figure->blocks.back().runs = cut(last.runs, at, text.size());
      last.runs = cut(last.runs, 0, at);
      if (last.runs.empty()) words.label.blocks.pop_back();
    } else if (!names_time(split_words(model::plain_text(words.label)))) {
      words.figure = rich_words(sum);
    }
    if (row.label) put_before(words.label, *row.label);
    if (row.label || !words.label.empty()) return words;
  }
  std::string label = row.label ? *row.label : template_label;
  const auto place = label.find("{sum}");
  if (place != std::string::npos) {
    label.replace(place, 5, words.figure ? model::plain_text(*words.figure) : sum);
    words.figure.reset();
  } else if (!words.figure) {
    words.figure = rich_words(sum);
  }
  words.label = rich_words(label);
  return words;
}

}  // namespace lembar::layout
