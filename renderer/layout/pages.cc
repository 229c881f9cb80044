#include "layout/pages.h"

#include <algorithm>

#include "base/assert.h"
#include "base/letters.h"

namespace lembar::layout {

namespace {

constexpr Length kGapToBody = mm(2);
constexpr std::int64_t kMostLines = 3;
constexpr Length kPaperEdge = mm(3);  // that no printer reaches

class RunningLine {
 public:
  RunningLine(PlacedPage& page, const style::SheetStyle& style, text::Shaper& shaper) : page_(page), style_(style), shaper_(shaper) {}

  // Words at the left and right end of the line. They wrap when both do not fit: the right ones take half of it at most.
  void place(const std::string& left, const std::string& right, bool head) {
    if (left.empty() && right.empty()) return;
    const text::FontSpec font = style_.text(style::TextRole::running).font;
    const Length body_left = page_.margins.left, width = page_.size.w - page_.margins.left - page_.margins.right;
    const text::FontMetrics metrics = shaper_.metrics(font);
    const Length advance = metrics.ascent + metrics.descent;
    // A narrow margin holds fewer lines, close to the page's body; one that holds none has none.
    const Length room = (head ? page_.margins.top : page_.margins.bottom) - kPaperEdge;
    const Length gap = min(kGapToBody, room - advance);
    if (gap < Length()) return;
    most_lines_ = static_cast<std::size_t>(std::clamp<std::int64_t>((room - gap) / advance, 1, kMostLines));
    const std::vector<text::ShapedLine> right_lines = wrapped(right, width / 2);
    Length right_width;
    for (const text::ShapedLine& line : right_lines) right_width = max(right_width, line.width);
    const std::vector<text::ShapedLine> left_lines = wrapped(left, right_lines.empty() ? width : width - right_width - mm(6));
    const Length height = advance * static_cast<std::int64_t>(std::max(left_lines.size(), right_lines.size()));
    const Length top = head ? page_.margins.top - gap - height : page_.size.h - page_.margins.bottom + gap;
    const std::string role = head ? "kepala-halaman" : "kaki-halaman";
    page_.cells.push_back({.id = role, .role = role, .box = {body_left, top, width, height}, .edges = kNoEdge});
    Length y = top;
    for (const text::ShapedLine& line : left_lines) {
      add(line, {body_left, y}, role, font.size);
      y += advance;
    }
    y = top;
    for (const text::ShapedLine& line : right_lines) {
      add(line, {body_left + width - line.width, y}, role, font.size);
      y += advance;
    }
  }

 private:
  std::vector<text::ShapedLine> wrapped(const std::string& words, Length width) {
    if (words.empty()) return {};
    const text::FontSpec font = style_.text(style::TextRole::running).font;
    std::vector<text::ShapedLine> lines = shaper_.wrap({{words, font}}, width, text::Hyphenation::if_needed);
    if (lines.size() <= most_lines_) return lines;
    lines.resize(most_lines_);
    std::string last = lines.back().text;
    do {
      drop_word(last);
      lines.back() = shaper_.line({{last + "\u2026", font}});
    } while (lines.back().width > width && !last.empty());
    return lines;
  }

  // The last word of several, else the last character.
  static void drop_word(std::string& words) {
    const std::size_t space = words.rfind(' ');
    if (space != std::string::npos) return words.resize(space);
    while (words.size() > 1 && continues_character(words.back())) words.pop_back();
    if (!words.empty()) words.pop_back();
  }

  void add(const text::ShapedLine& line, Point at, const std::string& role, Length size) {
    page_.texts.push_back({.owner = OwnerKind::cell, .owner_id = role, .role = role, .line = line,
                           .box = {at.x, at.y, line.width, line.height()}, .size = size});
  }

  PlacedPage& page_;
  const style::SheetStyle& style_;
  text::Shaper& shaper_;
  std::size_t most_lines_ = 1;
};

}  // namespace

std::string filled(std::string words, const RunningWords& values, int page, int pages) {
  auto put = [&](const std::string& key, const std::string& value) {
    for (auto at = words.find(key); at != std::string::npos; at = words.find(key, at + value.size())) words.replace(at, key.size(), value);
  };
  auto or_dash = [](const std::string& s) { return s.empty() ? std::string("-") : s; };
  put("{pages}", std::to_string(pages));
  put("{page}", std::to_string(page));
  put("{revision}", or_dash(values.revision));
  put("{number}", or_dash(values.number));
  put("{unit}", values.unit);
  put("{title}", values.title);
  return words;
}

std::string running_words(const std::string& pattern, const RunningWords& values, int page, int pages) {
  const std::pair<const char*, const std::string*> optional[] = {
      {"{title}", &values.title}, {"{number}", &values.number}, {"{revision}", &values.revision}, {"{unit}", &values.unit}};
  auto says_something = [&](const std::string& piece) {
    if (piece.find("{page}") != std::string::npos || piece.find("{pages}") != std::string::npos) return true;
    bool any = false, valued = false;
    for (const auto& [key, value] : optional) {
      if (piece.find(key) == std::string::npos) continue;
      any = true;
      valued = valued || !value->empty();
    }
    return valued || !any;
  };
  std::string kept, between;
  for (std::size_t at = 0; at <= pattern.size();) {
    std::size_t end = pattern.size(), next = end + 1;
    std::string separator;
    for (const char* one : {" \u00b7 ", " | "}) {
      const std::size_t found = pattern.find(one, at);
      if (found >= end) continue;
      end = found;
      separator = one;
      next = end + separator.size();
    }
    if (const std::string piece = pattern.substr(at, end - at); says_something(piece)) {
      kept += (kept.empty() ? "" : between) + piece;
      between = separator;
    }
    at = next;
  }
  return filled(kept, values, page, pages);
}

void PageFiller::start_page(const style::SheetStyle& style, style::Part part, std::string role, std::string sop) {
  PlacedPage page;
  page.number = static_cast<int>(sheet_.pages.size()) + 1;
  page.size = style.page_size(part);
  page.margins = style.part(part).margins;
  page.role = std::move(role);
  page.sop = std::move(sop);
  sheet_.pages.push_back(std::move(page));
  y_ = body().top();
}

Rect PageFiller::body() const {
  LEMBAR_ASSERT(!sheet_.pages.empty(), "a page was started");
  const PlacedPage& page = sheet_.pages.back();
  return Rect::from_edges(page.margins.left, page.margins.top, page.size.w - page.margins.right, page.size.h - page.margins.bottom);
}

void place_running_lines(PlacedSheet& sheet, int first, int last, const style::SheetStyle& style, const RunningWords& words,
                         text::Shaper& shaper) {
  const int pages = static_cast<int>(sheet.pages.size());
  bool opening = true;
  for (int p = first; p <= last; ++p) {
    PlacedPage& page = sheet.pages[p];
    if (page.role == "sampul") continue;
    RunningLine line(page, style, shaper);
    const style::RunningStyle& s = style.running;
    if (!opening || s.on_first_page)
      line.place(running_words(s.head_left, words, page.number, pages), running_words(s.head_right, words, page.number, pages), true);
    line.place(running_words(s.foot_left, words, page.number, pages), running_words(s.foot_right, words, page.number, pages), false);
    opening = false;
  }
}

}  // namespace lembar::layout
