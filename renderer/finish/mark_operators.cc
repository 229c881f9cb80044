#include "finish/mark_operators.h"

#include <array>
#include <string_view>

namespace lembar::finish {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}

// Does an operator leave something to see?
bool paints(std::string_view name) {
  constexpr std::array<std::string_view, 17> kPainting = {"S", "s",  "f",  "F",  "f*", "B",  "B*", "b", "b*",
                                                          "Tj", "TJ", "'", "\"", "Do", "sh", "EI", "d0"};
  for (const std::string_view painting : kPainting) {
    if (name == painting) return true;
  }
  return false;
}

// Reads operators one by one. Strings, names and numbers are only stepped over; no canvas of ours writes inline images.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The next operator and where its operands begin; false at the end.
  bool next() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '(') {
        skip_string();
      } else if (c == '/') {
        ++at_;
        skip_word();
      } else if (c == '%') {
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
      } else if (c == '<' && !at_pair('<')) {
        while (at_ < text_.size() && text_[at_] != '>') ++at_;
        ++at_;
      } else if (is_space(c) || is_delimiter(c)) {
        ++at_;
      } else {
        const std::size_t from = at_;
        skip_word();
        const char first = text_[from];
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') continue;
        operation = text_.substr(from, at_ - from);
        operands = text_.substr(done_, from - done_);
        begin = done_;
        done_ = end = at_;
        return true;
      }
    }
    return false;
  }

  std::string_view operation, operands;
  std::size_t begin = 0, end = 0;  // operands and operator

 private:
  bool at_pair(char c) const { return at_ + 1 < text_.size() && text_[at_ + 1] == c; }
  void skip_word() {
    while (at_ < text_.size() && !is_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
  }
  void skip_string() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '(') {
        ++depth;
      } else if (text_[at_] == ')' && --depth == 0) {
        ++at_;
        return;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0, done_ = 0;
};

}  // namespace

bool mark_operators(const std::string& operators, const std::vector<std::string>& tags, std::string& out) {
  const std::string_view all = operators;
  Scanner scanner(all);
  std::size_t written = 0, mark = 0;
  int piece_depth = 0, other_depth = 0;  // marked content within a piece, and outside any
  bool painted = false;
  out.clear();
  out.reserve(operators.size() + 64 * tags.size() + 64);
  // What stands before `end` and in no piece.
  const auto write_rest = [&](std::size_t end) {
    if (painted) out += "/Artifact BMC\n";
    out += all.substr(written, end - written);
    if (painted) out += "\nEMC";
    out += '\n';
    painted = false;
    written = end;
  };
  while (scanner.next()) {
    const std::string_view operation = scanner.operation;
    if (operation == "BDC" || operation == "BMC") {
      if (piece_depth > 0 || scanner.operands.find("/MCID") != std::string_view::npos) ++piece_depth;
      if (piece_depth == 0) ++other_depth;
      if (piece_depth != 1) continue;
      if (mark == tags.size() || other_depth > 0) return false;
      write_rest(scanner.begin);
      out += "/" + tags[mark] + " <</MCID " + std::to_string(mark) + ">> BDC";
      written = scanner.end;
      ++mark;
    } else if (operation == "EMC") {
      if (piece_depth == 0) {
        if (--other_depth < 0) return false;
      } else if (--piece_depth == 0) {
        out += all.substr(written, scanner.end - written);
        out += '\n';
        written = scanner.end;
      }
    } else if (piece_depth == 0 && paints(operation)) {
      painted = true;
    }
  }
  write_rest(all.size());
  return mark == tags.size() && piece_depth == 0;
}

}  // namespace lembar::finish
