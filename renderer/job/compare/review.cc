#include "job/compare/review.h"

#include <algorithm>

#include "job/compare/changes_text.h"
#include "job/finish_input.h"
#include "job/read_checked.h"
#include "job/record_files.h"
#include "job/render_sheet.h"
#include "lembar/record.h"

namespace lembar::job {

namespace {

constexpr std::size_t kMostCellWords = 120;  // of one cell of the list

model::TextRun run(std::string text, bool underline = false) {
  model::TextRun out;
  out.text = std::move(text);
  out.underline = underline;
  return out;
}

model::RichText rich(std::vector<model::TextRun> runs) {
  model::RichText text;
  if (model::plain_text(runs).empty()) return text;
  model::Block block;
  block.runs = std::move(runs);
  text.blocks.push_back(std::move(block));
  return text;
}

// The name of a file, where any font has its letters.
std::string printed_name(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return plain && name.size() > 1 && name.size() <= 60 ? name : "lembar sebelumnya";
}

std::string shortened(const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1))
    if (++count == kMostCellWords) return words.substr(0, at) + " …";
  return words;
}

// One side of a changed text: all its words, those that the other side lacks underlined.
model::RichText side(const Change& change, WordPiece::Kind own) {
  const std::string& whole = own == WordPiece::Kind::removed ? change.before : change.after;
  if (change.words.empty() || shortened(whole) != whole) return rich({run(shortened(whole), !change.words.empty())});
  std::vector<model::TextRun> runs;
  for (const WordPiece& piece : change.words) {
    if (piece.kind != WordPiece::Kind::kept && piece.kind != own) continue;
    if (!runs.empty()) runs.push_back(run(" "));
    runs.push_back(run(piece.words, piece.kind == own));
  }
  return rich(std::move(runs));
}

layout::ListedChange listed(const Change& change) {
  std::string place = (change.sheet.empty() ? "" : change.sheet + ": ") + change.place.id;
  const std::string aspect = aspect_name(change).id;
  if (!aspect.empty()) place += ", " + aspect;
  if (change.kind == ChangeKind::removed && has_old_number(change)) place += " (lama)";
  place[0] = static_cast<char>(place[0] >= 'a' && place[0] <= 'z' ? place[0] - 32 : place[0]);
  layout::ListedChange out{rich({run(place)}), {}, {}};
  switch (change.kind) {
    case ChangeKind::added:
      out.before = rich({run("(tidak ada)")});
      out.after = rich({run(change.after.empty() ? "(ditambahkan)" : shortened(change.after))});
      break;
    case ChangeKind::removed:
      out.before = rich({run(change.before.empty() ? "(ada)" : shortened(change.before))});
      out.after = rich({run("(dihapus)")});
      break;
    case ChangeKind::moved:
    case ChangeKind::renumbered: {
      const std::string what = change.kind == ChangeKind::moved ? "(dipindahkan) urutan " : "nomor ";
      out.before = rich({run(change.before.empty() ? "" : (change.kind == ChangeKind::moved ? "urutan " : what) + change.before)});
      out.after = rich({run(change.after.empty() ? "(urutannya berubah)" : what + change.after)});
      break;
    }
    case ChangeKind::changed:
      out.before = change.before.empty() ? rich({run("-")}) : side(change, WordPiece::Kind::removed);
      out.after = change.aspect == "style"  ? rich({run("(kata sama, gaya lain)")})
                  : change.after.empty() ? rich({run("-")})
                                         : side(change, WordPiece::Kind::added);
      break;
  }
  return out;
}

std::optional<layout::ChangedPlace> place_of(const Difference& d, const model::CheckedDocument& now) {
  const Mark& mark = d.mark;
  // A number that follows from what came or went before it would bar every row below.
  if (mark.sheet < 0 || d.change.kind == ChangeKind::renumbered) return std::nullopt;
  layout::ChangedPlace place;
  if (now.document().compilation) place.sop = "sop-" + std::to_string(mark.sheet + 1);
  if (mark.table >= 0) {
    place.cells = "t" + std::to_string(mark.table + 1) + ".";
    const int rows = static_cast<int>(now.procedures()[mark.sheet].tables[mark.table].table->rows.size());
    const bool below = mark.gap && mark.row >= rows;
    const int row = below ? rows - 1 : mark.row;
    if (row >= 0) {
      place.cells += std::to_string(row + 1) + ".";
    } else {
      place.role = mark.role;
      place.first_page_only = mark.role == "kepala";
    }
    if (mark.gap) place.gone = below ? layout::ChangedPlace::Gone::below : layout::ChangedPlace::Gone::above;
    return place;
  }
  if (mark.role.empty()) return std::nullopt;
  place.role = mark.role;
  place.words = mark.gap ? mark.beside : d.change.after;
  if (mark.gap && !mark.beside.empty()) place.gone = mark.after ? layout::ChangedPlace::Gone::below : layout::ChangedPlace::Gone::above;
  // A whole identity is no place.
  if (place.words.empty() && d.change.part != SheetPart::box) return std::nullopt;
  return place;
}

}  // namespace

Outcome<Differences> changes_since(const Source& before, const model::CheckedDocument& now, const RenderOptions& options) {
  SourceFiles files;
  auto old = read_checked(files, before);
  if (!old) return {std::nullopt, std::move(old.diagnostics)};
  Differences found = find_differences(*old.value, now);
  std::erase_if(found, [&](const Difference& d) {
    if (d.change.part != SheetPart::setting) return false;
    return (d.change.key == "templat" && !options.template_name.empty()) || (d.change.key == "kertas" && !options.paper.empty()) ||
           (d.change.key == "pengesahan" && options.signing);
  });
  return {std::move(found), {}};
}

layout::ReviewCopy review_copy(const Differences& differences, const model::CheckedDocument& now, const std::string& before, bool with_list) {
  layout::ReviewCopy copy;
  const std::string since = printed_name(before);
  copy.note = "SALINAN TELAAH, bukan untuk disahkan. Garis di tepi: berubah sejak " + since + ". Garis bawah: kata baru.";
  std::vector<Change> changes;
  for (const Difference& d : differences) {
    if (auto place = place_of(d, now)) copy.places.push_back(std::move(*place));
    changes.push_back(d.change);
  }
  if (!with_list) return copy;
  copy.title = "Daftar Perubahan sejak " + since;
  copy.heads = {"No", "Bagian", "Semula", "Menjadi"};
  for (const Change& change : with_joined_numbers(changes)) copy.list.push_back(listed(change));
  if (copy.list.empty()) copy.list.push_back({rich({run("(tidak ada perubahan)")}), {}, {}});
  return copy;
}

RenderResult review_record(const Source& pdf, const RenderOptions& options, OpenFonts& fonts) {
  auto opened = open_source(pdf);
  if (!opened) return {{}, std::move(opened.diagnostics), {}};
  const Record record = *read_record(pdf.name, pdf.bytes).record;
  // As it was drawn, where the command line says nothing else.
  RenderOptions own = options;
  const RenderOptions had = options_of(record.origin);
  if (own.template_name.empty()) own.template_name = had.template_name;
  if (own.paper.empty()) own.paper = had.paper;
  if (!own.signing) own.signing = had.signing;
  return render_sheet(opened.value->source, own, fonts, {}, {authors_files(record.files), template_files(record.files), kTemplatesFolder});
}

}  // namespace lembar::job
