// The tags: start tags with their attributes, end tags, and how they nest.
#include <algorithm>

#include "read/xml_chars.h"
#include "read/xml_scanner.h"

namespace lembar::read {

bool XmlScanner::count_node(const SourceSpan& where) {
  if (++nodes_ <= kMostNodes) return true;
  if (!given_up_) {
    const std::string most = std::to_string(kMostNodes);
    findings_.error(where, "xml-too-big",
                    {"Berkas ini memuat lebih dari " + most + " elemen, atribut, dan teks.",
                     "This file holds more than " + most + " elements, attributes and texts."},
                    {{"Bagilah menjadi beberapa berkas.", "Split it into several files."}});
  }
  given_up_ = true;
  return false;
}

// Goes on behind the tag, or at the next one where this has no end.
void XmlScanner::skip_broken_tag() {
  const std::size_t found = text_.find_first_of("<>", at_ + 1);
  if (found == std::string_view::npos) return advance(text_.size() - at_);
  advance(found - at_ + (text_[found] == '>' ? 1 : 0));
}

void XmlScanner::check_root(std::string_view name, const SourceSpan& tag) {
  if (root_seen_ && open_.empty() && !roots_told_) {
    roots_told_ = true;
    findings_.error(tag, "xml-root",
                    {"<" + std::string(name) + "> adalah elemen terluar yang kedua; hanya satu yang boleh.",
                     "<" + std::string(name) + "> is a second outermost element; there may be one only."},
                    {{"Beberapa SOP dalam satu berkas dihimpun dalam <himpunan>.",
                      "Several SOPs in one file are gathered in <himpunan>."}});
  }
  root_seen_ = true;
}

void XmlScanner::start_tag() {
  const std::size_t length = name_length(text_, at_ + 1);
  const std::string_view name = text_.substr(at_ + 1, length);
  const SourceSpan tag = here(1 + characters(name));
  if (length == 0) {
    syntax(here(), {"Setelah < harus ada nama elemen.", "An element's name must follow <."},
           {"Tulis &lt; untuk tanda lebih kecil di dalam teks.", "Write &lt; for a less-than sign in text."});
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (is_xml_space(next) || (next >= '0' && next <= '9') || next == '=') advance(1);  // "a < b"
    else skip_broken_tag();
    return;
  }
  if (!count_node(tag)) return;
  check_root(name, tag);
  text_open_ = false;
  ScannedElement element{tag, {}, {at_, at_}, {}};
  std::vector<std::string_view> names;
  out_.plain.append(text_.substr(at_, 1 + length));
  advance(1 + length);
  while (true) {
    const std::size_t gap = at_;
    skip_space();
    if (at_end()) {
      syntax(tag, {"Tag <" + std::string(name) + " tidak ditutup dengan >.", "The tag <" + std::string(name) + " is not closed by >."},
             {"Tulis > di akhir tag ini; mungkin ada tanda kutip yang kurang.", "Write > where this tag ends; a quote may be missing."});
      break;
    }
    if (text_[at_] == '>' || starts("/>")) break;
    if (gap == at_)
      syntax(here(), {"Di antara atribut harus ada spasi.", "There must be a space before an attribute."}, {"Sisipkan spasi di sini.", "Put a space here."});
    if (!attribute(element, names)) break;
    if (given_up_) return;
  }
  const bool closed = !at_end() && starts("/>");
  if (!at_end() && (closed || text_[at_] == '>')) {
    out_.plain += closed ? "/>" : ">";
    advance(closed ? 2 : 1);
  }
  element.whole.last = element.inner.first = element.inner.last = at_;
  out_.elements.push_back(std::move(element));
  if (!closed) {
    open_.push_back({name, tag, out_.elements.size() - 1});
    if (open_.size() > kMostDepth) {
      given_up_ = true;
      const std::string most = std::to_string(kMostDepth);
      findings_.error(tag, "xml-depth",
                      {"Elemen bersarang lebih dari " + most + " tingkat.", "Elements are nested more than " + most + " deep."},
                      {{"Periksa penutup elemen di atasnya; mungkin ada yang terlupa.", "Look at the end tags above; some may be forgotten."}});
    }
  }
}

// False: the tag is broken beyond this point, and the scan stands behind what it could make of it.
bool XmlScanner::attribute(ScannedElement& element, std::vector<std::string_view>& names) {
  const std::size_t length = name_length(text_, at_);
  const std::string_view name = text_.substr(at_, length);
  const SourceSpan where = here(std::max<std::size_t>(1, characters(name)));
  if (length == 0) {
    syntax(where, {"Di sini diharapkan atribut atau >.", "An attribute or > is expected here."},
           {"Hapus aksara ini, atau tulis nama=\"…\".", "Remove this character, or write name=\"…\"."});
    if (text_[at_] != '<') skip_broken_tag();
    return false;
  }
  if (!count_node(where)) return false;
  if (std::find(names.begin(), names.end(), name) != names.end())
    findings_.error(where, "xml-attribute-twice",
                    {"Atribut " + std::string(name) + " ditulis dua kali.", "The attribute " + std::string(name) + " is given twice."},
                    {{"Hapus salah satunya.", "Remove one of them."}});
  names.push_back(name);
  if (names.size() == kMostAttributes + 1)
    syntax(where, {"Elemen ini beratribut terlalu banyak.", "This element has too many attributes."}, {"Hapus yang tidak dikenal.", "Remove those that are not known."});
  if (names.size() > kMostAttributes) names.pop_back();
  out_.plain += ' ';
  out_.plain += name;
  advance(length);
  skip_space();
  if (at_end() || text_[at_] != '=') {
    syntax(where, {"Atribut " + in_quotes(name) + " tidak bernilai.", "The attribute " + in_quotes(name) + " has no value."},
           {"Tulis " + std::string(name) + "=\"…\".", "Write " + std::string(name) + "=\"…\"."});
    return true;
  }
  advance(1);
  skip_space();
  const char quote = at_end() ? ' ' : text_[at_];
  if (quote != '"' && quote != '\'') {
    syntax(here(), {"Nilai atribut harus diapit tanda kutip.", "An attribute's value must stand in quotes."},
           {"Tulis " + std::string(name) + "=\"…\".", "Write " + std::string(name) + "=\"…\"."});
    while (!at_end() && !is_xml_space(text_[at_]) && text_[at_] != '>' && text_[at_] != '<' && !starts("/>")) advance(1);
    return true;
  }
  const SourceSpan opening = here();
  advance(1);
  const std::size_t end = text_.find(quote, at_);
  if (end == std::string_view::npos) {
    syntax(opening, {"Tanda kutip ini tidak ditutup.", "This quote is not closed."},
           {"Tulis tanda kutip yang sama di akhir nilainya.", "Write the same quote where the value ends."});
    given_up_ = true;  // all that follows stands in the quote
    return false;
  }
  ScannedAttribute scanned{where, here(std::max<std::size_t>(1, characters(first_line(end)))), {at_, end}};
  out_.plain += "=";
  out_.plain += quote;
  while (at_ < end && !given_up_) {
    if (text_[at_] == '&') {
      reference(end);
      continue;
    }
    if (text_[at_] == '<') {
      findings_.error(here(), "xml-attribute-lt",
                      {"Tanda < tidak boleh ada di dalam nilai atribut.", "The sign < may not stand in an attribute's value."},
                      {{"Tulis &lt;, atau tutup tanda kutip di depannya.", "Write &lt;, or close the quote before it."}});
      given_up_ = given_up_ || findings_.full();
    }
    out_.plain += text_[at_];
    advance(1);
  }
  out_.plain += quote;
  advance(1);
  element.attributes.push_back(scanned);
  return true;
}

void XmlScanner::end_tag() {
  const std::size_t length = name_length(text_, at_ + 2);
  const std::string_view name = text_.substr(at_ + 2, length);
  const SourceSpan where = here(2 + characters(name));
  const std::size_t begin = at_;
  advance(2 + length);
  skip_space();
  if (length == 0 || at_end() || text_[at_] != '>') {
    syntax(where, {"Tag penutup tidak sah.", "This end tag is not valid."}, {"Tulis </nama>.", "Write </name>."});
    if (!at_end() && text_[at_] != '<') skip_broken_tag();
  } else {
    advance(1);
  }
  text_open_ = false;
  const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == name; });
  if (match == open_.rend()) {
    if (length == 0) {
      if (!open_.empty()) open_.pop_back();
      return;
    }
    Wording remedy{"Hapus, atau tulis <" + std::string(name) + "> di depannya.", "Remove it, or write <" + std::string(name) + "> before it."};
    if (!open_.empty()) {
      const std::string last(open_.back().name), line = std::to_string(open_.back().tag.line);
      remedy = {"Yang terbuka adalah <" + last + "> di baris " + line + ".", "The open one is <" + last + "> on line " + line + "."};
    }
    findings_.error(where, "xml-end-tag",
                    {"</" + std::string(name) + "> tidak menutup apa pun.", "</" + std::string(name) + "> closes nothing."},
                    {std::move(remedy)});
    return;
  }
  // What is still open inside it was forgotten; that is one fault for each, and the rest is read as meant.
  for (auto forgotten = open_.rbegin(); forgotten != match; ++forgotten) {
    const std::string inner(forgotten->name), outer(name);
    findings_.error(forgotten->tag, "xml-unclosed",
                    {"<" + inner + "> tidak ditutup sebelum </" + outer + "> di baris " + std::to_string(where.line) + ".",
                     "<" + inner + "> is not closed before </" + outer + "> on line " + std::to_string(where.line) + "."},
                    {{"Tambahkan </" + inner + ">.", "Add </" + inner + ">."}});
  }
  ScannedElement& element = out_.elements[match->element];
  element.inner.last = begin;
  element.whole.last = at_;
  open_.erase(match.base() - 1, open_.end());
  out_.plain.append("</").append(name).append(">");
}

}  // namespace lembar::read
