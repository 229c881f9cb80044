// The meaning of the symbols, as PermenPAN-RB 35/2012 lists them: each drawn, named and explained.
//
// The drawings are plain rules, not placed symbols: nothing flows through them, and no step of the sheet owns them.
#include <array>

#include "layout/front/block_builder.h"
#include "layout/front/contents.h"

namespace lembar::layout {

namespace {

constexpr Length kDrawingRoom = mm(30), kNameRoom = mm(42), kRowHeight = mm(13), kGap = mm(6);

struct Meaning {
  const char* key;
  const char* words;  // "name: meaning", where the template says nothing
};
constexpr Meaning kMeanings[] = {
    {"arti-kapsul", "Kapsul: memulai atau mengakhiri kegiatan"},
    {"arti-kotak", "Kotak: melaksanakan kegiatan"},
    {"arti-belah-ketupat", "Belah ketupat: mengambil keputusan"},
    {"arti-anak-panah", "Anak panah: arah kegiatan"},
    {"arti-segilima", "Segilima: sambungan ke halaman lain"},
};

using Outline = std::vector<Point>;

// A quarter of a circle in six pieces, in 1/1024 of the radius.
constexpr std::array<int, 7> kCosine = {1024, 989, 887, 724, 512, 265, 0};

Outline capsule(const Rect& box) {
  const Length r = half(box.h);
  Outline out;
  auto arc = [&](Length cx, int sx) {
    for (int i = 0; i <= 12; ++i) {  // from top to bottom on the right, from bottom to top on the left
      const int turn = i <= 6 ? i : 12 - i;
      const Length dx = scaled(r, kCosine[static_cast<std::size_t>(6 - turn)], 1024), dy = scaled(r, kCosine[static_cast<std::size_t>(turn)], 1024);
      const int up = (i <= 6 ? -1 : 1) * sx;
      out.push_back({cx + dx * sx, box.center().y + dy * up});
    }
  };
  arc(box.right() - r, 1);
  arc(box.x + r, -1);
  out.push_back(out.front());
  return out;
}

Outline closed(Outline points) {
  points.push_back(points.front());
  return points;
}

constexpr int kArrow = 3;  // which of them is a line with a head

Outline drawing(int which, const Rect& box) {
  const Point c = box.center();
  switch (which) {
    case 0: return capsule(box);
    case 1: return closed({{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}});
    case 2: return closed({{c.x, box.y}, {box.right(), c.y}, {c.x, box.bottom()}, {box.x, c.y}});
    case kArrow: return {{box.x, c.y}, {box.right(), c.y}};
    default: {
      const Length w = scaled(box.h, 5, 6), shoulder = box.y + scaled(box.h, 68, 100);
      const Length left = c.x - half(w), right = left + w;
      return closed({{left, box.y}, {right, box.y}, {right, shoulder}, {c.x, box.bottom()}, {left, shoulder}});
    }
  }
}

std::pair<std::string, std::string> name_and_meaning(const FrontInput& in, const Meaning& meaning) {
  const auto it = in.style.labels.find(meaning.key);
  const std::string words = it == in.style.labels.end() ? meaning.words : it->second;
  const auto colon = words.find(": ");
  if (colon == std::string::npos) return {words, ""};
  return {words.substr(0, colon), words.substr(colon + 2)};
}

}  // namespace

void place_symbol_legend(const FrontInput& in, PageFiller& pages) {
  const TextBlock title = block_of(in, rich(in.style.legend_title), style::TextRole::table_title,
                                   in.style.page_size(style::Part::identity).w / 2);
  const Length all = title.height + mm(3) + kRowHeight * std::size(kMeanings);
  const bool joins = pages.has_page() && pages.page().role == "daftar-isi" && all + kGap <= pages.free();
  if (joins) pages.advance(kGap);
  if (!joins) pages.start_page(in.style, style::Part::identity, "daftar-isi", "");
  const Length width = pages.body().w;
  add_block(pages.page(), block_of(in, rich(in.style.legend_title), style::TextRole::table_title, width), {pages.body().x, pages.y()}, "",
            PlacedText::Part::heading1);
  pages.advance(title.height + mm(3));
  for (int i = 0; i < static_cast<int>(std::size(kMeanings)); ++i) {
    const auto [name, meaning] = name_and_meaning(in, kMeanings[i]);
    const Length rest = width - kDrawingRoom - kNameRoom, pad = in.style.cell_padding_x + mm(0.6);
    const TextBlock names = block_of(in, rich(name), style::TextRole::box_text, kNameRoom - pad * 2);
    const TextBlock meanings = block_of(in, rich(meaning), style::TextRole::box_text, rest - pad * 2);
    const Length height = max(kRowHeight, max(names.height, meanings.height) + in.style.cell_padding_y * 2);
    if (height > pages.free() && !pages.at_top()) pages.start_page(in.style, style::Part::identity, "daftar-isi", "");
    PlacedPage& page = pages.page();
    const Point at{pages.body().x, pages.y()};
    add_cell(page, "arti-simbol", {at.x, at.y, kDrawingRoom, height});
    page.cells.back().grid = "arti-simbol";
    const Rect box{at.x + half(kDrawingRoom - mm(18)), at.y + half(height - mm(8)), mm(18), mm(8)};
    const Outline outline = drawing(i, box);
    for (std::size_t p = 1; p < outline.size(); ++p) page.rules.push_back({outline[p - 1], outline[p], in.style.strokes.symbol, i == kArrow});
    Length x = at.x + kDrawingRoom;
    for (const auto& [words, room] : {std::pair{&names, kNameRoom}, std::pair{&meanings, rest}}) {
      const std::string cell = add_cell(page, "arti-simbol", {x, at.y, room, height});
      page.cells.back().grid = "arti-simbol";
      page.cells.back().part = words == &names ? PlacedCell::Part::row_head : PlacedCell::Part::data;
      add_block(page, *words, {x + pad, at.y + half(height - words->height)}, cell);
      x += room;
    }
    pages.advance(height);
  }
}

}  // namespace lembar::layout
