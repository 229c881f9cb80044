#include "read/xml_edit.h"

#include <algorithm>

#include "base/assert.h"
#include "base/xml_text.h"
#include "read/xml_chars.h"

namespace lembar::read {

namespace {

// What is no text between two tags: comments, instructions, CDATA sections by their brackets.
std::size_t markup_end(std::string_view text, std::size_t at) {
  const auto past = [&](std::string_view end) {
    const std::size_t found = text.find(end, at);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  if (text.compare(at, 4, "<!--") == 0) return past("-->");
  if (text.compare(at, 9, "<![CDATA[") == 0) return at;  // words like any others
  if (text.compare(at, 2, "<?") == 0) return past("?>");
  return at;
}

// `inner` with `words` where its first words stood, or behind its comments where it had none.
std::string with_words(std::string_view inner, const std::string& words) {
  std::string out, space;
  bool placed = false;
  std::size_t at = 0;
  while (at < inner.size()) {
    const std::size_t end = inner[at] == '<' ? markup_end(inner, at) : at;
    if (end > at) {
      out += space;
      space.clear();
      out.append(inner.substr(at, end - at));
      at = end;
    } else if (is_xml_space(inner[at])) {
      space += inner[at++];
    } else {
      // A stretch of words up to the next comment; the space inside goes with it, that at its end stays.
      std::size_t stop = at;
      while (stop < inner.size() && !(inner[stop] == '<' && markup_end(inner, stop) > stop)) ++stop;
      std::size_t last = stop;
      while (is_xml_space(inner[last - 1])) --last;
      out += space;
      space.clear();
      if (!placed) out += words;
      placed = true;
      out.append(inner.substr(last, stop - last));
      at = stop;
    }
  }
  if (!placed) out += words;
  return out + space;
}

}  // namespace

void XmlEdits::replace(const ByteRange& range, std::string with) {
  LEMBAR_ASSERT(range.first <= range.last && range.last <= bytes_.size(), "a change stands inside the file");
  edits_.push_back({range, std::move(with)});
}

void XmlEdits::set_words(const XmlNode& element, const std::string& words) {
  const std::string text = escaped_text(words);
  if (element.inner.first == element.whole.last) {  // <a/>
    replace({element.whole.last - 2, element.whole.last}, ">" + text + "</" + element.name + ">");
    return;
  }
  const std::string_view inner = std::string_view(bytes_).substr(element.inner.first, element.inner.size());
  replace(element.inner, with_words(inner, text));
}

void XmlEdits::set_attribute(const XmlAttribute& attribute, const std::string& value) {
  // Between single quotes a double one may stand as it is, but needs not.
  std::string text = escaped_attribute(value);
  for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at)) text.replace(at, 1, "&apos;");
  replace(attribute.bytes, std::move(text));
}

void XmlEdits::remove_attribute(const XmlAttribute& attribute) {
  ByteRange range{attribute.bytes.first, attribute.bytes.last + 1};
  range.first = bytes_.rfind(attribute.name, range.first - 1);  // before the quote: the value may hold the name too
  LEMBAR_ASSERT(range.first != std::string::npos, "an attribute's name stands before its value");
  while (range.first > 0 && is_xml_space(bytes_[range.first - 1])) --range.first;
  replace(range, "");
}

void XmlEdits::remove(const XmlNode& element) {
  ByteRange range = element.whole;
  std::size_t from = range.first, to = range.last;
  while (from > 0 && (bytes_[from - 1] == ' ' || bytes_[from - 1] == '\t')) --from;
  while (to < bytes_.size() && (bytes_[to] == ' ' || bytes_[to] == '\t')) ++to;
  const bool alone = from > 0 && bytes_[from - 1] == '\n' && to < bytes_.size() && (bytes_[to] == '\n' || bytes_[to] == '\r');
  if (alone) {
    const std::size_t end = bytes_.find('\n', to);
    if (end != std::string::npos) range = {from, end + 1};
  }
  replace(range, "");
}

std::string XmlEdits::indentation(std::size_t at) const {
  const std::size_t before = at == 0 ? std::string::npos : bytes_.rfind('\n', at - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes_.find_first_not_of(" \t", start), at);
  return bytes_.substr(start, end - start);
}

std::string XmlEdits::line_end() const { return bytes_.find("\r\n") == std::string::npos ? "\n" : "\r\n"; }

void XmlEdits::add_after(const XmlNode& sibling, const std::vector<std::string>& lines) {
  const std::string start = line_end() + indentation(sibling.whole.first);
  std::string text;
  for (const std::string& line : lines) text += start + line;
  replace({sibling.whole.last, sibling.whole.last}, text);
}

void XmlEdits::add_last(const XmlNode& parent, const std::vector<std::string>& lines) {
  const std::string outside = indentation(parent.whole.first);
  const XmlNode* first = nullptr;
  for (const XmlNode& child : parent.children) {
    if (!child.is_text() && !first) first = &child;
  }
  const std::string inside = first && indentation(first->whole.first).size() > outside.size()
                                 ? indentation(first->whole.first)
                                 : outside + "  ";
  std::string text;
  for (const std::string& line : lines) text += line_end() + inside + line;
  if (parent.inner.first == parent.whole.last) {
    replace({parent.whole.last - 2, parent.whole.last}, ">" + text + line_end() + outside + "</" + parent.name + ">");
    return;
  }
  // Behind the last thing that stands there, before the white space that leads to the end tag.
  std::size_t at = parent.inner.last;
  while (at > parent.inner.first && is_xml_space(bytes_[at - 1])) --at;
  const bool own_line = bytes_.substr(at, parent.inner.last - at).find('\n') != std::string::npos;
  replace({at, at}, text + (own_line ? "" : line_end() + outside));
}

std::string XmlEdits::applied() const {
  std::vector<const Edit*> order;
  for (const Edit& edit : edits_) order.push_back(&edit);
  std::stable_sort(order.begin(), order.end(), [](const Edit* a, const Edit* b) { return a->range.first < b->range.first; });
  std::string out;
  std::size_t at = 0;
  for (const Edit* edit : order) {
    LEMBAR_ASSERT(edit->range.first >= at, "changes do not overlap");
    out.append(bytes_, at, edit->range.first - at);
    out += edit->with;
    at = edit->range.last;
  }
  return out.append(bytes_, at, std::string::npos);
}

}  // namespace lembar::read
