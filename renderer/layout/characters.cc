#include "layout/characters.h"

#include <set>

#include "layout/table/columns.h"
#include "model/each_words.h"

namespace lembar::layout {

namespace {

class CharacterCheck {
 public:
  CharacterCheck(const style::SheetStyle& style, text::Shaper& shaper, const SourceFiles& files)
      : style_(style), shaper_(shaper), files_(files) {}

  std::vector<Diagnostic> run(const model::Procedure& procedure) {
    model::for_each_words(procedure, [this](const auto& runs, const SourceSpan& where) { look(runs, where); });
    return std::move(found_);
  }

 private:
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
      d.message = {"Tidak ada huruf (font) untuk aksara \"" + character + "\".", "No font has the character \"" + character + "\"."};
      d.remedies.push_back({"Ganti aksara itu, atau tambahkan huruf yang memilikinya dengan --fonts.",
                            "Replace the character, or add a font that has it with --fonts."});
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
