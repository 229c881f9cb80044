#include "layout/flow_part.h"

#include <algorithm>

#include "base/assert.h"
#include "base/findings.h"
#include "layout/flow/flow_bookmarks.h"
#include "layout/flow/row_words.h"
#include "layout/front/pieces.h"

namespace lembar::layout {

namespace {

constexpr Length kGapBelowTitle = mm(2);
constexpr Length kGapBetweenTables = mm(6);
constexpr Length kLargestPaper = mm(2000);  // that kertas="…" takes
constexpr Length kGapAboveNotes = mm(1.2);

// Sizes at which a table that is too tight is tried again, in per cent of the template's, and what its height is
// multiplied with at each, in per mille: a table needs room as the square of its text, and a little more keeps the
// text large where nothing else speaks for small.
struct TextScale {
  int percent;
  std::int64_t weight;
};
constexpr TextScale kTextScales[] = {{100, 1000}, {95, 1143}, {90, 1315}, {85, 1526}, {80, 1786}, {76, 2041}, {72, 2349}};

// A longer table is not laid out again only for what follows its last row.
constexpr std::size_t kMostRowsToRetry = 100;

style::SheetStyle with_text_scaled(const style::SheetStyle& style, int percent) {
  style::SheetStyle scaled_style = style;
  using style::TextRole;
  for (const TextRole role : {TextRole::cell, TextRole::cell_centered, TextRole::column_head, TextRole::column_number, TextRole::section,
                              TextRole::symbol, TextRole::connector_label}) {
    Length& size = scaled_style.texts[static_cast<std::size_t>(role)].font.size;
    size = max(style.least_text, scaled(size, percent, 100));
  }
  return scaled_style;
}

// A little less room above and below words and symbols, so little that no reader sees it.
style::SheetStyle tightened(style::SheetStyle style) {
  style.cell_padding_y = scaled(style.cell_padding_y, 2, 3);
  style.symbols.cell_gap = scaled(style.symbols.cell_gap, 4, 5);
  return style;
}

std::string millimetres(Length l) { return std::to_string(static_cast<long>(to_mm(l) + 0.999)); }

// The smallest paper on which a table of this width stands, by name; empty where none is that large.
std::string paper_for(Length width, const style::SheetStyle& style) {
  struct Paper {
    const char* name;
    Length short_side, long_side;
  };
  const Paper papers[] = {{"A4", mm(210), mm(297)}, {"F4", mm(215), mm(330)}, {"legal", mm(216), mm(356)}, {"A3", mm(297), mm(420)}};
  const style::PagePart& part = style.part(style::Part::flow);
  for (const Paper& paper : papers)
    if ((part.landscape ? paper.long_side : paper.short_side) - part.margins.left - part.margins.right >= width) return paper.name;
  const Length need = width + part.margins.left + part.margins.right;
  if (need > kLargestPaper || (!part.landscape && scaled(need, 14, 10) > kLargestPaper)) return {};
  return millimetres(part.landscape ? scaled(need, 10, 14) : need) + "x" + millimetres(part.landscape ? need : scaled(need, 14, 10)) + "mm";
}

class FlowPartPlacer {
 public:
  FlowPartPlacer(const FlowPartInput& in, PlacedSheet& sheet, PageFiller& pages) : in_(in), sheet_(sheet), pages_(pages) {}

  FlowPartResult run() {
    measure_closing_tables();
    for (std::size_t t = 0; t < in_.procedure.tables.size(); ++t) place_table(static_cast<int>(t));
    return std::move(out_);
  }

 private:
  Length part_width() const {
    const style::PagePart& part = in_.style.part(style::Part::flow);
    return in_.style.page_size(style::Part::flow).w - part.margins.left - part.margins.right;
  }
  Length part_height() const {
    const style::PagePart& part = in_.style.part(style::Part::flow);
    return in_.style.page_size(style::Part::flow).h - part.margins.top - part.margins.bottom;
  }
  void start_page() { pages_.start_page(in_.style, style::Part::flow, "alur", in_.sop); }

