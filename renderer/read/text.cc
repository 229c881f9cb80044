#include "read/text.h"

#include "read/xml_chars.h"

namespace lembar::read {

using model::Block;
using model::BlockKind;
using model::RichText;
using model::TextRun;

std::string normalized(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (!is_xml_space(c)) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<std::string> value_of(const XmlNode& node, std::string_view attribute) {
  const XmlAttribute* found = node.attribute(attribute);
  if (!found) return std::nullopt;
  return normalized(found->value);
}

std::optional<model::Text> text_of(const XmlNode& node, std::string_view attribute) {
  const XmlAttribute* found = node.attribute(attribute);
  if (!found) return std::nullopt;
  return model::Text{normalized(found->value), found->where};
}

std::string words_of(const XmlNode& node, std::string_view attribute) {
  return value_of(node, attribute).value_or(std::string());
}

std::optional<model::ListMarker> marker_of(const XmlNode& node) {
  const auto value = value_of(node, "daftar");
  if (!value) return std::nullopt;
  if (*value == "angka") return model::ListMarker::number;
  if (*value == "huruf") return model::ListMarker::letter;
  if (*value == "bulat") return model::ListMarker::bullet;
  if (*value == "strip") return model::ListMarker::dash;
  if (*value == "polos") return model::ListMarker::none;
  return std::nullopt;
}

namespace {

struct InlineStyle {
  bool bold = false, italic = false, underline = false;
};

// Gathers the runs of one block. A space waits until words follow it: so none stands at an end, and of several,
// in whatever styles, the first stays, in its own style (no underline before the underlined word).
class RunCollector {
 public:
  bool empty() const { return runs_.empty(); }

  void add(std::string_view text, const InlineStyle& style) {
    for (char c : text) {
      if (is_xml_space(c)) {
        if (!at_line_start_ && !space_waits_) {
          space_waits_ = true;
          space_style_ = style;
        }
        continue;
      }
      if (space_waits_) run_of(space_style_) += ' ';
      space_waits_ = false;
      run_of(style) += c;
      at_line_start_ = false;
    }
  }

  void add_break() {
    TextRun run;
    run.line_break = true;
    runs_.push_back(run);
    at_line_start_ = true;
    space_waits_ = false;
  }

  std::vector<TextRun> take() {
    std::vector<TextRun> out = std::move(runs_);
    *this = RunCollector();
    return out;
  }

 private:
  std::string& run_of(const InlineStyle& s) {
    const bool same = !runs_.empty() && !runs_.back().line_break && runs_.back().bold == s.bold &&
                      runs_.back().italic == s.italic && runs_.back().underline == s.underline;
    if (!same) runs_.push_back({{}, s.bold, s.italic, s.underline, false});
    return runs_.back().text;
  }

  std::vector<TextRun> runs_;
  bool at_line_start_ = true, space_waits_ = false;
  InlineStyle space_style_;
};

bool is_inline(const XmlNode& node) {
  return node.is_text() || node.is("t") || node.is("m") || node.is("g") || node.is("br");
}

void collect(const XmlNode& node, InlineStyle style, RunCollector& runs) {
  if (node.is_text()) return runs.add(node.text, style);
  if (node.is("br")) return runs.add_break();
  style.bold = style.bold || node.is("t");
  style.italic = style.italic || node.is("m");
  style.underline = style.underline || node.is("g");
  for (const XmlNode& child : node.children)
    if (is_inline(child)) collect(child, style, runs);
}

class BlockCollector {
 public:
  // `item`: index of the item whose content this is, or -1.
  void content(const XmlNode& node, int level, int item, std::optional<model::ListMarker> marker) {
    RunCollector loose;
    SourceSpan loose_where;
    const auto flush = [&] {
      if (!loose.empty()) paragraph(loose.take(), level, item, loose_where);
      loose = RunCollector();
    };
    for (const XmlNode& child : node.children) {
      if (is_inline(child)) {
        if (loose.empty()) loose_where = child.where;
        collect(child, {}, loose);
        continue;
      }
      if (!child.is("p") && !child.is("subjudul") && !child.is("butir")) continue;
      flush();
      if (child.is("p")) {
        paragraph(read_runs(child), level, item, child.where);
      } else if (child.is("subjudul")) {
        push(BlockKind::subhead, read_runs(child), level, child.where);
      } else {
        Block& block = push(BlockKind::item, {}, level, child.where);
        block.number = value_of(child, "nomor");
        block.marker = marker;
        content(child, level + 1, static_cast<int>(text_.blocks.size()) - 1, marker_of(child));
      }
    }
    flush();
  }

  RichText take() { return std::move(text_); }

 private:
  Block& push(BlockKind kind, std::vector<TextRun> runs, int level, const SourceSpan& where) {
    Block block;
    block.kind = kind;
    block.runs = std::move(runs);
    block.level = level;
    block.where = where;
    text_.blocks.push_back(std::move(block));
    return text_.blocks.back();
  }

  // The first words of an item are its own; later ones are paragraphs inside it.
  void paragraph(std::vector<TextRun> runs, int level, int item, const SourceSpan& where) {
    const bool first = item >= 0 && item + 1 == static_cast<int>(text_.blocks.size()) && text_.blocks.back().runs.empty();
    if (first) {
      text_.blocks.back().runs = std::move(runs);
    } else {
      push(BlockKind::paragraph, std::move(runs), level, where);
    }
  }

  RichText text_;
};

}  // namespace

std::vector<TextRun> read_runs(const XmlNode& node) {
  RunCollector runs;
  for (const XmlNode& child : node.children)
    if (is_inline(child)) collect(child, {}, runs);
  return runs.take();
}

RichText read_rich_text(const XmlNode& node) {
  BlockCollector blocks;
  blocks.content(node, 0, -1, std::nullopt);
  RichText text = blocks.take();
  text.marker = marker_of(node);
  text.where = node.where;
  return text;
}

RichText rich_text_of(std::string words, const SourceSpan& where) {
  RichText text;
  text.where = where;
  if (words.empty()) return text;
  Block block;
  block.runs.push_back({std::move(words)});
  block.where = where;
  text.blocks.push_back(std::move(block));
  return text;
}

}  // namespace lembar::read
