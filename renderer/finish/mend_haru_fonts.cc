#include "finish/mend_haru_fonts.h"

#include <string>
#include <string_view>

#include "finish/font_file.h"
#include "finish/unpack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;


// ---------------------------------------------------------------- the map of characters

std::string hex(int byte) {
  static const char* digits = "0123456789ABCDEF";
  return {digits[byte >> 4 & 15], digits[byte & 15]};
}

// libharu's codes are characters of the Basic Multilingual Plane, two bytes each. A range may vary its last byte only,
// a block holds a hundred ranges at most, and halves of a pair are no characters.
std::string character_map() {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::string block;
  int ranges = 0;
  const auto flush = [&] {
    if (ranges == 0) return;
    out += std::to_string(ranges) + " beginbfrange\n" + block + "endbfrange\n";
    block.clear();
    ranges = 0;
  };
  for (int high = 0; high < 256; ++high) {
    if (high >= 0xD8 && high <= 0xDF) continue;
    block += "<" + hex(high) + "00> <" + hex(high) + "FF> <" + hex(high) + "00>\n";
    if (++ranges == 100) flush();
  }
  flush();
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

bool maps_to_glyphs(Object map) { return map.isStream() && unpacked(map, kMostFontBytes).value_or("").find("begincidrange") != std::string::npos; }

// ---------------------------------------------------------------- the height of capitals

// Of the first capital without a curve at its head that the sheet uses; a sheet without any has nothing to be as high
// as, so the ascent does.
int capital_height(Object descendant, Object descriptor) {
  const FontFile file(unpacked(descriptor.getKey("/FontFile2"), kMostFontBytes).value_or(""));
  const std::string glyphs = unpacked(descendant.getKey("/CIDToGIDMap"), kMostFontBytes).value_or("");
  for (const char capital : std::string_view("HEIFTLKNMPBDRXZUVW")) {
    const std::size_t at = 2 * static_cast<std::size_t>(capital);
    if (at + 1 >= glyphs.size()) continue;
    const int glyph = static_cast<unsigned char>(glyphs[at]) * 256 + static_cast<unsigned char>(glyphs[at + 1]);
    if (glyph == 0) continue;
    if (const auto top = file.top(glyph)) return *top;
  }
  return descriptor.getKey("/Ascent").getIntValueAsInt();
}

void mend_font(QPDF& pdf, Object font) {
  font.replaceKey("/ToUnicode", Object::newStream(&pdf, character_map()));
  Object descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() != 1) return;
  Object descendant = descendants.getArrayItem(0), descriptor = descendant.getKey("/FontDescriptor");
  if (!descriptor.isDictionary() || descriptor.hasKey("/CapHeight")) return;
  if (!descriptor.getKey("/FontFile2").isStream() || !descendant.getKey("/CIDToGIDMap").isStream()) return;
  descriptor.replaceKey("/CapHeight", Object::newInteger(capital_height(descendant, descriptor)));
}

}  // namespace

void mend_haru_fonts(QPDF& pdf, const std::vector<QPDFObjectHandle>& resources) {
  for (Object object : resources) {
    if (object.isDictionaryOfType("/Font", "/Type0") && maps_to_glyphs(object.getKey("/ToUnicode"))) mend_font(pdf, object);
  }
}

}  // namespace lembar::finish
