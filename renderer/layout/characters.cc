#include "layout/characters.h"

#include <set>

#include "layout/table/columns.h"

namespace lembar::layout {

namespace {

class CharacterCheck {
 public:
  CharacterCheck(const style::SheetStyle& style, text::Shaper& shaper, const SourceFiles& files)
      : style_(style), shaper_(shaper), files_(files) {}

  std::vector<Diagnostic> run(const model::Procedure& p) {
    if (p.cover)
      for (const auto& part : p.cover->parts) look(part.runs, part.where);
    if (p.letterhead) {
      if (p.letterhead->logo_text) look(*p.letterhead->logo_text, p.letterhead->where);
      for (const auto& line : p.letterhead->lines) look(line.runs, line.where);
    }
    if (p.identity)
      for (const auto& field : p.identity->fields) {
        if (field.label) look(*field.label, field.where);
        look(field.text);
        if (field.date) look(field.date->printed, field.date->where);
        if (field.official) look(*field.official);
      }
    for (const auto& box : p.boxes) {
      if (box.label) look(*box.label, box.where);
      look(box.text);
    }
    if (p.lanes) look(*p.lanes);
    if (p.head) look(*p.head);
    for (const auto& table : p.tables) look(table);
    for (const auto& block : p.signing_blocks) {
      look(block.official);
      if (block.place) look(block.place->value, block.place->where);
      if (block.date) look(block.date->printed, block.date->where);
      if (block.opening) look(*block.opening);
    }
    for (const auto& revision : p.history) {
      look(revision.number + " " + revision.by + " " + revision.date.printed, revision.where);
      look(revision.text);
    }
    return std::move(found_);
  }

 private:
  void look(const model::FlowTable& table) {
    for (const auto& title : table.titles) look(title);
    if (table.lanes) look(*table.lanes);
    if (table.head) look(*table.head);
    for (const auto& row : table.rows) {
      if (const auto* section = std::get_if<model::SectionRow>(&row)) look(section->text);
      if (const auto* total = std::get_if<model::TotalRow>(&row)) look(total->text);
      const auto* step = std::get_if<model::Step>(&row);
      if (!step) continue;
      if (step->number) look(*step->number, step->where);
      for (const auto& cell : step->cells) look(cell.text);
      for (const auto& symbol : step->symbols) {
        look(symbol.runs, symbol.where);
        for (const auto& connector : symbol.connectors) look(connector.label, connector.where);
      }
    }
    for (const auto& note : table.notes) look(note);
  }
  void look(const model::Lanes& lanes) {
    if (lanes.label) look(*lanes.label, lanes.where);
    for (const auto& group : lanes.groups) {
      look(group.name, group.where);
      for (const auto& actor : group.actors) look(actor.runs, actor.where);
    }
  }
  void look(const model::Head& head) {
    for (const auto& group : head.groups) {
      look(group.name, group.where);
      for (const auto& column : group.columns)
        if (column.words) look(*column.words);
    }
  }
  void look(const model::Official& official) {
    for (const auto& position : official.positions) look(position.value, position.where);
    for (const auto* text : {&official.name, &official.rank, &official.nip, &official.on_behalf_of})
      if (*text) look((*text)->value, (*text)->where);
  }
  void look(const model::RichText& text) {
    for (const auto& block : text.blocks) look(block.runs, block.where);
  }
  void look(const std::string& words, const SourceSpan& where) {
    if (!words.empty()) look(std::vector<model::TextRun>{{.text = words}}, where);
  }
  void look(const std::vector<model::TextRun>& runs, const SourceSpan& where) {
    const auto styled = styled_runs(runs, style_.text(style::TextRole::cell));
    bool plain = true;
    for (const auto& run : styled)
      for (const char c : run.text) plain = plain && c >= ' ' && c <= '~';
    if (plain) return;
    for (const std::string& character : shaper_.missing_characters(styled)) {
      if (!told_.insert({where.line, character}).second) continue;
      Diagnostic d;
      d.code = "character-without-font";
      d.where = files_.place(where);
      d.message = {"tidak ada huruf (font) untuk karakter \"" + character + "\"", "no font has the character \"" + character + "\""};
      d.remedies.push_back({"ganti karakter itu, atau tambahkan font yang memilikinya dengan --fonts",
                            "replace the character, or add a font that has it with --fonts"});
      found_.push_back(std::move(d));
    }
  }

  const style::SheetStyle& style_;
  text::Shaper& shaper_;
  const SourceFiles& files_;
  std::vector<Diagnostic> found_;
  std::set<std::pair<int, std::string>> told_;
};

}  // namespace

std::vector<Diagnostic> check_characters(const model::Procedure& procedure, const style::SheetStyle& style, text::Shaper& shaper,
                                         const SourceFiles& files) {
  return CharacterCheck(style, shaper, files).run(procedure);
}

}  // namespace lembar::layout
