#include "text/atoms.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "text/utf8.h"

namespace lembar::text {
namespace {

template <std::size_t N>
bool one_of(const std::string& word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 1 1,5 1.250 2-3
bool is_number(std::string_view text) {
  return !text.empty() && is_digit(static_cast<unsigned char>(text.front())) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-'; });
}

bool is_roman(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';')) text.remove_suffix(1);
  return !text.empty() && text.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool is_lone_dash(std::string_view text) { return text == "-" || text == "\u2013" || text == "\u2014"; }

std::string without_end_marks(std::string word) {
  while (!word.empty() && std::string_view(".,;:)").find(word.back()) != std::string_view::npos) word.pop_back();
  return word;
}

constexpr auto kBeforeNumber = std::to_array<std::string_view>({"nomor", "no",    "no.",      "pasal", "ayat", "bab", "lampiran",
                                                            "huruf", "angka", "golongan", "nip",   "nip.", "nrp"});
constexpr auto kAfterNumber = std::to_array<std::string_view>({
    "detik",    "menit",    "jam",   "hari",  "minggu", "bulan", "tahun", "triwulan", "semester",
    "lembar",   "rangkap",  "eksemplar",      "orang",  "buah",  "berkas", "%",       "km",
    "m",        "cm",       "mm",    "kg",    "januari", "februari", "maret", "april", "mei",
    "juni",     "juli",     "agustus", "september", "oktober", "november", "nopember", "desember"});

// Is the space between `a` and `b` one that office writing keeps on a line? `c` is the word after `b`.
bool keeps_together(const std::string& a, const std::string& b, const std::string& c, bool a_is_first) {
  if (b.empty() || a.empty()) return false;
  if (is_lone_dash(b) || b == ":") return true;
  if (is_lone_dash(a) && a_is_first) return true;  // an item's mark
  const char32_t b0 = char_at(b, 0).code;
  const bool b_counts = is_digit(b0) || (b0 == '(' && b.size() > 1 && is_digit(static_cast<unsigned char>(b[1])));
  const std::string word = small_letters(a);
  if (b_counts && one_of(word, kBeforeNumber)) return true;
  if ((word == "bab" || word == "lampiran") && is_roman(b)) return true;
  if (word == "tahun" && b.size() >= 4 && all_digits(std::string_view(b).substr(0, 4))) return true;
  if (all_digits(a) && all_digits(b)) return true;  // the groups of a NIP
  if (!is_number(a)) return false;
  if (b0 == '(') return true;  // 2 (dua)
  const std::string unit = without_end_marks(small_letters(b));
  if (!one_of(unit, kAfterNumber)) return false;
  // In "Nomor 52 Tahun 2011" the year belongs to what follows.
  return unit != "tahun" || !(c.size() >= 4 && all_digits(std::string_view(c).substr(0, 4)));
}

// How a line may break inside a word, between `text[..offset)` and the rest; `start` is where the piece began.
// Absent: not at all.
enum class Inside { no, freely, unwillingly };
Inside break_inside(std::string_view text, std::size_t start, std::size_t offset) {
  const char32_t mark = char_before(text, offset).code;
  if (mark != '/' && mark != '-' && mark != 0x2013 && mark != 0x2014) return Inside::no;
  const std::size_t mark_size = char_before(text, offset).size;
  if (offset - mark_size == start) return Inside::no;  // nothing before it
  const char32_t before = char_before(text, offset - mark_size).code;
  const char32_t after = char_at(text, offset).code;
  if (!is_letter(before) && !is_digit(before) && before != ')') return Inside::no;
  if (!is_letter(after) && !is_digit(after) && after != '(') return Inside::no;
  if (is_digit(before) && is_digit(after)) return Inside::unwillingly;
  // A letter alone on either side looks like a slip: e-mail, A/B.
  std::size_t end = offset;
  while (end < text.size() && (is_letter(char_at(text, end).code) || is_digit(char_at(text, end).code)))
    end += char_at(text, end).size;
  const bool lonely = count_clusters(text.substr(start, offset - mark_size - start)) < 2 ||
                      count_clusters(text.substr(offset, end - offset)) < 2;
  return lonely ? Inside::unwillingly : Inside::freely;
}

class Splitter {
 public:
  std::vector<Atom> split(const std::vector<StyledRun>& runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      run_ = static_cast<int>(i);
      split_run(runs[i].text);
      finish(BreakAfter::never);
      if (runs[i].line_break) break_line();
    }
    if (runs.empty()) return {};
    if (atoms_.empty()) atoms_.push_back({{}, 0});
    atoms_.back().after = BreakAfter::always;
    keep_words_together();
    return std::move(atoms_);
  }

 private:
  void split_run(std::string_view text) {
    start_ = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Utf8Char c = char_at(text, at);
      if (is_space(c.code) || c.code == kNoBreakSpace) {
        finish(BreakAfter::never);
        add_space(c.code == kNoBreakSpace);
        start_ = at + c.size;
      } else if (c.code == kSoftHyphen || c.code == kZeroWidthSpace) {
        if (!word_.empty()) {
          finish(BreakAfter::freely);
          atoms_.back().hyphen_after = c.code == kSoftHyphen;
        }
        start_ = at + c.size;
      } else if (c.code != kWordJoiner && c.code != kByteOrderMark) {
        if (!word_.empty()) {
          const Inside inside = break_inside(text, start_, at);
          if (inside != Inside::no) {
            finish(inside == Inside::freely ? BreakAfter::freely : BreakAfter::unwillingly);
            start_ = at;
          }
        }
        word_.append(text.substr(at, c.size));
      }
      at += c.size;
    }
  }

  void finish(BreakAfter after) {
    if (word_.empty()) return;
    atoms_.push_back({word_, run_, false, false, after});
    word_.clear();
  }

  void add_space(bool no_break) {
    if (atoms_.size() == line_start_) return;  // none at the start of a line
    Atom& last = atoms_.back();
    if (last.space_after && last.after == BreakAfter::unwillingly) return;
    last.space_after = true;
    last.hyphen_after = false;
    last.after = no_break ? BreakAfter::unwillingly : BreakAfter::freely;
  }

  void break_line() {
    if (atoms_.size() == line_start_) atoms_.push_back({{}, run_});
    atoms_.back().after = BreakAfter::always;
    atoms_.back().space_after = false;
    line_start_ = atoms_.size();
  }

  void keep_words_together() {
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      Atom& atom = atoms_[i];
      if (atom.after == BreakAfter::always) atom.space_after = atom.hyphen_after = false;
      if (!atom.space_after || atom.after != BreakAfter::freely) continue;
      static const std::string kNone;
      const bool first = i == 0 || atoms_[i - 1].after == BreakAfter::always;
      // The word after next, where the next one is whole.
      const std::string& third =
          i + 2 < atoms_.size() && atoms_[i + 1].space_after ? atoms_[i + 2].text : kNone;
      if (keeps_together(atom.text, atoms_[i + 1].text, third, first)) atom.after = BreakAfter::unwillingly;
    }
  }

  std::vector<Atom> atoms_;
  std::string word_;
  std::size_t start_ = 0;       // of the piece in the run's text
  std::size_t line_start_ = 0;  // first atom since the last forced break
  int run_ = 0;
};

}  // namespace

std::vector<Atom> split_atoms(const std::vector<StyledRun>& runs) { return Splitter().split(runs); }

}  // namespace lembar::text
