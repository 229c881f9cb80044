// The machine behind scan_xml: walks over the markup of one file once, from front to back, without recursion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/xml_scan.h"

namespace lembar::read {

class XmlScanner {
 public:
  XmlScanner(std::string_view text, int file, Findings& findings)
      : text_(text), file_(file), findings_(findings), errors_before_(findings.errors()) {}

  void skip_bom() { at_ += 3; }  // no column of its own: no editor counts it
  ScannedXml scan();

 private:
  struct Open {
    std::string_view name;
    SourceSpan tag;
    std::size_t element;  // index into ScannedXml::elements
  };

  // Moving on
  bool at_end() const { return at_ >= text_.size(); }
  bool starts(std::string_view what) const { return text_.compare(at_, what.size(), what) == 0; }
  void advance(std::size_t bytes);
  void skip_space();
  SourceSpan here(std::size_t width = 1) const { return {file_, line_, column_, static_cast<int>(width)}; }
  // Up to and with `end`; false (and at the end of the file) where there is none.
  bool skip_past(std::string_view end);
  std::string_view first_line(std::size_t end) const;  // from here to `end`, or to the end of the line
  std::size_t characters(std::string_view bytes) const;

  // The pieces of markup
  void declaration();
  void processing_instruction();
  void comment();
  void comment_unclosed(const SourceSpan& where);
  void cdata();
  void doctype();
  void start_tag();
  bool attribute(ScannedElement& element, std::vector<std::string_view>& names);
  void end_tag();
  void text();
  void reference(std::size_t end);
  void finish();

  void check_declaration(std::string_view content, const SourceSpan& where);
  void check_root(std::string_view name, const SourceSpan& tag);
  void note_text(const SourceSpan& where, bool blank);
  void outside_root(const SourceSpan& where);
  void skip_broken_tag();
  bool count_node(const SourceSpan& where);
  void syntax(const SourceSpan& where, Wording message, Wording remedy);

  std::string_view text_;
  int file_;
  Findings& findings_;
  std::size_t errors_before_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;

  ScannedXml out_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
  bool root_seen_ = false;
  bool text_open_ = false;   // the plain form ends in a text that goes on
  bool text_blank_ = false;  // and that is nothing but space so far
  bool roots_told_ = false;
  bool given_up_ = false;
};

}  // namespace lembar::read
