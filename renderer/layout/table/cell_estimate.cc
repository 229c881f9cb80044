#include "layout/table/cell_estimate.h"

#include <algorithm>

#include "layout/table/columns.h"

namespace lembar::layout {

namespace {

Length indent_of(const model::Block& block, const style::TextStyle& style) {
  return block.kind == model::BlockKind::item ? scaled(style.font.size, std::int64_t{3} * (block.level + 1), 2) : Length();
}

}  // namespace

CellEstimate::CellEstimate(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, Breaks breaks) {
  const text::FontMetrics metrics = shaper.metrics(style.font);
  line_ = metrics.ascent + metrics.descent + style.extra_leading;
  space_ = shaper.full_width({{"n n", style.font}}) - shaper.full_width({{"nn", style.font}});
  for (const model::Block& block : words.blocks) {
    Paragraph paragraph{{}, indent_of(block, style)};
    for (const text::StyledRun& run : styled_runs(block.runs, style)) {
      bool joined = false;
      for (std::size_t i = 0; i < run.text.size();) {
        std::size_t end = breaks == Breaks::nowhere ? run.text.size() : std::min(run.text.find_first_of(" /-", i), run.text.size());
        const bool space = end < run.text.size() && run.text[end] == ' ';
        if (!space && end < run.text.size()) ++end;
        if (end > i) paragraph.words.push_back({shaper.full_width({{run.text.substr(i, end - i), run.font}}), joined});
        joined = !space;
        i = end + space;
      }
    }
    paragraphs_.push_back(std::move(paragraph));
  }
}

CellEstimate::Size CellEstimate::at(Length width) const {
  Size size;
  std::int64_t lines = 0;
  for (const Paragraph& p : paragraphs_) {
    const Length room = max(width - p.indent, mm(1));
    Length at;
    ++lines;
    for (const Paragraph::Word& word : p.words) {
      const Length space = word.joined ? Length() : space_;
      if (at > Length() && at + space + word.width > room) {
        ++lines;
        at = Length();
      }
      at += (at > Length() ? space : Length()) + word.width;
      size.broken += at > room;
      for (; at > room; at -= room) ++lines;
    }
  }
  size.height = line_ * lines;
  return size;
}

Length least_words(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, text::Hyphenation how) {
  Length least;
  for (const model::Block& block : words.blocks)
    least = max(least, indent_of(block, style) + shaper.least_width(styled_runs(block.runs, style), how));
  return least;
}

}  // namespace lembar::layout
