#include "layout/review_copy.h"

#include <algorithm>
#include <map>
#include <optional>

#include "layout/front/block_builder.h"
#include "layout/front/tte_statement.h"
#include "layout/table/columns.h"

namespace lembar::layout {

namespace {

constexpr Length kAway = mm(2.2);       // from the sheet's edge to the bar
constexpr Length kLeastMargin = mm(2);  // a bar stays on the paper
constexpr Length kWeight = pt(1.5);
constexpr Length kStroke = mm(3);       // where something is gone
constexpr std::size_t kShortLine = 8;   // a line of fewer bytes is found in too many texts

using Stretch = std::pair<Length, Length>;  // from, to

struct Sides {
  std::vector<Stretch> left, right;
  std::vector<Length> gone_left, gone_right;
};

class Bars {
 public:
  explicit Bars(PlacedPage& page) : page_(page) {
    left_ = page.size.w;
    for (const PlacedCell& cell : page.cells) {
      if (cell.role == "kepala-halaman" || cell.role == "kaki-halaman") continue;
      left_ = min(left_, cell.box.left());
      right_ = max(right_, cell.box.right());
    }
  }

  // Whether the place shows on this page.
  bool add(const ChangedPlace& place) {
    if (place.sop != page_.sop) return false;
    if (place.cells.empty()) return add_texts(place);
    Length top = page_.size.h, bottom;
    for (const PlacedCell& cell : page_.cells) {
      if (cell.id.compare(0, place.cells.size(), place.cells) != 0 || (!place.role.empty() && cell.role != place.role)) continue;
      top = min(top, cell.box.top());
      bottom = max(bottom, cell.box.bottom());
    }
    if (bottom <= top) return false;
    if (place.gone == ChangedPlace::Gone::no) sides_.left.push_back({top, bottom});
    else sides_.gone_left.push_back(place.gone == ChangedPlace::Gone::above ? top : bottom);
    return true;
  }

  void draw() {
    const Length left = max(kLeastMargin, left_ - kAway), right = min(page_.size.w - kLeastMargin, right_ + kAway);
    for (const auto& [from, to] : merged(sides_.left)) page_.rules.push_back({{left, from}, {left, to}, kWeight});
    for (const auto& [from, to] : merged(sides_.right)) page_.rules.push_back({{right, from}, {right, to}, kWeight});
    for (const Length y : once(sides_.gone_left)) stroke(left, y);
    for (const Length y : once(sides_.gone_right)) stroke(right, y);
  }

 private:
  void stroke(Length x, Length y) {
    const Length from = min(max(Length(), x - half(kStroke)), page_.size.w - kStroke);
    page_.rules.push_back({{from, y}, {from + kStroke, y}, kWeight});
  }
  static std::vector<Length> once(std::vector<Length> all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  static std::vector<Stretch> merged(std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end());
    std::vector<Stretch> out;
    for (const Stretch& s : stretches) {
      if (!out.empty() && s.first <= out.back().second) out.back().second = max(out.back().second, s.second);
      else out.push_back(s);
    }
    return out;
  }

  bool is_left(const Rect& box) const { return box.center().x < half(left_ + right_); }
  std::vector<Stretch>& side_of(const Rect& box) { return is_left(box) ? sides_.left : sides_.right; }

  static bool says(const std::string& line, const std::string& words) {
    if (words.empty() || line.empty()) return false;
    return line == words || line.find(words) != std::string::npos || (line.size() >= kShortLine && words.find(line) != std::string::npos);
  }

  bool add_texts(const ChangedPlace& place) {
    std::map<std::string, const PlacedCell*> cells;
    for (const PlacedCell& cell : page_.cells)
      if (cell.role == place.role) cells.emplace(cell.id, &cell);
    if (cells.empty()) return false;
    bool found = false;
    std::optional<Length> left_gone, right_gone;
    for (const PlacedText& text : page_.texts) {
      const auto cell = text.owner == OwnerKind::cell ? cells.find(text.owner_id) : cells.end();
      if (cell == cells.end() || text.part == PlacedText::Part::list_label) continue;
      std::string line = text.line.text;
      if (text.line.hyphenated && !line.empty()) line.pop_back();
      if (!says(line, place.words)) continue;
      if (place.gone == ChangedPlace::Gone::above && found) break;
      if (place.gone == ChangedPlace::Gone::no) side_of(cell->second->box).push_back({text.box.top(), text.box.bottom()});
      else (is_left(cell->second->box) ? left_gone : right_gone) = place.gone == ChangedPlace::Gone::above ? text.box.top() : text.box.bottom();
      found = true;
    }
    if (left_gone) sides_.gone_left.push_back(*left_gone);
    if (right_gone) sides_.gone_right.push_back(*right_gone);
    if (found || place.words.empty())
      for (const auto& [id, cell] : cells)
        if (!found) side_of(cell->box).push_back({cell->box.top(), cell->box.bottom()});
    return found || place.words.empty();
  }

