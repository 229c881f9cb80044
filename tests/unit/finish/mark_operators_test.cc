#include "finish/mark_operators.h"

#include "support/catch.h"

namespace lembar::test {

namespace {

std::string marked(const std::string& operators, const std::vector<std::string>& tags) {
  std::string out;
  REQUIRE(finish::mark_operators(operators, tags, out));
  return out;
}

bool refused(const std::string& operators, const std::vector<std::string>& tags) {
  std::string out;
  return !finish::mark_operators(operators, tags, out);
}

}  // namespace

TEST_CASE("pieces get their tags and numbers, the rest becomes artifact") {
  CHECK(marked("q 1 0 0 1 0 0 cm\n0 0 m 1 1 l S\n/P <</MCID 4>> BDC\nBT (a) Tj ET\nEMC\n0 0 5 5 re f\nQ", {"TH"}) ==
        "/Artifact BMC\nq 1 0 0 1 0 0 cm\n0 0 m 1 1 l S\nEMC\n/TH <</MCID 0>> BDC\nBT (a) Tj ET\nEMC\n"
        "/Artifact BMC\n\n0 0 5 5 re f\nQ\nEMC\n");
}

TEST_CASE("what draws nothing is no artifact") {
  CHECK(marked("q\n/P <</MCID 0>> BDC EMC\nQ", {"P"}) == "q\n/P <</MCID 0>> BDC EMC\n\nQ\n");
}

TEST_CASE("words that look like operators are not") {
  const std::string words = "BT (EMC \\) (BDC) ) Tj <454D43> Tj [(EMC)-3(BMC)] TJ /EMC gs ET";
  CHECK(marked("/P <</MCID 0>> BDC " + words + " EMC", {"P"}) == "\n/P <</MCID 0>> BDC " + words + " EMC\n\n");
}

TEST_CASE("marks of other kinds stay, within pieces and beside them") {
  const std::string span = "/Span <</ActualText <FEFF0041>>> BDC (x) Tj EMC";
  CHECK(marked("/P <</MCID 0>> BDC " + span + " EMC", {"H1"}) == "\n/H1 <</MCID 0>> BDC " + span + " EMC\n\n");
  CHECK(marked(span, {}) == "/Artifact BMC\n" + span + "\nEMC\n");
}

TEST_CASE("more pieces than tags, or fewer, or none that end, are refused") {
  const std::string one = "/P <</MCID 0>> BDC EMC ";
  CHECK(refused(one, {}));
  CHECK(refused(one, {"P", "P"}));
  CHECK(refused("/P <</MCID 0>> BDC", {"P"}));
  CHECK(refused("EMC", {}));
}

}  // namespace lembar::test
