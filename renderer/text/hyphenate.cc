#include "text/hyphenate.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/letters.h"
#include "text/utf8.h"

namespace lembar::text {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool starts_with(std::string_view word, std::string_view with) { return word.substr(0, with.size()) == with; }
bool ends_with(std::string_view word, std::string_view with) {
  return word.size() >= with.size() && word.substr(word.size() - with.size()) == with;
}

// Words of the office whose beginning or ending misleads the rules below. A word that starts or ends with one of
// them is parted as it shows there.
constexpr auto kKnownStarts = std::to_array<std::string_view>({
    "pe-ra-ga",    "per-adil",  "per-alat",   "per-alih",  "pe-rang-kat", "pe-ran-cang", "pe-ra-wat",   "per-atur",
    "pe-ren-ca-na", "pe-re-kam", "per-ekonomi", "per-iklan", "pe-rik-sa",  "pe-rin-ci",   "pe-rin-tah",
    "pe-ri-ngat",  "pe-ri-o-de", "per-ikan",  "per-izin",  "pe-ro-leh",   "per-ubah",    "per-umah",    "per-undang",
    "pe-ru-sa-ha", "per-usul",  "pe-nge-sah", "be-ra-pa",   "be-ran-da", "be-ran-tas",  "be-rat",      "be-ri-ta",
    "be-ri-kut",   "ber-akhir", "ber-asal",   "ber-ubah",  "te-ra-pan",   "te-rang",     "te-ri-ma",
    "ter-akhir",   "ter-atur",  "ter-ukur"});
constexpr auto kKnownEnds = std::to_array<std::string_view>({"se-la-tan",   "ha-la-man", "tri-wu-lan", "ka-wa-san", "te-la-dan",
                                                         "pe-rem-pu-an", "re-la-wan", "kar-ya-wan", "ke-la-min", "i-ku-tan"});

// Roots that start with a vowel, after meng- and peng-.
constexpr auto kVowelRoots = std::to_array<std::string_view>({
    "ada",   "adu",    "agenda", "aju",   "akses", "aktif",  "akui",  "alami", "alir",  "alih",   "ambil",
    "analis", "anggar", "angkat", "antar", "arah",  "arsip",  "asuh",  "atas",  "atur",  "awal",   "awas",
    "edar",  "elola",    "evaluasi", "identifikasi", "ikut", "input", "ingat", "inventaris", "isi", "obat",
    "olah",  "operasi", "ubah",  "uji",   "ukur",  "ulang",  "undang", "unggah", "unduh", "urus",  "usul"});
// Roots that lose their k there: me-ngi-rim.
constexpr auto kLostK = std::to_array<std::string_view>({
    "aitkan", "aji",    "alkulasi", "aryakan", "elola",  "elompok", "embali", "embang", "enal",  "endali", "erja",
    "irim",   "lasifikasi", "ompilasi", "onfirmasi", "onsep", "onsultasi", "oordinasi", "oreksi", "umpul", "unjung",
    "uasa"});

template <std::size_t N>
bool starts_with_one(std::string_view word, const std::array<std::string_view, N>& roots) {
  return std::any_of(roots.begin(), roots.end(), [&](std::string_view root) { return starts_with(word, root); });
}

bool is_diphthong(std::string_view two) { return two == "ai" || two == "au" || two == "oi" || two == "ei"; }

int count_syllables(std::string_view word) {
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_vowel(word[i])) continue;
    ++count;
    if (is_diphthong(word.substr(i, 2))) ++i;
  }
  return count;
}

// Letters of one word in lower case; `breaks[i]` says that a syllable starts at letter i.
class Syllables {
 public:
  explicit Syllables(std::string word) : word_(std::move(word)), breaks_(word_.size() + 1), fixed_(word_.size() + 1) {}

  const std::vector<bool>& find() {
    part_by_sound();
    part_beginning();
    part_ending();
    for (std::size_t i = 0; i <= word_.size(); ++i)
      if (i < 2 || i + 2 > word_.size()) breaks_[i] = false;
    return breaks_;
  }

 private:
  // The size of the consonant that starts at i: two letters for ng, ny, sy, kh.
  std::size_t consonant_size(std::size_t i) const {
    if (i + 1 >= word_.size()) return 1;
    const std::string_view two = std::string_view(word_).substr(i, 2);
    return two == "ng" || two == "ny" || two == "sy" || two == "kh" ? 2 : 1;
  }

  // V-V, V-CV, VC-CV, VC-CCV; a vowel that alone starts the word stays with what follows.
  void part_by_sound() {
    std::size_t last_vowel = word_.size();
    for (std::size_t i = 0; i < word_.size();) {
      if (!is_vowel(word_[i])) {
        i += consonant_size(i);
        continue;
      }
      if (last_vowel < word_.size()) part_between(last_vowel, i);
      last_vowel = i;
      if (is_diphthong(std::string_view(word_).substr(i, 2))) last_vowel = ++i;
      ++i;
    }
  }

  void part_between(std::size_t vowel, std::size_t next) {
    std::vector<std::size_t> starts;  // of the consonants between
    for (std::size_t i = vowel + 1; i < next; i += consonant_size(i)) starts.push_back(i);
    if (starts.empty()) {
      breaks_[next] = true;
    } else if (starts.size() == 1) {
      breaks_[starts[0]] = true;
    } else if (starts.size() > 2 && ((word_[starts[0]] == 'k' && word_[starts[1]] == 's') || (starts_with(word_, "trans") && starts[0] == 3))) {
      breaks_[starts[2]] = true;  // eks-tra, trans-por
    } else {
      breaks_[starts[1]] = true;
    }
  }

