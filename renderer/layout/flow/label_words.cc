#include "layout/flow/label_words.h"

#include <algorithm>

namespace lembar::layout {

namespace {

constexpr int kMostLines = 4;
constexpr std::size_t kLongWord = 10;  // letters; shorter ones are never parted
constexpr Length kHair = mm(0.8), kLeastReadable = pt(6);

std::vector<std::string> words_of(const std::string& label) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = label.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    words.push_back(label.substr(at, end - at));
    at = end;
  }
  return words;
}

LabelWords on_lines(const std::string& label, int lines, const text::FontSpec& font, text::Shaper& shaper) {
  const std::vector<std::string> words = words_of(label);
  const std::size_t count = words.size();
  lines = std::min(lines, static_cast<int>(count));
  if (lines <= 1) return {{shaper.line({{label, font}})}};
  // best[k][i]: the narrowest way to set the words from i on k lines more; its first line ends before `end`.
  struct Way {
    Length width;
    std::size_t end = 0;
    text::ShapedLine line;
  };
  std::vector<std::vector<std::optional<Way>>> best(lines + 1, std::vector<std::optional<Way>>(count + 1));
  best[0][count] = Way{};
  for (std::size_t i = count; i-- > 0;) {
    std::string words_so_far;
    for (std::size_t end = i + 1; end <= count; ++end) {
      words_so_far += (end > i + 1 ? " " : "") + words[end - 1];
      const text::ShapedLine line = shaper.line({{words_so_far, font}});
      for (int k = 1; k <= lines; ++k) {
        if (!best[k - 1][end]) continue;
        const Length width = max(line.width, best[k - 1][end]->width);
        if (!best[k][i] || width < best[k][i]->width) best[k][i] = Way{width, end, line};
      }
    }
  }
  LabelWords out;
  std::size_t at = 0;
  for (int k = lines; k > 0; --k) {
    out.lines.push_back(best[k][at]->line);
    at = best[k][at]->end;
  }
  return out;
}

// Words on ever more lines are no label beside a line but a column of their own: half of what they measure at the least
// readable size, and a little, is the least that they get.
Length least_width(const std::string& label, text::FontSpec font, text::Shaper& shaper) {
  font.size = kLeastReadable;
  return scaled(shaper.line({{label, font}}).width, 55, 100);
}

// Two thirds as wide as the narrowest form of whole words, if syllables allow it.
LabelWords parted_words(const std::string& label, const text::FontSpec& font, text::Shaper& shaper) {
  const std::vector<text::StyledRun> runs{{label, font}};
  const Length whole = on_lines(label, kMostLines, font, shaper).size().w;
  const Length width = max(shaper.least_width(runs, text::Hyphenation::if_needed), scaled(whole, 2, 3));
  return {shaper.wrap(runs, width, text::Hyphenation::if_needed)};
}

}  // namespace

Size LabelWords::size() const {
  Size size{Length(), Length()};
  for (const text::ShapedLine& line : lines) size = {max(size.w, line.width), size.h + line.height()};
  return size;
}

LabelWords label_words(const std::string& label, const LabelForm& form, const style::SheetStyle& style, text::Shaper& shaper) {
  const text::FontSpec& font = style.text(style::TextRole::connector_label).font;
  return form.parted ? parted_words(label, font, shaper) : on_lines(label, form.lines, font, shaper);
}

std::optional<LabelForm> narrower_form(const std::string& label, const LabelForm& form, const style::SheetStyle& style, text::Shaper& shaper) {
  if (form.parted) return std::nullopt;
  const Length width = label_words(label, form, style, shaper).size().w;
  const int most = std::min(kMostLines, static_cast<int>(words_of(label).size()));
  const Length least = least_width(label, style.text(style::TextRole::connector_label).font, shaper);
  const auto narrower = [&](const LabelForm& next) {
    const Length w = label_words(label, next, style, shaper).size().w;
    return w + kHair < width && w >= least;
  };
  for (LabelForm next{form.lines + 1}; next.lines <= most; ++next.lines)
    if (narrower(next)) return next;
  const std::vector<std::string> words = words_of(label);
  const bool long_word = std::any_of(words.begin(), words.end(), [](const std::string& word) { return word.size() >= kLongWord; });
  const LabelForm parted{.parted = true};
  return long_word && narrower(parted) ? std::optional(parted) : std::nullopt;
}

}  // namespace lembar::layout
