#include "support/catch.h"
#include "support/fake_shaper.h"

using namespace lembar;
using namespace lembar::text;

namespace {

const FontSpec kFont{"Arial", pt(10)};

std::vector<StyledRun> runs_of(const std::string& text) { return {{text, kFont}}; }

// Width in characters: at 10 pt each is 10 pt wide.
std::string wrapped(const std::vector<StyledRun>& runs, int characters, Hyphenation hyphenation = Hyphenation::if_needed) {
  test::FakeShaper shaper;
  std::string out;
  for (const ShapedLine& line : shaper.wrap(runs, pt(10) * characters, hyphenation)) out += (out.empty() ? "" : "|") + line.text;
  return out;
}
std::string wrapped(const std::string& text, int characters, Hyphenation hyphenation = Hyphenation::if_needed) {
  return wrapped(runs_of(text), characters, hyphenation);
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char c = char_at(text, at);
    if (!is_space(c.code) && c.code != '-') out.append(text.substr(at, c.size));
    at += c.size;
  }
  return out;
}

}  // namespace

TEST_CASE("Lines are filled first fit") {
  CHECK(wrapped("satu dua tiga", 8) == "satu dua|tiga");
  CHECK(wrapped("satu dua tiga", 7) == "satu|dua|tiga");
  CHECK(wrapped("satu dua tiga", 13) == "satu dua tiga");
  CHECK(wrapped("Peralatan/Perlengkapan", 12) == "Peralatan/|Perlengkapan");
}

TEST_CASE("What belongs together moves down together, and parts only where it is too wide") {
  CHECK(wrapped("Peraturan Nomor 52 Tahun 2011", 16) == "Peraturan|Nomor 52|Tahun 2011");
  CHECK(wrapped("kira 1 Jam", 6) == "kira|1 Jam");
  CHECK(wrapped("120 Hari", 4) == "120|Hari");
  CHECK(wrapped("NIP. 19720606 199202 1 001", 14) == "NIP. 19720606|199202 1 001");
}

TEST_CASE("A word wider than the line parts by syllables, then by letters") {
  CHECK(wrapped("Perencanaan", 8) == "Perenca-|naan");     // a tail of two letters takes one syllable more
  CHECK(wrapped("Perencanaan", 8, Hyphenation::none) == "Perencan|aan");
  CHECK(wrapped("Kepala", 3) == "Ke-|pa-|la");
  CHECK(wrapped("Kepala", 2) == "Ke|pa|la");
  CHECK(wrapped("ke Perencanaan", 9) == "ke|Perenca-|naan");
  CHECK(wrapped("kec.tebing@gmail.com", 11) == "kec.tebing@|gmail.com");
  CHECK(wrapped("XXXXX", 4) == "XXX|XX");  // no letter alone at the end
  CHECK(wrapped("sekre\u00ADtaris", 8) == "sekre-|taris");
  CHECK(wrapped("sekre\u00ADtaris", 9) == "sekre-|taris");
  CHECK(wrapped("sekre\u00ADtaris", 10) == "sekretaris");
}

