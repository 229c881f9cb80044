#include "layout/table/columns.h"

#include <algorithm>
#include <map>

namespace lembar::layout {

namespace {

constexpr Length kStep = mm(1);
constexpr std::size_t kMostRows = 240;  // a longer table is judged by a sample of its rows
constexpr std::int64_t kOwnHeightShare = 24;  // a cell's own height counts 1/24 of its row's

// A cell as the estimate sees it: paragraphs of words.
struct EstimatedCell {
  struct Paragraph {
    std::vector<Length> words;
    Length indent;
  };
  std::vector<Paragraph> paragraphs;
  Length line, space;

  Length height(Length width) const {
    std::int64_t lines = 0;
    for (const Paragraph& p : paragraphs) {
      const Length room = max(width - p.indent, mm(1));
      Length at;
      std::int64_t own = 1;
      for (const Length& word : p.words) {
        if (at > Length() && at + space + word > room) {
          ++own;
          at = Length();
        }
        if (word > room) own += word / room;
        at += (at > Length() ? space : Length()) + word;
      }
      lines += own;
    }
    return line * lines;
  }
};

EstimatedCell estimate(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper) {
  EstimatedCell cell;
  const text::FontMetrics metrics = shaper.metrics(style.font);
  cell.line = metrics.ascent + metrics.descent + style.extra_leading;
  cell.space = shaper.full_width({{"n n", style.font}}) - shaper.full_width({{"nn", style.font}});
  for (const model::Block& block : words.blocks) {
    EstimatedCell::Paragraph paragraph;
    if (block.kind == model::BlockKind::item) paragraph.indent = scaled(style.font.size, 3 * (block.level + 1), 2);
    for (const text::StyledRun& run : styled_runs(block.runs, style)) {
      std::size_t i = 0;
      while (i < run.text.size()) {
        const std::size_t end = std::min(run.text.find(' ', i), run.text.size());
        if (end > i) paragraph.words.push_back(shaper.full_width({{run.text.substr(i, end - i), run.font}}));
        i = end + 1;
      }
    }
    cell.paragraphs.push_back(std::move(paragraph));
  }
  return cell;
}

Length least_words(const model::RichText& words, const style::TextStyle& style, text::Shaper& shaper, text::Hyphenation how) {
  Length least;
  for (const model::Block& block : words.blocks) {
    const Length indent = block.kind == model::BlockKind::item ? scaled(style.font.size, 3 * (block.level + 1), 2) : Length();
    least = max(least, indent + shaper.least_width(styled_runs(block.runs, style), how));
  }
  return least;
}

struct Bounds {
  Length good, least, most;
};

class WidthSearch {
 public:
  explicit WidthSearch(const ColumnInput& in) : in_(in) {}

  ColumnWidths run() {
    ColumnWidths result;
    bound_text_columns();
    bound_lanes();
    Length good_sum, least_sum;
    for (const Bounds& b : bounds_) {
      good_sum += b.good;
      least_sum += b.least;
    }
    result.needed = least_sum;
    result.upright_lane_heads = upright_;
    if (least_sum > in_.width) {
      result.fits = false;
      return result;
    }
    for (const Bounds& b : bounds_) widths_.push_back(b.good);
    Length spare = in_.width - good_sum;
    if (spare < Length()) {
      shrink(-spare, good_sum - least_sum);
    } else {
      prepare_rows();
      spare = give_away(spare);
      exchange();
      spread(spare);
    }
    result.widths = widths_;
    return result;
  }

 private:
  bool is_text(std::size_t c) const { return !in_.spec.columns[c].lane; }

  void bound_text_columns() {
    const style::TextStyle& head = in_.style.text(style::TextRole::column_head);
    const Length pad = in_.style.cell_padding_x * 2;
    bounds_.resize(in_.spec.columns.size());
    for (std::size_t c = 0; c < bounds_.size(); ++c) {
      if (!is_text(c)) continue;
      const ColumnSpec& column = in_.spec.columns[c];
      bounds_[c].good = column.least;
      bounds_[c].least = min(column.least, mm(9));
      bounds_[c].most = column.most;
    }
    auto need = [&](int first, int last, const model::RichText& words, const style::TextStyle& text) {
      if (first != last || words.empty() || !is_text(first)) return;
      Bounds& b = bounds_[first];
      b.least = max(b.least, pad + least_words(words, text, in_.shaper, text::Hyphenation::if_needed));
      // One long address must not take the width from all other columns.
      const Length whole = pad + least_words(words, text, in_.shaper, text::Hyphenation::none);
      b.good = max(b.good, max(b.least, min(whole, max(column_cap(first), b.good))));
    };
    for (const HeadSpec& h : in_.spec.heads) need(h.first, h.last, h.words, head);
    for (const RowSpec& row : sampled_rows())
      for (const CellSpec& cell : row.cells) need(cell.first, cell.last, cell.words, in_.style.text(cell.text));
    for (std::size_t c = 0; c < in_.spec.number_row.size(); ++c)
      need(static_cast<int>(c), static_cast<int>(c), in_.spec.number_row[c], in_.style.text(style::TextRole::column_number));
  }