  PlacedPage& page_;
  Length left_, right_;
  Sides sides_;
};

void draw_bars(PlacedSheet& sheet, const std::vector<ChangedPlace>& places) {
  std::vector<bool> shown(places.size(), false);
  for (PlacedPage& page : sheet.pages) {
    Bars bars(page);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool once = places[i].first_page_only || places[i].gone != ChangedPlace::Gone::no;
      if (once && shown[i]) continue;
      shown[i] = bars.add(places[i]) || shown[i];
    }
    bars.draw();
  }
}

// Below all else on the page, or above it where there is no room below.
void place_note(const FrontInput& in, PlacedPage& page, const std::string& words) {
  const text::FontSpec font = in.style.text(style::TextRole::running).font;
  const text::ShapedLine line = in.shaper.line({{words, font}});
  Length top = page.size.h, bottom;
  for (const PlacedText& text : page.texts) {
    if (text.stamp) continue;
    top = min(top, text.box.top());
    bottom = max(bottom, text.box.bottom());
  }
  for (const PlacedCell& cell : page.cells) {
    top = min(top, cell.box.top());
    bottom = max(bottom, cell.box.bottom());
  }
  Length y = max(bottom + mm(1), page.size.h - mm(8));
  if (y + line.height() > page.size.h - mm(3)) y = top - mm(1) - line.height();
  if (y < mm(3)) return;
  const Rect box{half(page.size.w - line.width), y, line.width, line.height()};
  page.cells.push_back({.id = "salinan-telaah", .role = "kaki-halaman", .box = box, .edges = kNoEdge});
  page.texts.push_back({.owner = OwnerKind::cell, .owner_id = "salinan-telaah", .role = "kaki-halaman", .line = line, .box = box, .size = font.size});
}

// The older sheet was never drawn here: what no font has of it is shown as a question mark.
model::RichText drawable(const FrontInput& in, model::RichText text) {
  for (model::Block& block : text.blocks) {
    for (const std::string& missing : in.shaper.missing_characters(styled_runs(block.runs, in.style.text(style::TextRole::cell)))) {
      if (missing.empty()) continue;
      for (model::TextRun& run : block.runs)
        for (std::size_t at = run.text.find(missing); at != std::string::npos; at = run.text.find(missing, at + 1)) run.text.replace(at, missing.size(), "?");
    }
  }
  return text;
}

class ChangeList {
 public:
  ChangeList(const FrontInput& in, const ReviewCopy& copy) : in_(in), copy_(copy), pages_(in.sheet) {}

  void place() {
    start_page();
    const TextBlock title = block_of(in_, rich(copy_.title), style::TextRole::table_title, pages_.body().w);
    add_block(pages_.page(), title, {pages_.body().x, pages_.y()}, "", PlacedText::Part::heading1);
    pages_.advance(title.height + mm(3));
    heads();
    int number = 0;
    for (const ListedChange& change : copy_.list)
      row({rich(std::to_string(++number)), drawable(in_, change.place), drawable(in_, change.before), change.after}, style::TextRole::cell, /*head=*/false);
  }

 private:
  static constexpr const char* kRole = "daftar-perubahan";
  static constexpr int kShares[] = {5, 23, 36, 36};

  void start_page() { pages_.start_page(in_.style, style::Part::flow, kRole, in_.sop); }

  void heads() {
    std::vector<model::RichText> words;
    for (const std::string& head : copy_.heads) words.push_back(rich(head));
    row(words, style::TextRole::column_head, /*head=*/true);
  }

  void row(const std::vector<model::RichText>& words, style::TextRole role, bool head) {
    const Length pad_x = in_.style.cell_padding_x, pad_y = in_.style.cell_padding_y;
    std::vector<TextBlock> blocks;
    Length height;
    for (std::size_t c = 0; c < words.size() && c < std::size(kShares); ++c) {
      blocks.push_back(block_of(in_, words[c], role, scaled(pages_.body().w, kShares[c], 100) - pad_x * 2));
      height = max(height, blocks.back().height + pad_y * 2);
    }
    if (height > pages_.free()) {
      start_page();
      if (!head) heads();
    }
    Length x = pages_.body().x;
    for (std::size_t c = 0; c < blocks.size(); ++c) {
      const Length right = c + 1 == blocks.size() ? pages_.body().right() : x + scaled(pages_.body().w, kShares[c], 100);
      PlacedPage& page = pages_.page();
      const std::string cell = add_cell(page, kRole, Rect::from_edges(x, pages_.y(), right, pages_.y() + height));
      page.cells.back().part = head ? PlacedCell::Part::column_head : PlacedCell::Part::data;
      page.cells.back().grid = kRole;
      add_block(page, blocks[c], {x + pad_x, pages_.y() + pad_y}, cell);
      x = right;
    }
    pages_.advance(height);
  }

  const FrontInput& in_;
  const ReviewCopy& copy_;
  PageFiller pages_;
};

// Nobody signs a review copy, and it does not say that somebody did.
void take_away_signing(PlacedPage& page) {
  const auto stands_in = [](const Rect& box, Point p) { return p.x >= box.left() && p.x <= box.right() && p.y >= box.top() && p.y <= box.bottom(); };
  std::erase_if(page.texts, [&](const PlacedText& text) {
    if (text.owner_id == kTteStatementCell) return true;
    return std::any_of(page.signatures.begin(), page.signatures.end(), [&](const SignaturePlace& place) {
      return !place.anchor.empty() && text.line.text == place.anchor && stands_in(place.box, text.box.center());
    });
  });
  std::erase_if(page.cells, [](const PlacedCell& cell) { return cell.id == kTteStatementCell; });
  page.qr_codes.clear();
  page.signatures.clear();
}

}  // namespace

void make_review_copy(const FrontInput& input, const ReviewCopy& copy) {
  for (PlacedPage& page : input.sheet.pages) take_away_signing(page);
  draw_bars(input.sheet, copy.places);
  if (!copy.list.empty()) ChangeList(input, copy).place();
  for (PlacedPage& page : input.sheet.pages) place_note(input, page, copy.note);
}

}  // namespace lembar::layout
