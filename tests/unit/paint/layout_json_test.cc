#include "layout/layout_json.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/hand_made_sheet.h"

namespace lembar::test {

namespace {
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("every array of a page is there, if empty") {
  layout::PlacedSheet sheet;
  sheet.pages.emplace_back();
  const std::string json = layout::layout_json(sheet);
  for (const char* key : {"cells", "texts", "lanes", "rows", "symbols", "connectors"}) {
    CHECK(has(json, std::string("\"") + key + "\":[]"));
  }
  CHECK(has(json, "\"margins\":{\"left\":0,"));
}

TEST_CASE("lengths are millimetres, texts name their owner") {
  FakeShaper shaper;
  const std::string json = layout::layout_json(hand_made_sheet(shaper));
  CHECK(has(json, R"({"number":1,"width":141.1111,"height":105.8333,)"));
  CHECK(has(json, R"({"cell":"h1","text":"No.")"));
  CHECK(has(json, R"({"symbol":"periksa","text":"Ya?")"));
  CHECK(has(json, R"({"connector":"k2","text":"Tidak")"));
  CHECK(has(json, R"("stamp":true)"));
}

TEST_CASE("pentagons name their letter and peer, plain lines have no arrow") {
  FakeShaper shaper;
  const std::string json = layout::layout_json(hand_made_sheet(shaper));
  CHECK(has(json, R"("letter":"A","point":"down","peer":{"page":2,"symbol":"masuk"})"));
  CHECK(has(json, R"("arrow":false)"));
  CHECK(has(json, R"("labelBox":{"x":95.9556,)"));
}

TEST_CASE("the same sheet gives the same JSON") {
  FakeShaper shaper;
  CHECK(layout::layout_json(hand_made_sheet(shaper)) == layout::layout_json(hand_made_sheet(shaper)));
}

}  // namespace lembar::test