  TextBlock lay_out(const model::RichText& words, style::TextRole role) {
    const style::TextStyle& text = in_.style.text(role);
    return lay_out_rich_text(in_.shaper, words, text, text, model::ListMarker::none, part_width());
  }

  struct Room {
    Length free, title, tail, tight_tail;
    bool whole = false;  // nothing but a table that stands whole in what is free is wanted
  };

  // What stands above and below the rows of a table.
  struct Surroundings {
    std::vector<TextBlock> titles, notes;
    Length title_height, notes_height;
  };

  Surroundings surroundings_of(const model::FlowTable& table) {
    Surroundings s;
    if (in_.style.table.print_title)
      for (const model::RichText& title : table.titles) s.titles.push_back(lay_out(title, style::TextRole::table_title));
    for (const TextBlock& title : s.titles) s.title_height += title.height;
    if (!s.titles.empty()) s.title_height += kGapBelowTitle;
    for (const model::RichText& note : table.notes) s.notes.push_back(lay_out(note, style::TextRole::note));
    for (const TextBlock& note : s.notes) s.notes_height += note.height + kGapAboveNotes;
    return s;
  }

  // The heights of the tables without rows that end the part, each with all below it.
  void measure_closing_tables() {
    const auto& tables = in_.procedure.tables;
    closing_heights_.assign(1, Length());
    for (std::size_t t = tables.size(); t-- > 0 && tables[t].table->rows.empty();) {
      const Surroundings s = surroundings_of(*tables[t].table);
      closing_heights_.push_back(closing_heights_.back() + kGapBetweenTables + s.title_height + s.notes_height);
    }
  }

  // What must follow a table on its page, notes of its own apart: the signers, where no table with rows comes between,
  // and the tables without rows before them.
  Length height_after(int index, Length closing) const {
    const std::size_t below = in_.procedure.tables.size() - 1 - static_cast<std::size_t>(index);
    return below < closing_heights_.size() ? closing + closing_heights_[below] : Length();
  }

  void place_table(int index) {
    const model::CheckedTable& checked = in_.procedure.tables[index];
    const auto [titles, notes, titles_height, notes_height] = surroundings_of(*checked.table);
    Length title_height = titles_height;
    Length gap = index > 0 ? kGapBetweenTables : in_.may_join_page ? mm(4) : Length();
    bool on_flow_page = index > 0 || in_.may_join_page;
    const bool title_first = title_height > half(part_height());  // one that leaves its table little room
    if (title_first) {
      start_page();
      place_titles(titles, index);
      title_height = gap = Length();
      on_flow_page = true;
    }
    const Length free = on_flow_page && pages_.has_page() ? pages_.free() - gap : Length();
    const Length tail = notes_height + height_after(index, in_.closing);
    const Length tight = notes_height + height_after(index, in_.closing_tight);
    // Only a table that fits whole joins an identity of some size on its page.
    const bool whole = index == 0 && in_.may_join_page && !in_.may_break_there;
    std::optional<TableLayout> layout = lay_out_at_some_size(checked, index, {free, title_height, tail, tight, whole});
    const bool parted = !layout && !has_error(out_.diagnostics);
    if (parted) layout = lay_out_at_some_size(checked, index, {Length(), title_height, tail, tight});
    if (!layout) return;
    if (parted) {
      start_page();
    } else if (free <= Length() || layout->starts_on_fresh_page) {
      start_page();
    } else {
      pages_.advance(gap);
    }
    place_pages(*layout, index, titles, title_first);
    // Notes go with the signers to the next page, unless that is too low for both.
    if (!layout->tail_fits && (tail <= part_height() || notes_height > pages_.free())) start_page();
    for (const TextBlock& note : notes) place_note(note);
  }