  Length column_cap(int c) const { return max(in_.spec.columns[c].least * 2, mm(28)); }

  void bound_lanes() {
    const style::TextStyle& head = in_.style.text(style::TextRole::column_head);
    const Length pad = in_.style.cell_padding_x * 2;
    const Length upright_least = in_.shaper.metrics(head.font).ascent + in_.shaper.metrics(head.font).descent + pad;
    std::vector<Length> whole(bounds_.size()), broken(bounds_.size());
    for (const HeadSpec& h : in_.spec.heads) {
      if (!h.over_lane) continue;
      whole[h.first] = pad + least_words(h.words, head, in_.shaper, text::Hyphenation::none);
      broken[h.first] = pad + least_words(h.words, head, in_.shaper, text::Hyphenation::if_needed);
    }
    for (upright_ = false;; upright_ = true) {
      Length sum;
      for (std::size_t c = 0; c < bounds_.size(); ++c) {
        if (is_text(c)) {
          sum += bounds_[c].least;
          continue;
        }
        const std::size_t lane = c - in_.spec.first_lane;
        const ColumnSpec& column = in_.spec.columns[c];
        const Length extra = in_.lane_extras.empty() ? Length() : in_.lane_extras[lane];
        Bounds& b = bounds_[c];
        b.least = max(in_.lanes[lane].least, upright_ ? upright_least : max(broken[c], mm(8.5))) + extra;
        b.good = max(b.least, max(column.least, max(in_.lanes[lane].good, upright_ ? upright_least : min(whole[c], column.most))) + extra);
        b.most = max(column.most, b.good);
        sum += b.least;
      }
      if (upright_ || sum <= in_.width) break;
    }
    even_out_lanes();
  }

  // Lanes that need about the same get the same.
  void even_out_lanes() {
    Length widest, narrowest, sum;
    for (std::size_t c = 0; c < bounds_.size(); ++c) {
      sum += bounds_[c].good;
      if (is_text(c)) continue;
      widest = max(widest, bounds_[c].good);
      narrowest = narrowest == Length() ? bounds_[c].good : min(narrowest, bounds_[c].good);
    }
    const Length more = widest * in_.spec.lane_count;
    Length lanes;
    for (std::size_t c = 0; c < bounds_.size(); ++c)
      if (!is_text(c)) lanes += bounds_[c].good;
    if (scaled(widest, 2, 3) > narrowest || sum - lanes + more > scaled(in_.width, 9, 10)) return;
    for (std::size_t c = 0; c < bounds_.size(); ++c)
      if (!is_text(c)) bounds_[c].good = widest;
  }

  void shrink(Length missing, Length slack) {
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      const Length give = slack > Length() ? Length::from_units((bounds_[c].good - bounds_[c].least).units() * missing.units() / slack.units()) : Length();
      widths_[c] -= give;
    }
    settle();
  }

  // Rounding leaves some units over or short: the widest text column takes them.
  void settle() {
    Length sum;
    std::size_t widest = 0;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      sum += widths_[c];
      if (widths_[c] - bounds_[c].least > widths_[widest] - bounds_[widest].least) widest = c;
    }
    widths_[widest] += in_.width - sum;
  }

  const std::vector<RowSpec>& sampled_rows() {
    if (in_.spec.rows.size() <= kMostRows) return in_.spec.rows;
    if (sample_.empty()) {
      const std::size_t stride = in_.spec.rows.size() / kMostRows + 1;
      for (std::size_t r = 0; r < in_.spec.rows.size(); r += stride) sample_.push_back(in_.spec.rows[r]);
    }
    return sample_;
  }

  void prepare_rows() {
    const std::size_t stride = in_.spec.rows.size() <= kMostRows ? 1 : in_.spec.rows.size() / kMostRows + 1;
    const Length pad = in_.style.cell_padding_y * 2;
    for (std::size_t r = 0; r < in_.spec.rows.size(); r += stride) {
      Row row;
      row.floor = in_.row_floors.empty() ? Length() : in_.row_floors[r];
      for (const CellSpec& cell : in_.spec.rows[r].cells) {
        if (cell.first != cell.last || cell.words.empty() || in_.spec.columns[cell.first].lane) continue;
        row.cells.push_back({static_cast<std::size_t>(cell.first), cell.row_span, pad, estimate(cell.words, in_.style.text(cell.text), in_.shaper), {}});
      }
      rows_.push_back(std::move(row));
    }
  }

