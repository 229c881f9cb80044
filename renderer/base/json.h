// Writes JSON that is the same on each machine: keys in the order given, numbers without a locale, a fixed
// number of decimals. It is UTF-8 whatever comes in: names of files may hold any bytes.
//
// One value a line where the caller asks for it, so that two outputs can be compared line by line. The writer
// puts the commas; whoever calls it keeps begin and end in pairs.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace lembar {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name) {
    comma();
    quote(name);
    out_ += ':';
    first_ = true;
    return *this;
  }
  JsonWriter& value(std::string_view text) {
    comma();
    quote(text);
    return *this;
  }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(int number) { return raw(std::to_string(number)); }
  JsonWriter& value(std::size_t number) { return raw(std::to_string(number)); }
  JsonWriter& value(double number, int decimals) { return raw(decimal(number, decimals)); }

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }
  JsonWriter& member(std::string_view name, double number, int decimals) { return key(name).value(number, decimals); }

  // A new line before what comes next.
  JsonWriter& line() {
    line_ = true;
    return *this;
  }
  std::string take() { return std::move(out_) + "\n"; }

  // Without needless zeros at its end; "-0" is 0.
  static std::string decimal(double number, int decimals) {
    char buffer[64];
    const auto [end, fault] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, decimals);
    if (fault != std::errc()) return "0";
    std::string text(buffer, end);
    if (text.find('.') != std::string::npos) {
      while (text.back() == '0') text.pop_back();
      if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
  }

 private:
  JsonWriter& raw(std::string_view text) {
    comma();
    out_ += text;
    return *this;
  }
  JsonWriter& open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    first_ = false;
    line_ = false;
    return *this;
  }
  void comma() {
    if (!first_) out_ += ',';
    if (line_) out_ += '\n';
    first_ = line_ = false;
  }
  void quote(std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    out_ += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80) {
        const int size = decode_utf8(text, at).size;
        if (size == 0) {
          out_ += "\\ufffd";
          continue;
        }
        out_ += text.substr(at, static_cast<std::size_t>(size));
        at += static_cast<std::size_t>(size) - 1;
      } else if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (byte < 0x20) {
        out_ += "\\u00";
        out_ += kHex[byte >> 4];
        out_ += kHex[byte & 15];
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  std::string out_;
  bool first_ = true;
  bool line_ = false;
};

}  // namespace lembar
