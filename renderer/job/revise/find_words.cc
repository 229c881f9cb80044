#include "job/revise/find_words.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "read/text.h"
#include "read/xml_chars.h"

namespace lembar::job {

namespace {

// The words of a stretch, white space normalised, with the byte of the file where each byte of them begins and ends.
struct Decoded {
  std::string text;
  std::vector<std::size_t> first, last;

  void add(char c, std::size_t from, std::size_t to) {
    text += c;
    first.push_back(from);
    last.push_back(to);
  }
};

// The character of a reference; the scan of the file has proved that it is one.
std::string referred(std::string_view reference) {
  if (reference == "&lt;") return "<";
  if (reference == "&gt;") return ">";
  if (reference == "&amp;") return "&";
  if (reference == "&quot;") return "\"";
  if (reference == "&apos;") return "'";
  const bool hex = reference.size() > 3 && reference[2] == 'x';
  const auto code = static_cast<std::uint32_t>(std::strtoul(std::string(reference.substr(hex ? 3 : 2)).c_str(), nullptr, hex ? 16 : 10));
  std::string out;
  if (code < 0x80) return std::string(1, static_cast<char>(code));
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[more] | (code >> (6 * more)));
  for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F));
  return out;
}

Decoded decoded(std::string_view bytes, const ByteRange& range) {
  Decoded out;
  for (std::size_t at = range.first; at < range.last;) {
    std::size_t end = at + 1;
    std::string character(1, bytes[at]);
    if (bytes[at] == '&') {
      end = std::min(bytes.find(';', at), range.last - 1) + 1;
      character = referred(bytes.substr(at, end - at));
    }
    for (const char c : character) {
      const bool space = read::is_xml_space(c);
      if (space && !out.text.empty() && out.text.back() == ' ') out.last.back() = end;
      else out.add(space ? ' ' : c, at, end);
    }
    at = end;
  }
  return out;
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
}

std::vector<std::size_t> places_in(std::string_view text, const std::string& words, const std::string& unless) {
  std::vector<std::size_t> out;
  if (words.empty()) return out;
  const std::size_t inside = unless.find(words);
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_word_character(text[at - 1]) || !is_word_character(words.front());
    const bool ends = end == text.size() || !is_word_character(text[end]) || !is_word_character(words.back());
    const bool meant = inside == std::string::npos || at < inside || text.compare(at - inside, unless.size(), unless) != 0;
    if (begins && ends && meant) {
      out.push_back(at);
      at = end;
    } else {
      ++at;
    }
  }
  return out;
}

void add_texts(std::string_view bytes, const ByteRange& range, std::vector<WordPlace>& out) {
  std::size_t from = range.first;
  const auto close = [&](std::size_t to) {
    if (to > from && !read::all_space(bytes.substr(from, to - from))) out.push_back({{from, to}, false});
  };
  for (std::size_t at = range.first; at < range.last;) {
    if (bytes[at] != '<') {
      ++at;
      continue;
    }
    close(at);
    const char* end = bytes.compare(at, 4, "<!--") == 0 ? "-->" : bytes.compare(at, 2, "<?") == 0 ? "?>" : "]]>";
    const std::size_t found = bytes.find(end, at);
    at = found == std::string_view::npos ? range.last : found + std::string_view(end).size();
    from = at;
  }
  close(range.last);
}

}  // namespace

std::string words_in(const read::XmlNode& node) { return model::plain_text(read::read_runs(node)); }

std::vector<WordPlace> printed_places(const read::XmlNode& node, std::string_view bytes) {
  static const char* const kPrinted[] = {"isi", "label", "judul", "nama", "atas-nama", "logo-teks", "tempat"};
  std::vector<WordPlace> out;
  if (node.is("riwayat")) return out;
  for (const read::XmlAttribute& attribute : node.attributes) {
    const bool column = node.is("kolom") && attribute.name == "isi";  // a name there
    if (!column && std::find(std::begin(kPrinted), std::end(kPrinted), attribute.name) != std::end(kPrinted))
      out.push_back({attribute.bytes, true});
  }
  std::size_t from = node.inner.first;
  for (const read::XmlNode& child : node.children) {
    if (child.is_text()) continue;
    add_texts(bytes, {from, child.whole.first}, out);
    const std::vector<WordPlace> inside = printed_places(child, bytes);
    out.insert(out.end(), inside.begin(), inside.end());
    from = child.whole.last;
  }
  add_texts(bytes, {from, node.inner.last}, out);
  return out;
}

std::vector<FoundWords> find_words(std::string_view bytes, const WordPlace& place, const std::string& words, const std::string& unless) {
  const Decoded text = decoded(bytes, place.bytes);
  std::vector<FoundWords> out;
  for (const std::size_t at : places_in(text.text, words, unless))
    out.push_back({{text.first[at], text.last[at + words.size() - 1]}, place.in_attribute});
  return out;
}

int count_words(std::string_view text, const std::string& words, const std::string& unless) {
  return static_cast<int>(places_in(text, words, unless).size());
}

}  // namespace lembar::job
