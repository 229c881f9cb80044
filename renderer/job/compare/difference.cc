#include "job/compare/difference.h"

#include <algorithm>

#include "job/compare/likeness.h"
#include "job/compare/match.h"

namespace lembar::job {

std::string style_of(const std::vector<model::TextRun>& runs) {
  std::string out;
  for (const model::TextRun& run : runs) {
    const int style = (run.bold ? 1 : 0) + (run.italic ? 2 : 0) + (run.underline ? 4 : 0) + (run.line_break ? 8 : 0);
    if (style != 0) out += std::to_string(style) + ":" + run.text + ";";
    else out += std::string(run.text.size(), '.');
  }
  return out;
}

std::string style_of(const model::Block& block) {
  return std::to_string(static_cast<int>(block.kind)) + "," + std::to_string(block.level) + "," + block.number.value_or("-") + "," +
         (block.marker ? std::to_string(static_cast<int>(*block.marker)) : "-") + "," + style_of(block.runs);
}

std::string style_of(const model::RichText& text) {
  std::string out = text.marker ? std::to_string(static_cast<int>(*text.marker)) : "-";
  for (const model::Block& block : text.blocks) out += "|" + style_of(block);
  return out;
}

void add_text_change(Differences& out, const Change& about, const Mark& mark, const std::string& style_before,
                     const std::string& style_after) {
  Change change = about;
  change.kind = ChangeKind::changed;
  if (change.before == change.after) {
    if (style_before == style_after) return;
    change.aspect = "style";
    out.push_back({std::move(change), mark});
    return;
  }
  change.aspect = "words";
  std::vector<WordPiece> pieces = word_changes(change.before, change.after);
  const bool common = std::any_of(pieces.begin(), pieces.end(), [](const WordPiece& p) { return p.kind == WordPiece::Kind::kept; });
  if (common) change.words = std::move(pieces);
  out.push_back({std::move(change), mark});
}

namespace {

std::vector<Entry> sheet_entries(const model::CheckedDocument& document) {
  std::vector<Entry> out;
  for (const model::CheckedProcedure& p : document.procedures()) out.push_back({p.procedure->number(), p.procedure->title()});
  return out;
}

std::string name_of(const model::Procedure& p) {
  const std::string title = p.title();
  return !title.empty() ? title : !p.number().empty() ? p.number() : "SOP";
}

Difference whole_sheet(ChangeKind kind, const model::Procedure& p) {
  Change change;
  change.kind = kind;
  change.part = SheetPart::sheet;
  change.what = "sheet";
  change.sheet = name_of(p);
  change.key = p.number();
  change.place = {"lembar", "sheet"};
  (kind == ChangeKind::removed ? change.before : change.after) = name_of(p);
  (kind == ChangeKind::removed ? change.old_line : change.new_line) = p.where.line;
  return {std::move(change), {}};
}

}  // namespace

Differences find_differences(const model::CheckedDocument& before, const model::CheckedDocument& after) {
  const auto &old_sheets = before.procedures(), &new_sheets = after.procedures();
  const bool one = old_sheets.size() == 1 && new_sheets.size() == 1;
  const std::vector<int> partners = one ? std::vector<int>{0} : match(sheet_entries(before), sheet_entries(after));
  const std::vector<bool> strayed = moved(partners);
  std::vector<int> origin(new_sheets.size(), -1);
  for (std::size_t i = 0; i < partners.size(); ++i)
    if (partners[i] >= 0) origin[partners[i]] = static_cast<int>(i);

  Differences out;
  for (std::size_t i = 0; i < partners.size(); ++i)
    if (partners[i] < 0) out.push_back(whole_sheet(ChangeKind::removed, *old_sheets[i].procedure));
  for (std::size_t j = 0; j < new_sheets.size(); ++j) {
    const model::Procedure& now = *new_sheets[j].procedure;
    if (origin[j] < 0) {
      out.push_back(whole_sheet(ChangeKind::added, now));
      continue;
    }
    if (strayed[origin[j]]) out.push_back(whole_sheet(ChangeKind::moved, now));
    const int sheet = static_cast<int>(j);
    for (Differences part : {compare_front(*old_sheets[origin[j]].procedure, now, sheet),
                             compare_flow(old_sheets[origin[j]], new_sheets[j], sheet)}) {
      for (Difference& d : part) {
        if (!one) d.change.sheet = name_of(now);
        out.push_back(std::move(d));
      }
    }
  }
  const auto place = [](const Difference& d) { return std::pair(d.change.part == SheetPart::sheet ? -1 : d.mark.sheet, d.change.part); };
  std::stable_sort(out.begin(), out.end(), [&](const Difference& a, const Difference& b) { return place(a) < place(b); });
  return out;
}

}  // namespace lembar::job