  TableLayoutInput table_input(const model::CheckedTable& checked, int index, const Room& room, const style::SheetStyle& style, bool tight = false) const {
    return {checked, style, in_.shaper, "t" + std::to_string(index + 1), part_width(), room.free, part_height(), room.title,
            tight ? room.tight_tail : room.tail, static_cast<int>(sheet_.pages.size())};
  }

  // The text size with which to begin: the template's, but where words would be broken or symbols squeezed the one
  // that makes the table best for its size.
  std::size_t best_scale(const model::CheckedTable& checked, int index, const Room& room) {
    std::size_t best = 0;
    Length least;
    for (std::size_t i = 0; i < std::size(kTextScales); ++i) {
      style_ = with_text_scaled(in_.style, kTextScales[i].percent);
      const ColumnWidths widths = first_column_widths(table_input(checked, index, room, style_));
      if (!widths.fits) continue;
      if (i == 0 && !widths.squeezed) return 0;
      const Length price = scaled(widths.price, kTextScales[i].weight, 1000);
      if (least == Length() || price < least) {
        least = price;
        best = i;
      }
    }
    return best;
  }

  static bool stands_whole(const TableLayout& layout) { return layout.pages.size() <= 1 && layout.tail_fits && !layout.starts_on_fresh_page; }

  // Nothing where an error was told, or where the table would not stand whole as the room wants it.
  std::optional<TableLayout> lay_out_at_some_size(const model::CheckedTable& checked, int index, const Room& room) {
    out_.tight = false;
    if (checked.table->rows.empty()) return TableLayout{};  // of which only titles and notes are seen
    TableFailure failure;
    std::optional<TableLayout> without_tail;
    style::SheetStyle style_without_tail;
    for (std::size_t i = best_scale(checked, index, room); i < std::size(kTextScales); ++i) {
      style_ = with_text_scaled(in_.style, kTextScales[i].percent);
      TableResult result = lay_out_at_this_size(checked, index, room, without_tail.has_value());
      if (result.layout && result.layout->tail_fits) return room.whole && !stands_whole(*result.layout) ? std::nullopt : std::move(result.layout);
      // Smaller text may yet bring the last row to the page of what must follow it.
      if (result.layout && !without_tail) {
        without_tail = std::move(result.layout);
        style_without_tail = style_;
      }
      if (without_tail && checked.table->rows.size() > kMostRowsToRetry) break;
      failure = result.failure;
    }
    if (without_tail) {
      style_ = style_without_tail;
      return room.whole ? std::nullopt : std::move(without_tail);
    }
    tell(failure, checked);
    return std::nullopt;
  }

  // As soon as its pages are settled it is known which of several layouts will be taken: time goes into the looks of that
  // one alone. `has_other`: a layout whose tail does not fit is at hand.
  TableResult lay_out_at_this_size(const model::CheckedTable& checked, int index, const Room& room, bool has_other) {
    const bool try_tighter_tail = !out_.tight && room.tight_tail < room.tail;
    bool tail_fits = true;
    std::optional<TableLayout> tighter;
    TableResult result = lay_out_table(table_input(checked, index, room, style_, out_.tight), [&](const TableLayout& settled) {
      tail_fits = settled.tail_fits;
      if (!tail_fits && try_tighter_tail) return Wanted::no;
      if (may_save_page(settled, room)) tighter = lay_out_tighter(settled, checked, index, room);
      if (tighter || (!tail_fits && has_other)) return Wanted::no;
      return room.whole && !stands_whole(settled) ? Wanted::as_it_is : Wanted::improved;
    });
    if (tighter) {
      style_ = tightened(style_);
      out_.tight = true;
      return {std::move(tighter), {}};
    }
    if (tail_fits || !try_tighter_tail) return result;
    out_.tight = true;
    return lay_out_at_this_size(checked, index, room, has_other);
  }

