#include "base/xml_text.h"

namespace lembar {

namespace {

std::string escaped(std::string_view words, bool attribute) {
  std::string out;
  for (const char c : words) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"' && attribute) out += "&quot;";
    else out += c;
  }
  return out;
}

}  // namespace

std::string escaped_text(std::string_view words) { return escaped(words, false); }
std::string escaped_attribute(std::string_view words) { return escaped(words, true); }

}  // namespace lembar
