#include "layout/table/cell_estimate.h"

#include <algorithm>

#include "layout/table/columns.h"

namespace lembar::layout {

namespace {

// Words wider than their cell that are broken to reckon it; of more, and of longer ones, their width tells enough.
constexpr int kMostBroken = 100;
constexpr std::size_t kLongWord = 128;  // bytes

// How far the words of each level of items stand to the right: room for the labels of all levels up to it.
class Indents {
 public:
  Indents(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper) {
    std::vector<std::size_t> items;
    for (const model::Block& block : words.blocks) {
      if (block.kind != model::BlockKind::item) continue;
      if (items.size() <= static_cast<std::size_t>(block.level)) items.resize(static_cast<std::size_t>(block.level) + 1);
      ++items[block.level];
    }
    Length at;
    for (const std::size_t count : items) {
      at += shaper.full_width({{std::string(std::to_string(count).size(), '8') + ".", style.font}}) + scaled(style.font.size, 2, 5);
      by_level_.push_back(at);
    }
  }
  Length of(const model::Block& block) const { return block.kind == model::BlockKind::item ? by_level_[block.level] : Length(); }

 private:
  std::vector<Length> by_level_;
};

}  // namespace

CellEstimate::CellEstimate(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, Breaks breaks)
    : shaper_(shaper) {
  const text::FontMetrics metrics = shaper.metrics(style.font);
  line_ = metrics.ascent + metrics.descent + style.extra_leading;
  space_ = shaper.full_width({{"n n", style.font}}) - shaper.full_width({{"nn", style.font}});
  const Indents indents(words, style, shaper);
  for (const model::Block& block : words.blocks) {
    Paragraph paragraph{{}, indents.of(block)};
    for (const text::StyledRun& run : styled_runs(block.runs, style)) {
      bool joined = false;
      for (std::size_t i = 0; i < run.text.size();) {
        std::size_t end = breaks == Breaks::nowhere ? run.text.size() : std::min(run.text.find_first_of(" /-", i), run.text.size());
        const bool space = end < run.text.size() && run.text[end] == ' ';
        if (!space && end < run.text.size()) ++end;
        if (end > i) {
          text::StyledRun word{run.text.substr(i, end - i), run.font};
          const Length width = shaper.full_width({word});
          paragraph.words.push_back({width, joined, std::move(word)});
        }
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
  int broken = 0;
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
      if (at <= room) continue;
      std::int64_t breaks = at / room;
      at = at - room * breaks;
      if (word.run.text.size() <= kLongWord && broken++ < kMostBroken) {
        const std::vector<text::ShapedLine> pieces = shaper_.wrap({word.run}, room, text::Hyphenation::if_needed);
        breaks = static_cast<std::int64_t>(pieces.size()) - 1;
        at = pieces.back().width;
      }
      size.broken += breaks * (breaks + 1) / 2;
      lines += breaks;
    }
  }
  size.height = line_ * lines;
  return size;
}

Length least_words(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, text::Hyphenation how) {
  const Indents indents(words, style, shaper);
  Length least;
  for (const model::Block& block : words.blocks)
    least = max(least, indents.of(block) + shaper.least_width(styled_runs(block.runs, style), how));
  return least;
}

}  // namespace lembar::layout