  // Do a few rows, or what must follow the last one, take a page that a tighter setting would spare? By the heights alone:
  // bands and breaks will have their say.
  bool may_save_page(const TableLayout& layout, const Room& room) const {
    const auto pages = static_cast<std::int64_t>(layout.pages.size()) + (layout.tail_fits ? 0 : 1) - 1;
    const auto rows = static_cast<std::int64_t>(layout.units.size());
    if (pages < 1 || layout.units.size() > kMostRowsToRetry) return false;
    const Length heads = layout.measured.head_height();
    const bool fresh = room.free <= Length() || layout.starts_on_fresh_page;
    Length excess = room.tight_tail - (fresh ? part_height() : room.free) - (part_height() - heads) * (pages - 1) + heads + room.title;
    for (const Unit& unit : layout.units) excess += unit.height;
    const style::SheetStyle tighter = tightened(style_);
    const Length saved = max(style_.cell_padding_y - tighter.cell_padding_y, style_.symbols.cell_gap - tighter.symbols.cell_gap) * 2;
    return excess <= saved * rows;
  }

  std::optional<TableLayout> lay_out_tighter(const TableLayout& given, const model::CheckedTable& checked, int index, const Room& room) {
    const style::SheetStyle tight = tightened(style_);
    const std::size_t pages = given.pages.size() + (given.tail_fits ? 0 : 1);
    return lay_out_table(table_input(checked, index, room, tight, true), [&](const TableLayout& settled) {
      return settled.tail_fits && settled.pages.size() < pages && (!room.whole || stands_whole(settled)) ? Wanted::improved : Wanted::no;
    }).layout;
  }

  void tell(const TableFailure& failure, const model::CheckedTable& checked) {
    Diagnostic d;
    if (failure.kind == TableFailure::Kind::too_wide) {
      const std::string lanes = std::to_string(checked.lanes->actors().size());
      const std::string paper = paper_for(failure.needed, in_.style);
      d.code = "table-too-wide";
      d.where = in_.files.place(checked.lanes->where.line > 0 ? checked.lanes->where : checked.table->where);
      d.message = {"Tabel dengan " + lanes + " lajur perlu lebar " + millimetres(failure.needed) + " mm, kertas memberi " + millimetres(part_width()) + " mm.",
                   "A table of " + lanes + " lanes needs " + millimetres(failure.needed) + " mm, the paper gives " + millimetres(part_width()) + " mm."};
      d.remedies.push_back(paper.empty() ? Wording{"Bagi prosedur ini, atau persingkat kata-kata yang panjang.", "Divide the procedure, or shorten its long words."}
                                          : Wording{"Pakai kertas=\"" + paper + "\", atau bagi prosedur ini.", "Use kertas=\"" + paper + "\", or divide the procedure."});
    } else if (failure.kind == TableFailure::Kind::row_too_high) {
      const auto& row = checked.table->rows[std::max(0, failure.row)];
      const auto* step = std::get_if<model::Step>(&row);
      d.code = "row-too-high";
      d.where = in_.files.place(step ? step->where : checked.table->where);
      d.message = {"Simbol-simbol langkah ini lebih tinggi daripada satu halaman.", "The symbols of this step are higher than a page."};
      d.remedies.push_back({"Bagi langkah ini, persingkat kata-kata simbolnya, atau pakai kertas yang lebih besar.", "Divide the step, shorten the words of its symbols, or use larger paper."});
    } else {
      d.code = "no-route";
      d.where = in_.files.place(failure.from->where);
      d.message = {"Tidak ada jalur yang bersih untuk panah dari \"" + failure.from->id + "\" ke \"" + failure.to->id + "\".",
                   "No clean way was found for the arrow from \"" + failure.from->id + "\" to \"" + failure.to->id + "\"."};
      d.remedies.push_back({"Pakai kertas yang lebih besar, atau kurangi panah yang berkumpul di sana.", "Use larger paper, or fewer arrows that meet there."});
    }
    out_.diagnostics.push_back(std::move(d));
  }