  void set(std::size_t from, std::size_t to, std::size_t only = 0) {  // no break in from..to but `only`
    for (std::size_t i = from; i <= to && i < breaks_.size(); ++i)
      if (!fixed_[i]) breaks_[i] = i == only;
  }

  // Parts as `pattern` shows, from letter `at` on.
  void apply(std::string_view pattern, std::size_t at) {
    bool hyphen = false;
    const std::size_t start = at;
    for (const char c : pattern) {
      if (c == '-') {
        hyphen = true;
        continue;
      }
      if (at != start) breaks_[at] = hyphen, fixed_[at] = true;
      hyphen = false;
      ++at;
    }
  }

  static std::string plain(std::string_view pattern) {
    std::string out(pattern);
    out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
    return out;
  }

  void part_beginning() {
    for (const std::string_view prefix : {"mem", "di", "ke", "se"})
      // ke-te-rang-an, di-te-ri-ma: the known word may stand behind a short beginning.
      if (starts_with(word_, prefix) && word_.size() > 6 && known_start(prefix.size())) return;
    if (known_start(0)) return;
    for (const std::string_view prefix : {"ber", "ter", "per", "memper", "diper"})
      if (starts_with(word_, prefix) && prefix.size() < word_.size() && is_vowel(word_[prefix.size()])) {
        return set(prefix.size() - 1, prefix.size());  // be-rantas or ber-antas?
      }
    for (const std::string_view prefix : {"meng", "peng"}) part_nasal(prefix);
    for (const std::string_view prefix : {"ke", "se", "di"})  // ke-uang-an: the root's vowel does not stand alone
      if (starts_with(word_, prefix) && word_.size() > 4 && is_vowel(word_[2]) && is_vowel(word_[3])) set(3, 3);
  }

  bool known_start(std::size_t at) {
    for (const std::string_view pattern : kKnownStarts) {
      const std::string word = plain(pattern);
      if (!starts_with(std::string_view(word_).substr(at), word)) continue;
      apply(pattern, at);
      if (at > 0) breaks_[at] = true, fixed_[at] = true;
      return true;
    }
    return false;
  }

  void part_nasal(std::string_view prefix) {
    if (!starts_with(word_, prefix) || word_.size() < 6 || !is_vowel(word_[4])) return;
    const std::string_view root = std::string_view(word_).substr(4);
    if (starts_with_one(root, kLostK)) return;  // me-ngi-rim, as it sounds
    set(2, 4, starts_with_one(root, kVowelRoots) ? 4 : 0);
  }

  void part_ending() {
    for (const std::string_view pattern : kKnownEnds) {
      const std::string word = plain(pattern);
      if (ends_with(word_, word)) return apply(pattern, word_.size() - word.size());
    }
    if (!ends_with(word_, "an") || word_.size() < 6) return;
    const std::size_t at = word_.size() - 2;
    const std::string_view root = std::string_view(word_).substr(0, at);
    if (is_vowel(root.back())) return;  // ren-ca-na-an, as it sounds
    if (root.back() == 'k' && is_vowel(root[at - 2])) {
      const bool verb = starts_with(word_, "me") || starts_with(word_, "di");
      if (verb) return;  // me-nyam-pai-kan
      const bool noun = starts_with(word_, "pe") || starts_with(word_, "ke");
      if (!noun) return set(at - 1, at);  // laku-kan or masuk-an?
    }
    const std::size_t size = ends_with(root, "ng") || ends_with(root, "ny") || ends_with(root, "kh") ? 2 : 1;
    if (root.size() <= size || !is_vowel(root[root.size() - size - 1])) return;  // ka-li-man-tan
    if (count_syllables(root) < 2) return;                                    // ja-lan, de-ngan
    set(at - size, at, at);
  }

  std::string word_;
  std::vector<bool> breaks_, fixed_;
};

// The plain letter of a Latin letter, 0 for anything else. Indonesian writes é and è only to teach how to read.
char plain_letter(char32_t c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c);
  if (c >= 'A' && c <= 'Z') return small_letter(static_cast<char>(c));
  if ((c >= 0xE8 && c <= 0xEB) || (c >= 0xC8 && c <= 0xCB)) return 'e';
  return 0;
}

}  // namespace

std::vector<std::size_t> hyphenation_points(std::string_view word) {
  std::string letters;
  std::vector<std::size_t> offsets;  // of each letter
  bool capitals = true, ended = false;
  for (std::size_t at = 0; at < word.size();) {
    const Utf8Char c = char_at(word, at);
    const char letter = plain_letter(c.code);
    if (letter == 0) {
      if (is_letter(c.code) || is_digit(c.code) || extends_previous(c.code)) return {};
      ended = !letters.empty();
    } else {
      if (ended) return {};  // a mark inside the word
      if (c.code == static_cast<unsigned char>(letter)) capitals = false;
      letters += letter;
      offsets.push_back(at);
    }
    at += c.size;
  }
  if (letters.size() < 4 || (capitals && letters.size() < 6)) return {};
  const std::vector<bool> breaks = Syllables(letters).find();
  std::vector<std::size_t> points;
  for (std::size_t i = 1; i < letters.size(); ++i)
    if (breaks[i]) points.push_back(offsets[i]);
  return points;
}

}  // namespace lembar::text
