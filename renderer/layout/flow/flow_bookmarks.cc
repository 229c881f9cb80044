#include "layout/flow/flow_bookmarks.h"

namespace lembar::layout {

namespace {

constexpr std::size_t kMostBytes = 120;  // a bookmark is read at a glance

// Cut at a space, so that no character is.
std::string cut(std::string words) {
  if (words.size() <= kMostBytes) return words;
  const std::size_t space = words.rfind(' ', kMostBytes);
  if (space == std::string::npos || space == 0) return words;
  return words.substr(0, space) + " \xE2\x80\xA6";
}

std::string words_of(const model::Step& step) {
  for (const model::Cell& cell : step.cells) {
    if (cell.column == "uraian") return model::plain_text(cell.text);
  }
  return {};
}

}  // namespace

FlowBookmarks::FlowBookmarks(const model::CheckedTable& table, int level) : table_(table), level_(level) {}

void FlowBookmarks::add(const PlacedPage& page, std::size_t first, std::vector<Bookmark>& bookmarks) {
  const auto& rows = table_.table->rows;
  for (std::size_t i = first; i < page.rows.size() && next_ < rows.size(); ++i) {
    const PlacedRow& placed = page.rows[i];
    if (!placed.role.empty() && placed.role != "bagian") continue;  // pentagons, sums
    // Rows of the source without a place of their own, as sums are, have no bookmark.
    while (next_ < rows.size() && std::holds_alternative<model::TotalRow>(rows[next_])) ++next_;
    if (next_ == rows.size()) return;
    if (const auto* section = std::get_if<model::SectionRow>(&rows[next_])) {
      if (placed.role != "bagian") continue;  // the rest of a row that was cut
      bookmarks.push_back({level_, cut(model::plain_text(section->text)), page.number, placed.y});
      in_section_ = true;
    } else {
      const auto& step = std::get<model::Step>(rows[next_]);
      if (placed.step != step.id) continue;
      const std::string& number = table_.numbers[next_];
      const std::string words = words_of(step);
      bookmarks.push_back({level_ + (in_section_ ? 1 : 0), cut(number + (number.empty() || words.empty() ? "" : ". ") + words), page.number, placed.y});
    }
    ++next_;
  }
}

}  // namespace lembar::layout