  void place_pages(TableLayout& layout, int index, const std::vector<TextBlock>& titles, bool titled) {
    const bool named = in_.procedure.tables.size() > 1;
    ShownLines shown;
    FlowBookmarks bookmarks(in_.procedure.tables[index], titles.empty() ? 1 : 2);
    if (layout.pages.empty() && !titled) place_titles(titles, index);  // of a table that has no rows yet
    const bool sections_left = sections_begin_left(layout, style_);
    for (std::size_t p = 0; p < layout.pages.size(); ++p) {
      if (p > 0) start_page();
      if (p == 0 && !titled) place_titles(titles, index);
      const PlaceInput place{layout, style_, in_.shaper, index, named, sections_left};
      const std::size_t rows_before = pages_.page().rows.size();
      const Length height = place_table_page(place, static_cast<int>(p), {pages_.body().x, pages_.y()}, pages_.page(), pages_.index(), shown, out_.marks);
      bookmarks.add(pages_.page(), rows_before, out_.bookmarks);
      pages_.advance(height);
      forget_words(layout, layout.pages[p].rows.range);
    }
    out_.explanations.insert(out_.explanations.end(), layout.reasons.begin(), layout.reasons.end());
  }

  // What stands on a page is on the page: a long table need not be in memory twice.
  static void forget_words(TableLayout& layout, const PageRange& range) {
    for (int u = range.first; u <= range.last; ++u) {
      if (layout.units[u].piece + 1 < layout.units[u].pieces) continue;
      for (MeasuredCell& cell : layout.measured.cells[layout.units[u].row])
        if (cell.spec->row_span == 1) cell.text.lines = std::vector<TextBlock::Line>();
    }
  }

  void place_titles(const std::vector<TextBlock>& titles, int index) {
    const std::vector<model::RichText>& words = in_.procedure.tables[index].table->titles;
    std::string all;
    for (const model::RichText& title : words) all += (all.empty() ? "" : " ") + model::plain_text(title);
    if (!all.empty()) out_.bookmarks.push_back({1, all, pages_.page().number, pages_.y()});
    for (const TextBlock& title : titles) {
      place_in_pieces({title}, Length(), pages_, [this] { start_page(); }, [this](const std::vector<TextBlock>& piece, Length) {
        const std::size_t before = pages_.page().texts.size();
        place_block(piece[0], {0, static_cast<int>(piece[0].lines.size())}, {pages_.body().x, pages_.y()}, OwnerKind::none, "", pages_.page());
        for (std::size_t i = before; i < pages_.page().texts.size(); ++i) {
          pages_.page().texts[i].role = "judul";
          pages_.page().texts[i].part = PlacedText::Part::heading2;
        }
      });
    }
    if (!titles.empty()) pages_.advance(kGapBelowTitle);
  }

  void place_note(const TextBlock& note) {
    pages_.advance(kGapAboveNotes);
    place_in_pieces({note}, Length(), pages_, [this] { start_page(); }, [this](const std::vector<TextBlock>& piece, Length height) {
      PlacedPage& page = pages_.page();
      const std::string id = "catatan-" + std::to_string(page.cells.size());
      page.cells.push_back({.id = id, .role = "catatan", .box = {pages_.body().x, pages_.y(), part_width(), height}, .edges = kNoEdge});
      place_block(piece[0], {0, static_cast<int>(piece[0].lines.size())}, {pages_.body().x, pages_.y()}, OwnerKind::cell, id, page);
    });
  }

  const FlowPartInput& in_;
  PlacedSheet& sheet_;
  PageFiller& pages_;
  style::SheetStyle style_;
  FlowPartResult out_;
  std::vector<Length> closing_heights_;  // of the last tables of the part that have no rows, by how many they are
};

}  // namespace

FlowPartResult place_flow_part(const FlowPartInput& input, PlacedSheet& sheet, PageFiller& pages) {
  return FlowPartPlacer(input, sheet, pages).run();
}

}  // namespace lembar::layout