TEST_CASE("A word of any length is shaped a few times, not once for each of its lines") {
  class CountingShaper : public test::FakeShaper {
   public:
    std::size_t letters = 0;

   protected:
    ShapedWord shape_word(const std::string& text, const FontSpec& font) override {
      letters += text.size();
      return FakeShaper::shape_word(text, font);
    }
  };
  unsigned seed = 5;
  std::string word;
  for (int i = 0; i < 20'000; ++i) word += "abdeginrtu.@"[((seed = seed * 1664525u + 1013904223u) >> 16) % 12];
  for (const Hyphenation hyphenation : {Hyphenation::if_needed, Hyphenation::none}) {
    CountingShaper shaper;
    std::string seen;
    const std::vector<ShapedLine> lines = shaper.wrap(runs_of(word), pt(200), hyphenation);
    for (const ShapedLine& line : lines) {
      CHECK(line.width <= pt(200));
      seen += line.text;
    }
    CHECK(lines.size() < word.size() / 12);
    CHECK(letters_of(seen) == word);
    CHECK(shaper.letters < word.size() * 20);
  }
}

TEST_CASE("A letter alone on the last line takes a word with it") {
  CHECK(wrapped("masuk kelompok A", 14) == "masuk|kelompok A");
  CHECK(wrapped("kelompok A", 9) == "kelompok|A");  // nothing to spare
}

TEST_CASE("A letter and its marks are never parted") {
  CHECK(wrapped("e\u0301e\u0301e\u0301e\u0301", 2) == "e\u0301e\u0301|e\u0301e\u0301");
}

TEST_CASE("Forced breaks, empty runs and no runs") {
  test::FakeShaper shaper;
  StyledRun line_break{"", kFont, false, true};
  const auto lines = shaper.wrap({{"a b", kFont}, line_break, {"c", kFont}}, pt(20), Hyphenation::none);
  REQUIRE(lines.size() == 3);
  CHECK_FALSE(lines[0].ends_paragraph);
  CHECK(lines[1].ends_paragraph);
  CHECK(shaper.wrap({}, pt(20), Hyphenation::none).empty());
  const auto empty = shaper.wrap({{"", {"Arial", pt(12)}}}, pt(20), Hyphenation::none);
  REQUIRE(empty.size() == 1);
  CHECK(empty[0].height() == pt(12));
  CHECK(empty[0].text.empty());
  CHECK(shaper.line({{"a", kFont}, line_break, {"b", kFont}}).text == "a b");
  CHECK(shaper.full_width({{"ab", kFont}, line_break, {"abc", kFont}}) == pt(30));
}

TEST_CASE("A line is as high as its highest font, and its runs lie side by side") {
  test::FakeShaper shaper;
  const FontSpec bold{"Arial", pt(20), true};
  const ShapedLine line = shaper.line({{"ab ", kFont}, {"cd", bold}, {" e", kFont, true}});
  CHECK(line.text == "ab cd e");
  CHECK(line.width == pt(10 * 3 + 20 * 3 + 10));
  CHECK(line.ascent == pt(16));
  CHECK(line.descent == pt(4));
  REQUIRE(line.runs.size() == 3);
  CHECK(line.runs[1].x == pt(30));
  CHECK(line.runs[2].x == pt(90));
  CHECK(line.runs[2].underline);
  CHECK(line.runs[2].text == "e");
}

TEST_CASE("Least and full widths") {
  test::FakeShaper shaper;
  CHECK(shaper.least_width(runs_of("Kepala Bagian"), Hyphenation::none) == pt(60));
  CHECK(shaper.least_width(runs_of("Kepala Bagian"), Hyphenation::if_needed) == pt(30));
  CHECK(shaper.full_width(runs_of("Kepala Bagian")) == pt(130));
  CHECK(shaper.least_width({{"Ke", kFont}, {"pala", {"Arial", pt(10), true}}}, Hyphenation::none) == pt(60));
}

TEST_CASE("Missing characters, each once") {
  test::FakeShaper shaper;
  CHECK(shaper.missing_characters(runs_of("a\uE000 \uE000b")) == std::vector<std::string>{"\uE000"});
}

TEST_CASE("Whatever the text and the width: no line is wider, no letter lost") {
  static const char* const kParts[] = {"Kepala", " ", " ", "Nomor 5", "/", "-", "perencanaan", "1 Jam", "\u00A0", "e\u0301", "\u00AD",
                                       "S.Kep", ", ", "A", " ", "\u2013", "19720606 199202 1 001", "Mengarsipkan", "@", "?"};
  unsigned seed = 3;
  const auto next = [&](unsigned n) { return ((seed = seed * 1664525u + 1013904223u) >> 16) % n; };
  test::FakeShaper shaper;
  for (int round = 0; round < 4000; ++round) {
    std::vector<StyledRun> runs;
    std::string all;
    for (unsigned r = 0; r < 1 + next(3); ++r) {
      StyledRun run{"", {"Arial", pt(10), next(2) == 1}, next(4) == 0};
      for (unsigned n = next(8); n > 0; --n) run.text += kParts[next(20)];
      run.line_break = next(6) == 0;
      all += run.text;
      runs.push_back(run);
    }
    // Soft hyphens and no-break spaces are no letters.
    std::string letters;
    for (std::size_t at = 0; at < all.size();) {
      const Utf8Char c = char_at(all, at);
      if (c.code != kSoftHyphen && c.code != kNoBreakSpace) letters.append(all, at, c.size);
      at += c.size;
    }
    const Length width = pt(10) * (1 + next(24));
    const auto hyphenation = next(2) ? Hyphenation::if_needed : Hyphenation::none;
    std::string seen;
    for (const ShapedLine& line : shaper.wrap(runs, width, hyphenation)) {
      CAPTURE(all, line.text, to_pt(width));
      CHECK(line.width <= width);
      CHECK((line.text.empty() || (line.text.front() != ' ' && line.text.back() != ' ')));
      Length sum;
      std::string text;
      for (const GlyphRun& run : line.runs) {
        CHECK(run.x == sum);
        sum += run.width;
        text += run.text;
      }
      CHECK(sum == line.width);
      CHECK(text == line.text);
      seen += line.text;
    }
    CHECK(letters_of(seen) == letters_of(letters));

    const Length least = shaper.least_width(runs, hyphenation);
    if (hyphenation == Hyphenation::none || least == Length()) continue;
    for (const ShapedLine& line : shaper.wrap(runs, least, hyphenation)) CHECK(line.width <= least);
    CHECK(shaper.full_width(runs) >= least - pt(10));  // but for a hyphen
  }
}
