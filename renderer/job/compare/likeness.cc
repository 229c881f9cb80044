#include "job/compare/likeness.h"

#include <algorithm>
#include <iterator>

#include "base/letters.h"

namespace lembar::job {

namespace {

constexpr std::size_t kMostPairs = 2'000'000;
constexpr std::size_t kMostWords = 100, kMostBytes = 4000;  // of a text, to say how like another it is
constexpr std::size_t kFewWords = 2, kShort = 60;           // so little is compared letter by letter too
constexpr int kNearlyAlike = 800;     // what that takes to count

// lengths[i * (m + 1) + j]: longest common subsequence of a[i…] and b[j…].
template <class A>
std::vector<int> common_lengths(const A& a, const A& b) {
  const std::size_t n = a.size(), m = b.size();
  std::vector<int> lengths((n + 1) * (m + 1), 0);
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      lengths[i * (m + 1) + j] = a[i] == b[j] ? lengths[(i + 1) * (m + 1) + j + 1] + 1
                                              : std::max(lengths[(i + 1) * (m + 1) + j], lengths[i * (m + 1) + j + 1]);
  return lengths;
}

// The length alone, in one row of memory.
template <class A>
int common_length(const A& a, const A& b) {
  std::vector<int> row(b.size() + 1, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    int diagonal = 0;  // row[j + 1] of the row before
    for (std::size_t j = b.size(); j-- > 0;) {
      const int above = row[j];
      row[j] = a[i] == b[j] ? diagonal + 1 : std::max(above, row[j + 1]);
      diagonal = above;
    }
  }
  return row[0];
}

// FNV-1a, the same on every machine.
std::uint64_t hash_of(const std::string& word) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

template <class A>
int dice(const A& a, const A& b) {
  if (a.empty() && b.empty()) return 1000;
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1000;
  return static_cast<int>(2000LL * common_length(a, b) / static_cast<long long>(a.size() + b.size()));
}

class Pieces {
 public:
  void add(WordPiece::Kind kind, const std::string& word) {
    if (kind == WordPiece::Kind::kept) flush();
    std::string& words = kind == WordPiece::Kind::removed ? removed_ : kind == WordPiece::Kind::added ? added_ : kept_;
    if (kind != WordPiece::Kind::kept && !kept_.empty()) push(WordPiece::Kind::kept, kept_);
    words += (words.empty() ? "" : " ") + word;
  }
  std::vector<WordPiece> take() {
    push(WordPiece::Kind::kept, kept_);
    flush();
    return std::move(pieces_);
  }

 private:
  void flush() {
    push(WordPiece::Kind::removed, removed_);
    push(WordPiece::Kind::added, added_);
  }
  void push(WordPiece::Kind kind, std::string& words) {
    if (!words.empty()) pieces_.push_back({kind, words});
    words.clear();
  }

  std::vector<WordPiece> pieces_;
  std::string kept_, removed_, added_;
};

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

std::vector<WordPiece> word_changes(std::string_view before, std::string_view after) {
  using Kind = WordPiece::Kind;
  std::vector<std::string> a = split_words(before), b = split_words(after);
  std::size_t head = 0, tail = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::vector<std::string> x(a.begin() + head, a.end() - tail), y(b.begin() + head, b.end() - tail);
  Pieces pieces;
  for (std::size_t i = 0; i < head; ++i) pieces.add(Kind::kept, a[i]);
  const bool small = y.empty() || x.size() <= kMostPairs / y.size();
  const std::vector<int> lengths = small ? common_lengths(x, y) : std::vector<int>();
  std::size_t i = 0, j = 0;
  while (small && i < x.size() && j < y.size()) {
    const std::size_t row = y.size() + 1;
    if (x[i] == y[j]) {
      pieces.add(Kind::kept, x[i++]);
      ++j;
    } else if (lengths[(i + 1) * row + j] >= lengths[i * row + j + 1]) {
      pieces.add(Kind::removed, x[i++]);
    } else {
      pieces.add(Kind::added, y[j++]);
    }
  }
  while (i < x.size()) pieces.add(Kind::removed, x[i++]);
  while (j < y.size()) pieces.add(Kind::added, y[j++]);
  for (std::size_t k = a.size() - tail; k < a.size(); ++k) pieces.add(Kind::kept, a[k]);
  return pieces.take();
}

LikeText::LikeText(std::string_view text) {
  const std::string lower_case = small_letters(text.substr(0, kMostBytes));
  for (const std::string& word : split_words(lower_case)) {
    if (words_.size() == kMostWords) break;
    words_.push_back(hash_of(word));
  }
  if (words_.size() <= kFewWords && text.size() <= kShort) letters_ = lower_case;
  sorted_ = words_;
  std::sort(sorted_.begin(), sorted_.end());
}

int likeness(const LikeText& a, const LikeText& b) {
  // What the words have in common in any order is a bound, and quick to know.
  std::vector<std::uint64_t> common;
  std::set_intersection(a.sorted_.begin(), a.sorted_.end(), b.sorted_.begin(), b.sorted_.end(), std::back_inserter(common));
  const std::size_t all = a.words_.size() + b.words_.size();
  const int by_words = all > 0 && 4 * common.size() < all ? 0 : dice(a.words_, b.words_);
  if (a.letters_.empty() || b.letters_.empty()) return by_words;
  const int by_letters = dice(a.letters_, b.letters_);
  return by_letters >= kNearlyAlike ? std::max(by_words, by_letters) : by_words;
}

}  // namespace lembar::job
