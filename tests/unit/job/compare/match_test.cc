// Likeness, word differences and the choice of partners, with numbers that can be worked out in the head.
#include "job/compare/match.h"

#include "job/compare/likeness.h"
#include "support/catch.h"

using namespace lembar;
using namespace lembar::job;

namespace {

std::string told(const std::string& before, const std::string& after) {
  std::string out;
  for (const WordPiece& p : word_changes(before, after))
    out += (p.kind == WordPiece::Kind::kept ? "=" : p.kind == WordPiece::Kind::removed ? "-" : "+") + p.words + ";";
  return out;
}

std::vector<Entry> entries(const std::vector<std::pair<std::string, std::string>>& all) {
  std::vector<Entry> out;
  for (const auto& [id, words] : all) out.push_back({id, words});
  return out;
}

}  // namespace

TEST_CASE("Likeness is twice the common words over all words") {
  CHECK(likeness("", "") == 1000);
  CHECK(likeness("a", "") == 0);
  CHECK(likeness("Surat Masuk", "surat masuk") == 1000);
  CHECK(likeness("menerima surat masuk", "mencatat surat masuk") == 2000 * 2 / 6);
  CHECK(likeness("menerima surat masuk dari dinas lain", "menerima surat") == 2000 * 2 / 8);
  CHECK(likeness("menerima surat masuk dari dinas dan kecamatan lain", "menerima surat") == 0);  // 4 of 10 and no half
  CHECK(likeness("Umum", "Camat") == 0);
  // Letter by letter: "sekretari" is common, 9 of 10 and 11 letters.
  CHECK(likeness("Sekretaris", "Sekretariat") == 2000 * 9 / 21);
}

TEST_CASE("Word differences keep the longest common part") {
  CHECK(told("a b c", "a b c") == "=a b c;");
  CHECK(told("a b c", "a x c") == "=a;-b;+x;=c;");
  CHECK(told("", "a b") == "+a b;");
  CHECK(told("a b", "") == "-a b;");
  CHECK(told("a b c d e", "b c x d") == "-a;=b c;+x;=d;-e;");
  CHECK(told("p a b q", "p c d q") == "=p;-a b;+c d;=q;");
}

TEST_CASE("Texts too long to compare word by word are told as replaced in the middle") {
  std::string a = "awal", b = "awal";
  for (int i = 0; i < 3000; ++i) {
    a += " a" + std::to_string(i);
    b += " b" + std::to_string(i);
  }
  const auto pieces = word_changes(a + " akhir", b + " akhir");
  REQUIRE(pieces.size() == 4);
  CHECK(pieces[0].words == "awal");
  CHECK(pieces[3].words == "akhir");
}

TEST_CASE("The assignment is worth most in all, not row by row") {
  // Row 0 would take column 0 for 9; but 8 + 7 is more than 9 + 1.
  CHECK(best_pairs(2, 2, {9, 8, 7, 1}) == std::vector<int>{1, 0});
  CHECK(best_pairs(1, 3, {0, 0, 5}) == std::vector<int>{2});
  CHECK(best_pairs(3, 1, {0, 5, 6}) == std::vector<int>{-1, -1, 0});
  CHECK(best_pairs(2, 2, {0, 0, 0, 0}) == std::vector<int>{-1, -1});
  CHECK(best_pairs(0, 2, {}).empty());
  CHECK(best_pairs(2, 0, {}) == std::vector<int>{-1, -1});
}

TEST_CASE("An id holds an entry however it was reworded") {
  CHECK(match(entries({{"a", "satu dua"}, {"b", "tiga empat"}}), entries({{"b", "lima enam"}, {"a", "tujuh delapan"}})) ==
        std::vector<int>{1, 0});
}

TEST_CASE("Ids dealt anew after an insertion do not hold") {
  const auto before = entries({{"l1", "menerima surat"}, {"l2", "memeriksa surat"}, {"l3", "menyimpan surat"}});
  const auto after = entries({{"l1", "menerima surat"}, {"l2", "memindai berkas"}, {"l3", "memeriksa surat"}, {"l4", "menyimpan surat"}});
  CHECK(match(before, after) == std::vector<int>{0, 2, 3});
}

TEST_CASE("Without ids half the words must be common") {
  CHECK(match(entries({{"", "a b c d"}}), entries({{"", "a b x y"}})) == std::vector<int>{0});
  CHECK(match(entries({{"", "a b c d"}}), entries({{"", "a x y z"}})) == std::vector<int>{-1});
  // Of equals the nearest.
  CHECK(match(entries({{"", "a"}, {"", "a"}}), entries({{"", "a"}, {"", "a"}})) == std::vector<int>{0, 1});
}

TEST_CASE("A thousand steps are matched without weighing each against each") {
  std::vector<Entry> before, after;
  for (int i = 0; i < 5000; ++i) {
    before.push_back({"s" + std::to_string(i), "langkah " + std::to_string(i)});
    after.push_back({"s" + std::to_string(i), "langkah baru " + std::to_string(i)});
  }
  const auto partners = match(before, after);
  CHECK(partners[0] == 0);
  CHECK(partners[4999] == 4999);
}

TEST_CASE("The fewest that can have moved moved") {
  CHECK(moved({0, 1, 2}) == std::vector<bool>{false, false, false});
  CHECK(moved({1, 2, 0}) == std::vector<bool>{false, false, true});
  CHECK(moved({2, -1, 0, 1}) == std::vector<bool>{true, false, false, false});
  CHECK(moved({}).empty());
}
