// Writes random sheets as files, for judges that read files: make_sheets DIR FIRST_SEED SEEDS_PER_FAMILY
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "random/random_sheet.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_sheets DIR FIRST_SEED SEEDS_PER_FAMILY\n";
    return 2;
  }
  using lembar::test::Family;
  const int first = std::atoi(argv[2]), count = std::atoi(argv[3]);
  for (int f = 0; f < static_cast<int>(Family::count); ++f)
    for (int s = first; s < first + count; ++s) {
      const Family family = static_cast<Family>(f);
      std::ofstream file(std::string(argv[1]) + "/" + lembar::test::family_name(family) + "-" + std::to_string(s) + ".xml");
      file << lembar::test::random_sheet(family, static_cast<std::uint32_t>(s));
      if (!file) {
        std::cerr << "cannot write into " << argv[1] << "\n";
        return 3;
      }
    }
  return 0;
}
