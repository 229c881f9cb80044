#include "base/nearest_word.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace lembar {

namespace {

constexpr std::size_t kLongestWord = 64;
constexpr int kNeverMeant = 1000;

// One entry for each character; case does not count, since `Bentuk` is near enough to `bentuk`.
std::vector<std::string> characters_of(std::string_view word) {
  std::vector<std::string> out;
  for (char c : word) {
    if (continues_character(c) && !out.empty()) {
      out.back() += c;
    } else {
      out.emplace_back(1, small_letter(c));
    }
  }
  return out;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return kNeverMeant;
  const auto from = characters_of(a), to = characters_of(b);
  // Three rows are enough: a swap looks two back.
  std::array<std::array<int, kLongestWord + 1>, 3> cost{};
  for (std::size_t j = 0; j <= to.size(); ++j) cost[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= from.size(); ++i) {
    auto& here = cost[i % 3];
    const auto& above = cost[(i - 1) % 3];
    here[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const bool same = from[i - 1] == to[j - 1];
      here[j] = std::min({above[j] + 1, here[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        here[j] = std::min(here[j], cost[(i - 2) % 3][j - 2] + 1);
    }
  }
  return cost[from.size() % 3][to.size()];
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  if (known.size() > kMostCompared) return {};
  // A slip changes a third of a word at most; short words allow one letter.
  const int most = std::max(1, static_cast<int>(word.size()) / 3);
  std::string best;
  int least = most + 1;
  for (const std::string& candidate : known) {
    const int cost = edit_distance(word, candidate);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

}  // namespace lembar
