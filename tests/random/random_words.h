// Words of random sheets: real office Indonesian, of real and of unreasonable length.
#pragma once

#include <string>

#include "random/random_source.h"

namespace lembar::test {

class RandomWords {
 public:
  explicit RandomWords(RandomSource& random) : r_(random) {}

  std::string sentence(int words);
  std::string title();
  std::string activity(bool is_long);
  std::string cell(bool is_long);  // may hold items and styles
  std::string time();
  std::string section();
  std::string lanes(int count);    // <pelaksana>
  std::string head();              // <kepala>
  std::string front(bool rich);    // cover to boxes
  std::string signing();           // <pengesah>* and <riwayat>

 private:
  std::string list(int items, int words);
  std::string official();
  std::string box(const std::string& name, bool rich);

  RandomSource& r_;
};

}  // namespace lembar::test
