#include "style/paper.h"
#include "style/values.h"

#include "support/catch.h"

using namespace lembar;
using namespace lembar::style;

TEST_CASE("Paper by name, in any case") {
  CHECK(find_paper("A4")->size == Size{mm(210), mm(297)});
  CHECK(find_paper("f4")->size == Size{mm(215), mm(330)});
  CHECK(find_paper("Folio")->name == "folio");
  CHECK(find_paper("legal")->size == Size{mm(216), mm(356)});
  CHECK(find_paper("A3")->size == Size{mm(297), mm(420)});
}

TEST_CASE("Paper by its sides, portrait whatever their order") {
  CHECK(find_paper("330x215mm")->size == Size{mm(215), mm(330)});
  CHECK(find_paper("215mmx330mm")->size == Size{mm(215), mm(330)});
  CHECK(find_paper("215.9x355.6mm")->size == Size{mm(215.9), mm(355.6)});
  for (const char* wrong : {"", "A5", "215x330", "x330mm", "215xmm", "20x300mm", "215x9000mm", "21,5x33mm", "-5x300mm"})
    CHECK_FALSE(find_paper(wrong));
}

TEST_CASE("Values of attributes") {
  CHECK(parse_length("20mm") == mm(20));
  CHECK(parse_length("1.5cm") == mm(15));
  CHECK(parse_length("8.5pt") == pt(8.5));
  for (const char* wrong : {"", "mm", "20", "20 mm", "1.mm", ".5mm", "-1mm", "1e3mm", "20in", "1.00001mm", "99999999999mm", "1,5mm"})
    CHECK_FALSE(parse_length(wrong));
  CHECK(parse_percent("50%") == 50);
  CHECK(parse_percent("0") == 0);
  for (const char* wrong : {"101%", "%", "-1", "5.5%"}) CHECK_FALSE(parse_percent(wrong));
  CHECK(parse_yes("ya") == true);
  CHECK(parse_yes("tidak") == false);
  CHECK_FALSE(parse_yes("yes"));
}
