#include "base/findings.h"

#include "support/catch.h"

using namespace lembar;

namespace {

const Wording kRemedy{"Betulkan.", "Put it right."};

std::vector<std::string> codes(Findings& findings) {
  std::vector<std::string> out;
  for (const Diagnostic& d : findings.take()) out.push_back(d.code);
  return out;
}

}  // namespace

TEST_CASE("What several sheets find in one place is told once, whatever else they find there") {
  SourceFiles files;
  const int file = files.add("a.xml", "satu\ndua\n");
  Findings findings(files);
  for (int sheet = 0; sheet < 2; ++sheet) {
    findings.error({file, 2, 1, 3}, "b", {"b", "b"}, {kRemedy});
    findings.error({file, 2, 1, 3}, "a", {"a", "a"}, {kRemedy});
  }
  findings.error({file, 1, 1, 4}, "a", {"a", "a"}, {kRemedy});
  CHECK(codes(findings) == std::vector<std::string>{"a", "b", "a"});
  CHECK(findings.errors() == 5);
}

TEST_CASE("A line that nobody can read is not shown: it would be copied once for each fault") {
  SourceFiles files;
  const int file = files.add("a.xml", std::string(1000, 'x') + "\n" + std::string(1001, 'x'));
  CHECK(files.place({file, 1, 1, 1}).line_text.size() == 1000);
  CHECK(files.place({file, 2, 7, 1}).line_text.empty());
  CHECK(files.place({file, 2, 7, 1}).column == 7);
}

TEST_CASE("Bytes are told by line and column, in characters, without the mark of UTF-8") {
  SourceFiles files;
  const int file = files.add("a.xml", "\xEF\xBB\xBF" "abc\r\nd\xC3\xA9" "f g\nh");
  const auto span = [&](std::size_t first, std::size_t last) {
    const SourceSpan s = files.span_of(file, {first, last});
    return std::vector<int>{s.line, s.column, s.width};
  };
  CHECK(span(4, 6) == std::vector<int>{1, 2, 2});    // bc
  CHECK(span(8, 12) == std::vector<int>{2, 1, 3});   // déf
  CHECK(span(13, 16) == std::vector<int>{2, 5, 1});  // g, and no more of the next line
  CHECK(span(15, 16) == std::vector<int>{3, 1, 1});  // h
}
