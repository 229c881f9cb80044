#include "finish/color_profile.h"

#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace lembar::finish {

namespace {

void add16(std::string& out, std::uint32_t v) {
  out += static_cast<char>(v >> 8 & 0xFF);
  out += static_cast<char>(v & 0xFF);
}
void add32(std::string& out, std::uint32_t v) {
  add16(out, v >> 16);
  add16(out, v & 0xFFFF);
}

// s15Fixed16 numbers are written as they stand in the profile: value * 65536.
std::string numbers(const char* type, std::initializer_list<std::uint32_t> values) {
  std::string out = type;
  add32(out, 0);
  for (const std::uint32_t v : values) add32(out, v);
  return out;
}

std::string localized(const std::string& words) {
  std::string out = "mluc";
  add32(out, 0);
  add32(out, 1);   // one language
  add32(out, 12);  // bytes of its record
  out += "enUS";
  add32(out, static_cast<std::uint32_t>(words.size() * 2));
  add32(out, 28);  // where the words begin
  for (const char c : words) add16(out, static_cast<unsigned char>(c));
  return out;
}

// Parametric curve of type 3: ((a x + b) ^ g above d, c x below it.
std::string transfer_curve() {
  std::string out = "para";
  add32(out, 0);
  add16(out, 3);
  add16(out, 0);
  // g = 2.4, a = 1 / 1.055, b = 0.055 / 1.055, c = 1 / 12.92, d = 0.04045
  for (const std::uint32_t v : {0x26666u, 0xF2A7u, 0x0D59u, 0x13D0u, 0x0A5Bu}) add32(out, v);
  return out;
}

std::string header(std::uint32_t size) {
  std::string out;
  add32(out, size);
  add32(out, 0);           // no colour engine of its own
  add32(out, 0x04200000);  // version 4.2
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2025u, 1u, 1u, 0u, 0u, 0u}) add16(out, part);  // a date, the same always
  out += "acsp";
  out.append(4 * 4 + 8, '\0');  // platform, flags, maker, model, attributes
  add32(out, 0);                // perceptual
  for (const std::uint32_t v : {0xF6D6u, 0x10000u, 0xD32Du}) add32(out, v);  // D50
  out.append(128 - out.size(), '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::string curve = transfer_curve();
  // Primaries adapted to D50 by the matrix in `chad`.
  const std::vector<std::pair<std::string, std::string>> tags = {
      {"desc", localized("sRGB")},
      {"cprt", localized("No copyright")},
      {"wtpt", numbers("XYZ ", {0xF6D6, 0x10000, 0xD32D})},
      {"chad", numbers("sf32", {0x10C42, 0x5DE, 0xFFFFF326, 0x793, 0xFD90, 0xFFFFFBA2, 0xFFFFFDA2, 0x3DC, 0xC06E})},
      {"rXYZ", numbers("XYZ ", {0x6FA2, 0x38F5, 0x390})},
      {"gXYZ", numbers("XYZ ", {0x6299, 0xB785, 0x18DA})},
      {"bXYZ", numbers("XYZ ", {0x24A0, 0xF84, 0xB6CF})},
      {"rTRC", curve},
      {"gTRC", curve},
      {"bTRC", curve},
  };
  std::string table, data;
  const std::size_t start = 128 + 4 + 12 * tags.size();
  std::size_t curve_at = 0;
  add32(table, static_cast<std::uint32_t>(tags.size()));
  for (const auto& [name, body] : tags) {
    std::size_t at = start + data.size();
    if (body == curve && curve_at != 0) {
      at = curve_at;  // the three curves are one
    } else {
      if (body == curve) curve_at = at;
      data += body;
      data.append((4 - data.size() % 4) % 4, '\0');
    }
    table += name;
    add32(table, static_cast<std::uint32_t>(at));
    add32(table, static_cast<std::uint32_t>(body.size()));
  }
  return header(static_cast<std::uint32_t>(start + data.size())) + table + data;
}

}  // namespace lembar::finish
