#include "finish/exact_widths.h"

#include <cmath>

#include "finish/font_file.h"
#include "finish/unpack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

constexpr int kDecimals = 3;

// WinAnsiEncoding (ISO 32000-1, annex D) is Latin-1 but for these.
int character_of(int code) {
  constexpr int kFirst = 0x80, kUnknown = 0x2022;
  constexpr int kOther[] = {0x20AC, kUnknown, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                            0x2039, 0x0152, kUnknown, 0x017D, kUnknown, kUnknown, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, kUnknown, 0x017E, 0x0178};
  return code >= kFirst && code < kFirst + 32 ? kOther[code - kFirst] : code;
}

// A width that the file does not bear out is another glyph's, and stays.
void set_width(Object widths, int at, std::optional<double> exact) {
  Object written = widths.getArrayItem(at);
  if (!exact || !written.isNumber() || std::abs(written.getNumericValue() - *exact) >= 1) return;
  widths.setArrayItem(at, Object::newReal(*exact, kDecimals));
}

void mend_simple_font(Object font) {
  Object descriptor = font.getKey("/FontDescriptor"), widths = font.getKey("/Widths");
  if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream() || !widths.isArray()) return;
  if (!font.getKey("/Encoding").isNameAndEquals("/WinAnsiEncoding") || !font.getKey("/FirstChar").isInteger()) return;
  const FontFile file(unpacked(descriptor.getKey("/FontFile2"), kMostFontBytes).value_or(""));
  const int first = font.getKey("/FirstChar").getIntValueAsInt();
  for (int i = 0; i < widths.getArrayNItems(); ++i) {
    if (const auto glyph = file.glyph_of(character_of(first + i))) set_width(widths, i, file.advance(*glyph));
  }
}

// Lists of widths, each behind the number of its first glyph.
void mend_glyph_font(Object font) {
  Object descriptor = font.getKey("/FontDescriptor"), widths = font.getKey("/W");
  if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream() || !widths.isArray()) return;
  if (font.hasKey("/CIDToGIDMap") && !font.getKey("/CIDToGIDMap").isNameAndEquals("/Identity")) return;
  const FontFile file(unpacked(descriptor.getKey("/FontFile2"), kMostFontBytes).value_or(""));
  for (int i = 0; i + 1 < widths.getArrayNItems(); ++i) {
    Object first = widths.getArrayItem(i), list = widths.getArrayItem(i + 1);
    if (!first.isInteger() || !list.isArray()) continue;
    for (int k = 0; k < list.getArrayNItems(); ++k) set_width(list, k, file.advance(first.getIntValueAsInt() + k));
  }
}

}  // namespace

void set_exact_widths(const std::vector<QPDFObjectHandle>& resources) {
  for (Object object : resources) {
    if (object.isDictionaryOfType("/Font", "/TrueType")) mend_simple_font(object);
    if (object.isDictionaryOfType("/Font", "/CIDFontType2")) mend_glyph_font(object);
  }
}

}  // namespace lembar::finish
