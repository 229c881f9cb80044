#include "job/compare/match.h"

#include <algorithm>
#include <limits>
#include <map>

#include "job/compare/likeness.h"

namespace lembar::job {

namespace {

constexpr int kAlike = 500;
constexpr int kSameId = 600;
constexpr std::size_t kMostWeighed = 300;  // on each side, or as many pairs

// Hungarian method with potentials, rows <= columns: the least sum of costs.
std::vector<int> assigned(int n, int m, const std::vector<long long>& cost) {
  constexpr long long kInfinite = std::numeric_limits<long long>::max() / 4;
  std::vector<long long> u(n + 1, 0), v(m + 1, 0);
  std::vector<int> row_of(m + 1, 0), way(m + 1, 0);
  for (int i = 1; i <= n; ++i) {
    row_of[0] = i;
    int column = 0;
    std::vector<long long> least(m + 1, kInfinite);
    std::vector<bool> used(m + 1, false);
    do {
      used[column] = true;
      const int row = row_of[column];
      long long delta = kInfinite;
      int next = 0;
      for (int j = 1; j <= m; ++j) {
        if (used[j]) continue;
        const long long reduced = cost[static_cast<std::size_t>(row - 1) * m + (j - 1)] - u[row] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (int j = 0; j <= m; ++j) {
        if (used[j]) {
          u[row_of[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    do {
      const int before = way[column];
      row_of[column] = row_of[before];
      column = before;
    } while (column != 0);
  }
  std::vector<int> out(n, -1);
  for (int j = 1; j <= m; ++j)
    if (row_of[j] > 0) out[row_of[j] - 1] = j - 1;
  return out;
}

class Matcher {
 public:
  Matcher(const std::vector<Entry>& before, const std::vector<Entry>& after)
      : before_(before), after_(after), partners_(before.size(), -1), taken_(after.size(), false) {}

  std::vector<int> run() {
    pair_ids(/*words_too=*/true);
    if (too_many()) pair_ids(/*words_too=*/false);
    if (too_many()) pair_equal_words();
    weigh();
    return std::move(partners_);
  }

 private:
  void pair(std::size_t i, std::size_t j) {
    partners_[i] = static_cast<int>(j);
    taken_[j] = true;
  }

  void pair_ids(bool words_too) {
    std::map<std::string, std::size_t> by_id;
    for (std::size_t j = 0; j < after_.size(); ++j)
      if (!after_[j].id.empty() && !taken_[j]) by_id.emplace(after_[j].id, j);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto found = before_[i].id.empty() || partners_[i] >= 0 ? by_id.end() : by_id.find(before_[i].id);
      if (found == by_id.end() || taken_[found->second]) continue;
      const Entry& other = after_[found->second];
      if (other.kind == before_[i].kind && (!words_too || other.words == before_[i].words)) pair(i, found->second);
    }
  }

  void pair_equal_words() {
    std::map<std::pair<int, std::string>, std::vector<std::size_t>> by_words;
    for (std::size_t j = after_.size(); j-- > 0;)
      if (!taken_[j]) by_words[{after_[j].kind, after_[j].words}].push_back(j);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (partners_[i] >= 0) continue;
      const auto found = by_words.find({before_[i].kind, before_[i].words});
      if (found == by_words.end() || found->second.empty()) continue;
      pair(i, found->second.back());
      found->second.pop_back();
    }
  }

  std::vector<std::size_t> left(const std::vector<Entry>& of, bool old) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < of.size(); ++i)
      if (old ? partners_[i] < 0 : !taken_[i]) out.push_back(i);
    return out;
  }
  bool too_many() const { return left(before_, true).size() * left(after_, false).size() > kMostWeighed * kMostWeighed; }

  void weigh() {
    if (too_many()) return;
    const std::vector<std::size_t> rows = left(before_, true), columns = left(after_, false);
    if (rows.empty() || columns.empty()) return;
    for (const std::size_t i : rows) old_texts_.emplace_back(before_[i].words);
    for (const std::size_t j : columns) new_texts_.emplace_back(after_[j].words);
    std::vector<long long> values;
    values.reserve(rows.size() * columns.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j) values.push_back(value(rows[i], columns[j], i, j));
    const std::vector<int> pairs = best_pairs(static_cast<int>(rows.size()), static_cast<int>(columns.size()), values);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (pairs[i] >= 0) pair(rows[i], columns[pairs[i]]);
  }

  // Nearness decides between equals only: it is worth less than one point of likeness, over all pairs together.
  long long value(std::size_t i, std::size_t j, std::size_t place, std::size_t other) const {
    constexpr long long kPoint = 1'000'000;
    if (before_[i].kind != after_[j].kind) return 0;
    const bool same_id = !before_[i].id.empty() && before_[i].id == after_[j].id;
    const int alike = likeness(old_texts_[place], new_texts_[other]);
    if (!same_id && alike < kAlike) return 0;
    const std::size_t apart = place > other ? place - other : other - place;
    return (alike + (same_id ? kSameId : 0)) * kPoint + static_cast<long long>(1000 - std::min<std::size_t>(apart, 999));
  }

  const std::vector<Entry>& before_;
  const std::vector<Entry>& after_;
  std::vector<LikeText> old_texts_, new_texts_;  // of those that are weighed
  std::vector<int> partners_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<int> best_pairs(int rows, int columns, const std::vector<long long>& values) {
  const bool turned = rows > columns;
  const int n = turned ? columns : rows, m = turned ? rows : columns;
  std::vector<long long> cost(values.size());
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      cost[static_cast<std::size_t>(i) * m + j] =
          -values[turned ? static_cast<std::size_t>(j) * columns + i : static_cast<std::size_t>(i) * columns + j];
  const std::vector<int> found = n == 0 ? std::vector<int>() : assigned(n, m, cost);
  std::vector<int> out(rows, -1);
  for (int i = 0; i < n; ++i) {
    if (found[i] < 0 || cost[static_cast<std::size_t>(i) * m + found[i]] == 0) continue;
    if (turned) out[found[i]] = i;
    else out[i] = found[i];
  }
  return out;
}

std::vector<int> match(const std::vector<Entry>& before, const std::vector<Entry>& after) {
  return Matcher(before, after).run();
}

std::vector<bool> moved(const std::vector<int>& partners) {
  // tails[k]: the old entry that ends the best subsequence of length k + 1 so far.
  std::vector<std::size_t> tails;
  std::vector<int> previous(partners.size(), -1);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i] < 0) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), partners[i],
                                     [&](std::size_t entry, int partner) { return partners[entry] < partner; });
    if (at != tails.begin()) previous[i] = static_cast<int>(*(at - 1));
    if (at == tails.end()) tails.push_back(i);
    else *at = i;
  }
  std::vector<bool> out(partners.size(), false);
  for (std::size_t i = 0; i < partners.size(); ++i) out[i] = partners[i] >= 0;
  for (int i = tails.empty() ? -1 : static_cast<int>(tails.back()); i >= 0; i = previous[i]) out[i] = false;
  return out;
}

}  // namespace lembar::job
