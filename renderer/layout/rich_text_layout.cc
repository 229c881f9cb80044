#include "layout/rich_text_layout.h"

#include <algorithm>
#include <map>

#include "layout/table/columns.h"

namespace lembar::layout {

namespace {

using model::Block;
using model::BlockKind;
using model::ListMarker;

// The marker of nested items where their author names none: 1. -> a. -> bullet.
ListMarker nested(ListMarker outer) {
  switch (outer) {
    case ListMarker::number: return ListMarker::letter;
    case ListMarker::letter: return ListMarker::bullet;
    case ListMarker::bullet: return ListMarker::dash;
    default: return outer;
  }
}

std::string letters(int n) {
  std::string out;
  for (; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (n - 1) % 26));
  return out;
}

bool is_counted(ListMarker marker) { return marker == ListMarker::number || marker == ListMarker::letter; }

class BlockLayouter {
 public:
  BlockLayouter(text::Shaper& shaper, const model::RichText& words, const style::TextStyle& text, const style::TextStyle& subhead,
                ListMarker marker, Length width)
      : shaper_(shaper), words_(words), text_(text), subhead_(subhead), marker_(words.marker.value_or(marker)), width_(width) {}

  TextBlock run() {
    label_items();
    measure_indents();
    for (std::size_t i = 0; i < words_.blocks.size(); ++i) place(i);
    out_.height = y_;
    return std::move(out_);
  }

 private:
  const Block& block(std::size_t i) const { return words_.blocks[i]; }

  ListMarker marker_at(const Block& item) const {
    if (item.marker) return *item.marker;
    ListMarker marker = marker_;
    for (int level = 0; level < item.level; ++level) marker = nested(marker);
    return marker;
  }

  // Does another item of the same list follow or precede?
  bool is_lone(std::size_t i) const {
    const int level = block(i).level;
    for (std::size_t k = i + 1; k < words_.blocks.size() && block(k).level >= level; ++k)
      if (block(k).kind == BlockKind::item && block(k).level == level) return false;
    for (std::size_t k = i; k-- > 0 && block(k).level >= level;)
      if (block(k).kind == BlockKind::item && block(k).level == level) return false;
    return true;
  }

  void label_items() {
    labels_.resize(words_.blocks.size());
    std::vector<int> count;  // by level
    for (std::size_t i = 0; i < words_.blocks.size(); ++i) {
      const Block& b = block(i);
      if (b.kind == BlockKind::subhead) count.clear();
      if (b.kind != BlockKind::item) continue;
      count.resize(static_cast<std::size_t>(b.level) + 1, 0);
      int& n = count[b.level];
      ++n;
      const ListMarker marker = marker_at(b);
      if (b.number) {
        labels_[i] = *b.number;
        const bool digits = !labels_[i].empty() && labels_[i].size() < 7 &&
                            std::all_of(labels_[i].begin(), labels_[i].end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits) n = std::stoi(labels_[i]);
        const bool alnum = !labels_[i].empty() && (std::isalnum(static_cast<unsigned char>(labels_[i].back())) != 0);
        if (alnum) labels_[i] += ".";
      } else if (is_counted(marker)) {
        if (!is_lone(i)) labels_[i] = (marker == ListMarker::number ? std::to_string(n) : letters(n)) + ".";
      } else if (marker == ListMarker::bullet) {
        labels_[i] = "•";
      } else if (marker == ListMarker::dash) {
        labels_[i] = "-";
      }
    }
  }

  text::ShapedLine label_line(std::size_t i) { return shaper_.line({{labels_[i], text_.font}}); }

  // Items of one level share an indent as wide as their widest label; one that leaves its item no room is no label.
  void measure_indents() {
    const Length gap = scaled(text_.font.size, 2, 5);
    for (std::size_t i = 0; i < words_.blocks.size(); ++i) {
      if (labels_[i].empty()) continue;
      const Length room = label_line(i).width + gap;
      if (room > half(width_)) continue;
      Length& indent = label_room_[block(i).level];
      indent = max(indent, room);
    }
  }

  Length indent_before(int level) const {
    Length indent;
    for (const auto& [l, room] : label_room_)
      if (l < level) indent += room;
    return min(indent, width_ / 3);
  }

  void place(std::size_t i) {
    const Block& b = block(i);
    const bool item = b.kind == BlockKind::item;
    const style::TextStyle& style = b.kind == BlockKind::subhead ? subhead_ : text_;
    const Length label_x = indent_before(b.level);
    const Length beside = min(label_x + (label_room_.contains(b.level) ? label_room_.at(b.level) : Length()), width_ / 2);
    const bool labelled = item && !labels_[i].empty();
    const bool in_list = labelled && label_x + label_line(i).width <= beside;
    const Length x = in_list ? beside : label_x;
    const Length room = max(width_ - x, mm(1));
    std::vector<text::StyledRun> runs = styled_runs(b.runs, style);
    if (labelled && !in_list) runs.insert(runs.begin(), {labels_[i] + " ", style.font});
    std::vector<text::ShapedLine> lines = shaper_.wrap(runs, room, text::Hyphenation::if_needed);
    if (in_list && lines.empty()) lines.push_back(shaper_.line({{"", text_.font}}));
    const int paragraph = paragraph_++;
    bool first = true;
    for (text::ShapedLine& line : lines) {
      if (in_list && first) {
        TextBlock::Line label{label_line(i), label_x, y_, paragraph_++, PlacedText::Part::list_label};
        label.y += line.ascent - label.line.ascent;
        out_.width = max(out_.width, label.x + label.line.width);
        out_.lines.push_back(std::move(label));
      }
      first = false;
      Length at = x;
      if (!item && style.align == style::Align::center) at += half(room - line.width);
      if (!item && style.align == style::Align::right) at += room - line.width;
      out_.width = max(out_.width, at + line.width);
      const Length height = line.height();
      out_.lines.push_back({std::move(line), at, y_, paragraph, item ? PlacedText::Part::list_body : PlacedText::Part::plain});
      y_ += height + style.extra_leading;
    }
  }

  text::Shaper& shaper_;
  const model::RichText& words_;
  const style::TextStyle& text_;
  const style::TextStyle& subhead_;
  ListMarker marker_;
  Length width_;
  std::vector<std::string> labels_;  // by block; empty: none
  std::map<int, Length> label_room_;  // by level
  TextBlock out_;
  Length y_;
  int paragraph_ = 0;
};

}  // namespace

TextBlock lay_out_rich_text(text::Shaper& shaper, const model::RichText& words, const style::TextStyle& text,
                            const style::TextStyle& subhead, model::ListMarker marker, Length width) {
  return BlockLayouter(shaper, words, text, subhead, marker, width).run();
}

}  // namespace lembar::layout
