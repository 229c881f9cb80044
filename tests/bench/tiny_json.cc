#include "tiny_json.h"

#include <charconv>
#include <stdexcept>

namespace lembar::bench {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Json document() {
    Json j = value();
    space();
    if (at_ != text_.size()) fail("more after the end");
    return j;
  }

 private:
  [[noreturn]] void fail(const char* what) const {
    throw std::runtime_error("JSON, byte " + std::to_string(at_) + ": " + what);
  }
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void need(char c, const char* what) {
    if (!take(c)) fail(what);
  }
  bool word(std::string_view w) {
    if (text_.substr(at_, w.size()) != w) return false;
    at_ += w.size();
    return true;
  }

  Json value() {
    space();
    if (at_ >= text_.size()) fail("a value is missing");
    Json j;
    switch (text_[at_]) {
      case '{': object(j); return j;
      case '[': array(j); return j;
      case '"': j.kind = Json::Kind::string; j.text = string(); return j;
      default: break;
    }
    if (word("null")) return j;
    if (word("true") || word("false")) {
      j.kind = Json::Kind::boolean;
      j.truth = text_[at_ - 2] == 'u';
      return j;
    }
    j.kind = Json::Kind::number;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), j.number);
    if (error != std::errc()) fail("no value");
    at_ = static_cast<std::size_t>(end - text_.data());
    return j;
  }

  void object(Json& j) {
    j.kind = Json::Kind::object;
    need('{', "no {");
    if (take('}')) return;
    do {
      space();
      std::string name = string();
      need(':', "no : after a name");
      if (!j.members.emplace(name, value()).second) fail("a name twice");
    } while (take(','));
    need('}', "no }");
  }

  void array(Json& j) {
    j.kind = Json::Kind::array;
    need('[', "no [");
    if (take(']')) return;
    do j.items.push_back(value());
    while (take(','));
    need(']', "no ]");
  }

  std::string string() {
    if (at_ >= text_.size() || text_[at_] != '"') fail("no string");
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) fail("a control character in a string");
      if (text_[at_] != '\\') {
        out += text_[at_];
        continue;
      }
      if (++at_ >= text_.size()) break;
      switch (text_[at_]) {
        case '"': case '\\': case '/': out += text_[at_]; break;
        case 'n': out += '\n'; break;
        case 't': out += '\t'; break;
        case 'u': {  // the benches need no letters beyond ASCII
          unsigned code = 0;
          if (at_ + 4 >= text_.size() ||
              std::from_chars(text_.data() + at_ + 1, text_.data() + at_ + 5, code, 16).ptr != text_.data() + at_ + 5)
            fail("a bad \\u");
          out += code < 0x80 ? static_cast<char>(code) : '?';
          at_ += 4;
          break;
        }
        default: fail("an unknown escape");
      }
    }
    if (at_ >= text_.size()) fail("a string without end");
    ++at_;
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const Json& Json::operator[](const std::string& name) const {
  const auto it = members.find(name);
  if (it == members.end()) throw std::runtime_error("JSON: no member '" + name + "'");
  return it->second;
}

const Json& Json::operator[](std::size_t index) const {
  if (index >= items.size()) throw std::runtime_error("JSON: too few items");
  return items[index];
}

Json parse_json(std::string_view text) { return Parser(text).document(); }

}  // namespace lembar::bench
