#include "read/xml_scanner.h"

#include <algorithm>
#include <cstdint>

#include "base/letters.h"
#include "read/xml_chars.h"

namespace lembar::read {

void XmlScanner::advance(std::size_t bytes) {
  const std::size_t end = std::min(text_.size(), at_ + bytes);
  for (; at_ < end; ++at_) {
    const char c = text_[at_];
    if (c == '\n' || (c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'))) {
      ++line_;
      column_ = 1;
    } else if (!continues_character(c)) {
      ++column_;
    }
  }
}

void XmlScanner::skip_space() {
  while (!at_end() && is_xml_space(text_[at_])) advance(1);
}

bool XmlScanner::skip_past(std::string_view end) {
  const std::size_t found = text_.find(end, at_);
  advance((found == std::string_view::npos ? text_.size() : found + end.size()) - at_);
  return found != std::string_view::npos;
}

std::string_view XmlScanner::first_line(std::size_t end) const {
  const std::string_view rest = text_.substr(at_, end - at_);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

std::size_t XmlScanner::characters(std::string_view bytes) const {
  return bytes.size() - std::count_if(bytes.begin(), bytes.end(), continues_character);
}

void XmlScanner::syntax(const SourceSpan& where, Wording message, Wording remedy) {
  findings_.error(where, "xml-syntax", std::move(message), {std::move(remedy)});
}

ScannedXml XmlScanner::scan() {
  out_.plain.reserve(text_.size() + text_.size() / 4);
  if (starts("<?xml") && text_.size() > at_ + 5 && is_xml_space(text_[at_ + 5])) declaration();
  while (!at_end() && !given_up_ && !findings_.full()) {
    if (text_[at_] != '<') text();
    else if (starts("<!--")) comment();
    else if (starts("<![CDATA[")) cdata();
    else if (starts("<!")) doctype();
    else if (starts("<?")) processing_instruction();
    else if (starts("</")) end_tag();
    else start_tag();
  }
  if (at_end() && !given_up_) finish();
  return std::move(out_);
}

void XmlScanner::finish() {
  for (const Open& open : open_)
    findings_.error(open.tag, "xml-unclosed",
                    {"<" + std::string(open.name) + "> tidak ditutup.", "<" + std::string(open.name) + "> is not closed."},
                    {{"Tambahkan </" + std::string(open.name) + ">.", "Add </" + std::string(open.name) + ">."}});
  if (!root_seen_ && findings_.errors() == errors_before_)
    findings_.error({file_, 1, 1, 1}, "xml-root", {"Berkas ini tidak memuat satu elemen pun.", "This file holds no element."},
                    {{"Mulailah dengan <sop versi=\"1\"> … </sop>.", "Begin with <sop versi=\"1\"> … </sop>."}});
}

// ---------------------------------------------------------------- what stands beside the elements

void XmlScanner::declaration() {
  const SourceSpan where = here(5);
  advance(5);
  const std::size_t from = at_;
  if (!skip_past("?>")) {
    syntax(where, {"Deklarasi XML tidak ditutup dengan ?>.", "The XML declaration is not closed by ?>."},
           {"Tulis <?xml version=\"1.0\" encoding=\"UTF-8\"?>.", "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>."});
    return;
  }
  check_declaration(text_.substr(from, at_ - 2 - from), where);
}

void XmlScanner::check_declaration(std::string_view content, const SourceSpan& where) {
  static const char* const kNames[] = {"version", "encoding", "standalone"};
  std::size_t at = 0;
  int next = 0;  // index of the first name that may still come
  bool right = true, version = false;
  while (right) {
    const std::size_t gap = at;
    while (at < content.size() && is_xml_space(content[at])) ++at;
    if (at == content.size()) break;
    const std::size_t length = name_length(content, at);
    const std::string_view name = content.substr(at, length);
    const auto known = std::find(kNames + next, kNames + 3, name);
    right = at > gap && known != kNames + 3;
    at += length;
    const auto skip = [&] { while (at < content.size() && is_xml_space(content[at])) ++at; };
    skip();
    right = right && at < content.size() && content[at] == '=';
    if (!right) break;
    ++at;
    skip();
    const char quote = at < content.size() ? content[at] : ' ';
    const std::size_t end = quote == '"' || quote == '\'' ? content.find(quote, at + 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      right = false;
      break;
    }
    const std::string value(content.substr(at + 1, end - at - 1));
    at = end + 1;
    next = static_cast<int>(known - kNames) + 1;
    if (name == "version") {
      version = true;
      right = value.size() >= 3 && value.compare(0, 2, "1.") == 0 && value.find_first_not_of("0123456789", 2) == std::string::npos;
    } else if (name == "standalone") {
      right = value == "yes" || value == "no";
    } else {
      if (small_letters(value) != "utf-8")
        findings_.error(where, "xml-encoding",
                        {"Deklarasi XML menyebut pengodean " + in_quotes(value) + "; hanya UTF-8 yang diterima.",
                         "The XML declaration names the encoding " + in_quotes(value) + "; only UTF-8 is accepted."},
                        {{"Simpan berkas sebagai UTF-8 dan tulis encoding=\"UTF-8\".",
                          "Save the file as UTF-8 and write encoding=\"UTF-8\"."}});
    }
  }
  if (!right || !version)
    findings_.error(where, "xml-declaration", {"Deklarasi XML tidak sah.", "The XML declaration is not valid."},
                    {{"Tulis <?xml version=\"1.0\" encoding=\"UTF-8\"?>.", "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>."}});
}

void XmlScanner::processing_instruction() {
  const SourceSpan where = here(2);
  const std::size_t length = name_length(text_, at_ + 2);
  const std::string target = small_letters(text_.substr(at_ + 2, length));
  const std::size_t after = at_ + 2 + length;
  const bool separated = after >= text_.size() || is_xml_space(text_[after]) || text_.compare(after, 2, "?>") == 0;
  if (target == "xml") {
    findings_.error(where, "xml-declaration",
                    {"Deklarasi XML hanya boleh berada paling awal, sekali saja.",
                     "The XML declaration may stand at the very beginning only, and once."},
                    {{"Hapus yang ini, atau apa pun di depannya.", "Remove this one, or whatever stands before it."}});
  } else if (length == 0 || !separated) {
    syntax(where, {"Instruksi pemrosesan <? … ?> harus dimulai dengan nama.", "A processing instruction <? … ?> must begin with a name."},
           {"Hapus; Lembar tidak memakainya. Di dalam teks, tulis &lt;?.", "Remove it; Lembar uses none. In text, write &lt;?."});
  }
  if (!skip_past("?>")) syntax(where, {"<? tidak ditutup dengan ?>.", "<? is not closed by ?>."}, {"Tutup dengan ?>, atau tulis &lt;? di dalam teks.", "Close it by ?>, or write &lt;? in text."});
}

void XmlScanner::comment() {
  const SourceSpan where = here(4);
  advance(4);
  const std::size_t end = text_.find("--", at_);
  if (end == std::string_view::npos) {
    advance(text_.size() - at_);
    comment_unclosed(where);
    return;
  }
  advance(end - at_);
  if (starts("-->")) {
    advance(3);
    return;
  }
  findings_.error(here(2), "xml-comment", {"\"--\" tidak boleh ada di dalam komentar.", "\"--\" may not stand inside a comment."},
                  {{"Ganti dengan satu tanda hubung, atau tutup komentar dengan -->.",
                    "Use one hyphen, or close the comment with -->."}});
  if (!skip_past("-->")) comment_unclosed(where);
}

void XmlScanner::comment_unclosed(const SourceSpan& where) {
  syntax(where, {"Komentar tidak ditutup dengan -->.", "The comment is not closed by -->."},
         {"Tulis --> di akhir komentar ini.", "Write --> where this comment ends."});
}

void XmlScanner::cdata() {
  const SourceSpan where = here(9);
  advance(9);
  const SourceSpan inner = here();
  const std::size_t from = at_;
  if (!skip_past("]]>")) {
    syntax(where, {"<![CDATA[ tidak ditutup dengan ]]>.", "<![CDATA[ is not closed by ]]>."}, {"Tulis ]]> di akhir teksnya.", "Write ]]> where its text ends."});
    return;
  }
  const std::string_view content = text_.substr(from, at_ - 3 - from);
  if (open_.empty()) return outside_root(where);
  if (content.empty()) return;
  note_text(inner, all_space(content));
  for (char c : content) {
    if (c == '<') out_.plain += "&lt;";
    else if (c == '>') out_.plain += "&gt;";
    else if (c == '&') out_.plain += "&amp;";
    else if (is_xml_space(c)) out_.plain += "&#32;";
    else out_.plain += c;
  }
}

void XmlScanner::doctype() {
  const SourceSpan where = here(2);
  if (!starts("<!DOCTYPE")) {
    syntax(where, {"\"<!\" ini bukan komentar, bukan pula CDATA.", "This \"<!\" begins neither a comment nor CDATA."},
           {"Tulis &lt; untuk tanda lebih kecil di dalam teks.", "Write &lt; for a less-than sign in text."});
    skip_broken_tag();
    return;
  }
  findings_.error(here(9), "xml-doctype",
                  {"DOCTYPE tidak diterima: berkas Lembar tidak mengenal DTD maupun entitas buatan sendiri.",
                   "DOCTYPE is not accepted: a file of Lembar knows no DTD and no entities of its own."},
                  {{"Hapus <!DOCTYPE …>.", "Remove <!DOCTYPE …>."}});
  // An internal subset has tags of its own; what follows it is looked at as usual.
  int brackets = 0;
  while (!at_end()) {
    const char c = text_[at_];
    if (c == '[') ++brackets;
    if (c == ']') --brackets;
    advance(1);
    if (c == '>' && brackets <= 0) break;
  }
}

void XmlScanner::outside_root(const SourceSpan& where) {
  findings_.error(where, "xml-outside-root",
                  {"Teks ini berada di luar elemen terluar.", "This text stands outside the outermost element."},
                  {{"Pindahkan ke dalam elemen, atau hapus.", "Move it into an element, or remove it."}});
}

// ---------------------------------------------------------------- text

// Noted with the first piece of a text; one that began with nothing but space begins where its words do.
void XmlScanner::note_text(const SourceSpan& where, bool blank) {
  if (text_open_) {
    if (text_blank_ && !blank) out_.texts.back() = where;
    text_blank_ = text_blank_ && blank;
    return;
  }
  if (!count_node(where)) return;
  out_.texts.push_back(where);
  text_open_ = true;
  text_blank_ = blank;
}

void XmlScanner::text() {
  const std::size_t end = std::min(text_.find('<', at_), text_.size());
  const std::string_view content = text_.substr(at_, end - at_);
  if (open_.empty()) {
    skip_space();
    if (at_ < end) outside_root(here(std::min<std::size_t>(characters(text_.substr(at_, end - at_)), 40)));
    advance(end - at_);
    return;
  }
  if (all_space(content)) {
    note_text(here(), true);
    out_.plain += "&#32;";
    advance(content.size());
    return;
  }
  while (is_xml_space(text_[at_])) {
    out_.plain += text_[at_];
    advance(1);
  }
  note_text(here(characters(first_line(end))), false);
  while (at_ < end && !given_up_) {
    const char c = text_[at_];
    if (c == '&') {
      reference(end);
      continue;
    }
    if (c == ']' && starts("]]>")) {
      findings_.error(here(3), "xml-cdata-end", {"\"]]>\" tidak boleh ada di dalam teks.", "\"]]>\" may not stand in text."},
                      {{"Tulis ]]&gt;.", "Write ]]&gt;."}});
    }
    out_.plain += c;
    advance(1);
    given_up_ = given_up_ || findings_.full();
  }
}

// An entity or a character's number: copied to the plain form, and one step further where it is none.
void XmlScanner::reference(std::size_t end) {
  static const char* const kEntities[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
  for (std::string_view entity : kEntities) {
    if (!starts(entity)) continue;
    out_.plain += entity;
    advance(entity.size());
    return;
  }
  given_up_ = given_up_ || findings_.full();
  const std::size_t name = name_length(text_, at_ + 1);
  if (text_.compare(at_, 2, "&#") == 0) {
    const bool hex = text_.compare(at_, 3, "&#x") == 0;
    const std::size_t from = at_ + (hex ? 3 : 2);
    const std::size_t stop = std::min(text_.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789", from), text_.size());
    const std::size_t size = std::min(stop + 1, end) - at_;
    std::uint32_t code = 0;
    for (std::size_t i = from; i < stop && code <= 0x10FFFF; ++i) {
      const char c = text_[i];
      code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(c <= '9' ? c - '0' : small_letter(c) - 'a' + 10);
    }
    if (stop > from && stop < end && text_[stop] == ';' && is_xml_char(code)) {
      out_.plain += "&#" + std::to_string(code) + ";";
      advance(size);
      return;
    }
    findings_.error(here(size), "xml-charref",
                    {in_quotes(text_.substr(at_, size)) + " bukan nomor aksara yang sah.",
                     in_quotes(text_.substr(at_, size)) + " is no valid character reference."},
                    {{"Hapus, atau tulis aksaranya langsung.", "Remove it, or write the character itself."}});
  } else if (name > 0 && at_ + 1 + name < end && text_[at_ + 1 + name] == ';') {
    const std::string word(text_.substr(at_, name + 2));
    findings_.error(here(characters(word)), "xml-entity",
                    {"Entitas " + in_quotes(word) + " tidak dikenal.", "The entity " + in_quotes(word) + " is not known."},
                    {{"XML hanya mengenal &lt; &gt; &amp; &quot; &apos;; tulis aksara lain langsung.",
                      "XML knows &lt; &gt; &amp; &quot; &apos; only; write other characters themselves."}});
  } else {
    findings_.error(here(), "xml-entity", {"Tanda & berdiri sendiri.", "A bare & stands here."},
                    {{"Tulis &amp;.", "Write &amp;."}});
  }
  advance(1);
}

}  // namespace lembar::read
