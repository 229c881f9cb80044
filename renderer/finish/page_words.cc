#include "finish/page_words.h"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QUtil.hh>

#include <map>
#include <stdexcept>

#include "finish/unpack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

constexpr std::size_t kMostWordBytes = std::size_t{256} << 20;
constexpr std::uint32_t kLongestRange = 0x10000;

std::uint32_t number_of(const std::string& bytes) {
  std::uint32_t out = 0;
  for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

std::string utf8_of(const std::string& utf16) { return QUtil::utf16_to_utf8(utf16); }

// How a font's codes read: its ToUnicode map (ISO 32000-1, 9.10.3).
class CodeMap {
 public:
  explicit CodeMap(Object font) {
    if (!font.isDictionary()) return;
    width_ = font.getKey("/Subtype").isNameAndEquals("/Type0") ? 2 : 1;
    if (const auto map = unpacked(font.getKey("/ToUnicode"), kMostWordBytes)) read(*map);
  }

  std::string words(const std::string& codes) const {
    std::string out;
    for (std::size_t at = 0; at + width_ <= codes.size(); at += width_) {
      const std::uint32_t code = number_of(codes.substr(at, width_));
      const auto found = map_.find(code);
      if (found != map_.end()) {
        out += found->second;
      } else if (const auto range = ranges_.upper_bound(code); range != ranges_.begin()) {
        const Range& r = std::prev(range)->second;
        if (code <= r.last) out += QUtil::toUTF8(r.character + (code - std::prev(range)->first));
      }
    }
    return out;
  }

 private:
  struct Range {
    std::uint32_t last, character;
  };

  void read(const std::string& text) {
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    const std::shared_ptr<InputSource> input = std::make_shared<BufferInputSource>("map", text);
    std::vector<std::string> strings;
    bool in_list = false;
    for (;;) {
      const Token token = tokenizer.readToken(input, "map", true);
      if (token.getType() == QPDFTokenizer::tt_eof) return;
      if (token.getType() == QPDFTokenizer::tt_array_open) in_list = true;
      if (token.getType() == QPDFTokenizer::tt_array_close) {
        in_list = false;
        for (std::size_t i = 2; i < strings.size(); ++i) map_[number_of(strings[0]) + static_cast<std::uint32_t>(i) - 2] = utf8_of(strings[i]);
        strings.clear();
      }
      if (token.getType() == QPDFTokenizer::tt_word) {
        kind_ = token.getValue();
        strings.clear();
      }
      if (token.getType() != QPDFTokenizer::tt_string) continue;
      strings.push_back(token.getValue());
      if (kind_ == "beginbfchar" && strings.size() == 2) {
        map_[number_of(strings[0])] = utf8_of(strings[1]);
        strings.clear();
      }
      if (kind_ == "beginbfrange" && strings.size() == 3 && !in_list) {
        add_range(strings);
        strings.clear();
      }
    }
  }

  void add_range(const std::vector<std::string>& strings) {
    const std::uint32_t first = number_of(strings[0]), last = number_of(strings[1]);
    if (last < first || last - first > kLongestRange || strings[2].size() != 2) return;
    ranges_[first] = {last, number_of(strings[2])};
  }

  std::size_t width_ = 1;
  std::string kind_;
  std::map<std::uint32_t, std::string> map_;
  std::map<std::uint32_t, Range> ranges_;
};

class PageReader : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit PageReader(Object page) : fonts_(page.getKey("/Resources").isDictionary() ? page.getKey("/Resources").getKey("/Font") : Object::newNull()) {}

  void handleObject(Object object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    obey(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}
  std::vector<std::string> take() { return std::move(pieces_); }

 private:
  void obey(const std::string& operation) {
    if (operation == "BDC" || operation == "BMC") {
      const bool piece = operands_.size() == 2 && operands_[1].isDictionary() && operands_[1].hasKey("/MCID");
      marks_.push_back(piece);
      if (piece) pieces_.emplace_back();
    } else if (operation == "EMC") {
      if (!marks_.empty()) marks_.pop_back();
    } else if (operation == "Tf" && !operands_.empty() && operands_[0].isName()) {
      font_ = font(operands_[0].getName());
    } else if ((operation == "Tj" || operation == "TJ" || operation == "'" || operation == "\"") && in_piece()) {
      for (Object& operand : operands_) show(operand);
    }
  }

  bool in_piece() const {
    for (const bool mark : marks_)
      if (mark) return true;
    return false;
  }

  void show(Object operand) {
    if (operand.isString() && font_) pieces_.back() += font_->words(operand.getStringValue());
    for (int i = 0; operand.isArray() && i < operand.getArrayNItems(); ++i) {
      if (operand.getArrayItem(i).isString()) show(operand.getArrayItem(i));
    }
  }

  const CodeMap* font(const std::string& name) {
    const auto known = maps_.find(name);
    if (known != maps_.end()) return &known->second;
    return &maps_.emplace(name, CodeMap(fonts_.isDictionary() ? fonts_.getKey(name) : Object::newNull())).first->second;
  }

  Object fonts_;
  std::map<std::string, CodeMap> maps_;
  const CodeMap* font_ = nullptr;
  std::vector<Object> operands_;
  std::vector<bool> marks_;  // open ones; whether each is a piece
  std::vector<std::string> pieces_;
};

}  // namespace

std::vector<std::string> page_words(Object page) {
  // The parser unpacks all of it, however much there is.
  Object contents = page.getKey("/Contents");
  if (contents.isStream()) contents = Object::newArray({contents});
  for (int i = 0; contents.isArray() && i < contents.getArrayNItems(); ++i) {
    if (!unpacked(contents.getArrayItem(i), kMostWordBytes)) throw std::runtime_error("the content of a page cannot be unpacked");
  }
  PageReader reader(page);
  page.parsePageContents(&reader);
  return reader.take();
}

}  // namespace lembar::finish