  std::int64_t cost() {
    std::int64_t total = 0;
    for (Row& row : rows_) {
      Length high = row.floor;
      std::int64_t own = 0;
      for (Cell& cell : row.cells) {
        const Length h = cell.height(widths_[cell.column] - in_.style.cell_padding_x * 2) / cell.row_span;
        high = max(high, h);
        own += h.units();
      }
      total += high.units() + own / kOwnHeightShare;
    }
    return total;
  }

  bool may_grow(std::size_t c, Length by) const {
    return is_text(c) && (bounds_[c].most == Length() || widths_[c] + by <= bounds_[c].most);
  }

  Length give_away(Length spare) {
    std::int64_t now = cost();
    while (spare >= kStep) {
      std::size_t best = widths_.size();
      Length best_by;
      double best_gain = 0;
      std::int64_t best_cost = now;
      for (std::size_t c = 0; c < widths_.size(); ++c) {
        for (const int steps : {1, 2, 3, 5, 8, 13, 21}) {
          const Length by = kStep * steps;
          if (by > spare || !may_grow(c, by)) break;
          widths_[c] += by;
          const std::int64_t then = cost();
          widths_[c] -= by;
          const double gain = static_cast<double>(now - then) / steps;
          if (gain > best_gain) {
            best_gain = gain;
            best = c;
            best_by = by;
            best_cost = then;
          }
        }
      }
      if (best == widths_.size()) break;
      widths_[best] += best_by;
      spare -= best_by;
      now = best_cost;
    }
    return spare;
  }

  void exchange() {
    std::int64_t now = cost();
    for (int round = 0; round < 4; ++round) {
      bool moved = false;
      for (std::size_t a = 0; a < widths_.size(); ++a)
        for (std::size_t b = 0; b < widths_.size(); ++b)
          for (const int steps : {1, 3, 6}) {
            const Length by = kStep * steps;
            if (a == b || !is_text(a) || !may_grow(b, by) || widths_[a] - by < bounds_[a].good) continue;
            widths_[a] -= by;
            widths_[b] += by;
            const std::int64_t then = cost();
            if (then < now) {
              now = then;
              moved = true;
            } else {
              widths_[a] += by;
              widths_[b] -= by;
            }
          }
      if (!moved) break;
    }
  }

  // What is left over goes by weight to the text columns and, up to their limit, to the lanes: air where it looks best.
  void spread(Length spare) {
    for (int pass = 0; pass < 2 && spare > Length(); ++pass) {
      std::int64_t weights = 0;
      std::vector<std::int64_t> weight(widths_.size());
      for (std::size_t c = 0; c < widths_.size(); ++c) {
        const bool open = pass == 1 || bounds_[c].most == Length() || widths_[c] < bounds_[c].most;
        weight[c] = !open ? 0 : is_text(c) ? in_.spec.columns[c].weight : 80;
        weights += weight[c];
      }
      if (weights == 0) continue;
      const Length all = spare;
      for (std::size_t c = 0; c < widths_.size(); ++c) {
        Length share = Length::from_units(all.units() * weight[c] / weights);
        if (pass == 0 && bounds_[c].most > Length()) share = min(share, bounds_[c].most - widths_[c]);
        widths_[c] += share;
        spare -= share;
      }
    }
    settle();
  }

  struct Cell {
    std::size_t column;
    int row_span;
    Length pad;
    EstimatedCell estimate;
    std::map<std::int64_t, Length> known;

    Length height(Length width) {
      const auto [at, fresh] = known.try_emplace(width.units());
      if (fresh) at->second = estimate.height(width) + pad;
      return at->second;
    }
  };
  struct Row {
    Length floor;
    std::vector<Cell> cells;
  };

  const ColumnInput& in_;
  std::vector<Bounds> bounds_;
  std::vector<Length> widths_;
  std::vector<Row> rows_;
  std::vector<RowSpec> sample_;
  bool upright_ = false;
};

}  // namespace

std::vector<text::StyledRun> styled_runs(const std::vector<model::TextRun>& runs, const style::TextStyle& style) {
  std::vector<text::StyledRun> out;
  for (const model::TextRun& run : runs) {
    text::StyledRun styled{run.text, style.font, style.underline || run.underline, run.line_break};
    styled.font.bold = style.font.bold || run.bold;
    styled.font.italic = style.font.italic || run.italic;
    out.push_back(std::move(styled));
  }
  return out;
}

ColumnWidths choose_column_widths(const ColumnInput& input) { return WidthSearch(input).run(); }

}  // namespace lembar::layout
