#include "model/each_words.h"

namespace lembar::model {

namespace {

class Walker {
 public:
  using Look = std::function<void(const std::vector<TextRun>&, const SourceSpan&)>;
  explicit Walker(const Look& look) : look_(look) {}

  void walk(const Procedure& p) {
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
  }

 private:
  void look(const FlowTable& table) {
    for (const auto& title : table.titles) look(title);
    if (table.lanes) look(*table.lanes);
    if (table.head) look(*table.head);
    for (const auto& row : table.rows) {
      if (const auto* section = std::get_if<SectionRow>(&row)) look(section->text);
      if (const auto* total = std::get_if<TotalRow>(&row)) look(total->text);
      const auto* step = std::get_if<Step>(&row);
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
  void look(const Lanes& lanes) {
    if (lanes.label) look(*lanes.label, lanes.where);
    for (const auto& group : lanes.groups) {
      look(group.name, group.where);
      for (const auto& actor : group.actors) look(actor.runs, actor.where);
    }
  }
  void look(const Head& head) {
    for (const auto& group : head.groups) {
      look(group.name, group.where);
      for (const auto& column : group.columns)
        if (column.words) look(*column.words);
    }
  }
  void look(const Official& official) {
    for (const auto& position : official.positions) look(position.value, position.where);
    for (const auto* text : {&official.name, &official.rank, &official.nip, &official.on_behalf_of})
      if (*text) look((*text)->value, (*text)->where);
  }
  void look(const RichText& text) {
    for (const auto& block : text.blocks) look(block.runs, block.where);
  }
  void look(const std::string& words, const SourceSpan& where) {
    if (!words.empty()) look(std::vector<TextRun>{{.text = words}}, where);
  }
  void look(const std::vector<TextRun>& runs, const SourceSpan& where) { look_(runs, where); }

  const Look& look_;
};

}  // namespace

void for_each_words(const Procedure& procedure, const std::function<void(const std::vector<TextRun>&, const SourceSpan&)>& look) {
  Walker(look).walk(procedure);
}

}  // namespace lembar::model
