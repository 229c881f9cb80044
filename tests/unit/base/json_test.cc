#include "base/json.h"

#include "support/catch.h"

using namespace lembar;

namespace {
std::string quoted(const std::string& words) { return JsonWriter().value(words).take(); }
}  // namespace

TEST_CASE("JSON is UTF-8 whatever bytes come in") {
  CHECK(quoted("a\"\\\n\t\x1B é €😀") == "\"a\\\"\\\\\\n\\u0009\\u001b é €😀\"\n");
  CHECK(quoted("\xFF.xml") == "\"\\ufffd.xml\"\n");
  CHECK(quoted("\xE2\x82") == "\"\\ufffd\\ufffd\"\n");      // cut short
  CHECK(quoted("\xED\xA0\x80") == "\"\\ufffd\\ufffd\\ufffd\"\n");  // half of a pair
}
