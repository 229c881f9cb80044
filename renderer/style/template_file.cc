#include "style/template_file.h"

#include <tinyxml2.h>

#include "text/utf8.h"

namespace lembar::style {
namespace {

std::string trimmed(const std::string& text) {
  const char* const spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

constexpr std::size_t kLongestLineSearched = 1000;  // bytes; beyond, no editor shows a column either, and each search costs more

class Converter {
 public:
  Converter(const SourceFiles& files, int file) : files_(files), file_(file) {}

  TemplateNode convert(const tinyxml2::XMLElement& element) const {
    TemplateNode node;
    node.name = element.Name();
    node.where = place(element.GetLineNum(), "<" + node.name);
    for (const auto* a = element.FirstAttribute(); a; a = a->Next())
      node.attributes.push_back({a->Name(), a->Value(), place(a->GetLineNum(), a->Name() + std::string("="))});
    for (const auto* child = element.FirstChild(); child; child = child->NextSibling()) {
      if (const auto* text = child->ToText()) node.text += text->Value();
      else if (const auto* inner = child->ToElement()) node.children.push_back(convert(*inner));
    }
    node.text = trimmed(node.text);
    return node;
  }

 private:
  // tinyxml2 knows lines only: the column is where the words stand on the line for the first time.
  SourceSpan place(int line, const std::string& words) const {
    SourceSpan span{file_, line, 1, 1};
    const std::string_view text = files_.line(file_, line);
    const std::size_t at = text.size() <= kLongestLineSearched ? text.find(words) : std::string_view::npos;
    if (at == std::string_view::npos) return span;
    span.column = static_cast<int>(text::count_clusters(text.substr(0, at))) + 1;
    span.width = static_cast<int>(text::count_clusters(words)) - (words.back() == '=' ? 1 : 0);
    return span;
  }

  const SourceFiles& files_;
  int file_;
};

// The line of the first byte that is no UTF-8 or no character of XML; 0: there is none.
int broken_line(std::string_view text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const text::Utf8Char c = text::char_at(text, at);
    if ((c.code == 0xFFFD && c.size == 1) || (c.code < 0x20 && c.code != '\n' && c.code != '\t' && c.code != '\r'))
      return line;
    if (c.code == '\n') ++line;
    at += c.size;
  }
  return 0;
}

}  // namespace

const TemplateAttribute* TemplateNode::attribute(const std::string& wanted) const {
  for (const TemplateAttribute& a : attributes)
    if (a.name == wanted) return &a;
  return nullptr;
}

std::optional<TemplateNode> parse_template(const SourceFiles& files, int file, Findings& findings) {
  const std::string& text = files.text(file);
  if (const int line = broken_line(text); line > 0) {
    findings.error({file, line, 1, 1}, "template-xml",
                   {"Berkas templat harus UTF-8 tanpa karakter kendali.", "A template must be UTF-8 without control characters."},
                   {{"Simpan berkas itu sebagai UTF-8, dan hapus karakter itu.", "Save the file as UTF-8, and remove that character."}});
    return {};
  }
  tinyxml2::XMLDocument document(true, tinyxml2::COLLAPSE_WHITESPACE);
  if (document.Parse(text.data(), text.size()) != tinyxml2::XML_SUCCESS) {
    findings.error({file, document.ErrorLineNum(), 1, 1}, "template-xml",
                   {"Templat ini bukan XML yang benar.", "This template is no well-formed XML."},
                   {{"Periksa tanda kutip dan tag penutup.", "Look for a missing quote or end tag."}});
    return {};
  }
  const tinyxml2::XMLElement* root = document.RootElement();
  if (!root || root->NextSiblingElement()) {
    findings.error({file, root ? root->NextSiblingElement()->GetLineNum() : 0, 1, 1}, "template-xml",
                   {"Templat harus punya tepat satu elemen terluar.", "A template must have exactly one outermost element."},
                   {{"Tulis semuanya di dalam satu <templat>.", "Write all of it in one <templat>."}});
    return {};
  }
  return Converter(files, file).convert(*root);
}

}  // namespace lembar::style
