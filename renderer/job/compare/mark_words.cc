#include "job/compare/mark_words.h"

#include "job/compare/likeness.h"

namespace lembar::job {

using namespace model;

namespace {

// Word by word, whether it is new.
std::vector<bool> new_words(const Change& change) {
  std::vector<bool> out;
  if (change.words.empty()) {
    out.assign(split_words(change.after).size(), true);
    return out;
  }
  for (const WordPiece& piece : change.words)
    if (piece.kind != WordPiece::Kind::removed) out.insert(out.end(), split_words(piece.words).size(), piece.kind == WordPiece::Kind::added);
  return out;
}

// Walks over the words of several texts in the order in which they were compared.
class Underliner {
 public:
  explicit Underliner(std::vector<bool> news) : news_(std::move(news)) {}

  void mark(std::vector<TextRun>& runs) {
    std::vector<TextRun> out;
    bool in_word = false;
    for (const TextRun& run : runs) {
      if (run.line_break) {
        end_word(in_word);
        out.push_back(run);
        continue;
      }
      for (const char c : run.text) {
        if (c == ' ') end_word(in_word);
        else in_word = true;
        // A space between two new words belongs to them.
        const bool on = run.underline || (at(word_) && (c != ' ' || (word_ > 0 && at(word_ - 1))));
        TextRun styled = run;
        styled.text.clear();
        styled.underline = on;
        const bool same = !out.empty() && !out.back().line_break && out.back().bold == styled.bold && out.back().italic == styled.italic &&
                          out.back().underline == styled.underline;
        if (!same) out.push_back(std::move(styled));
        out.back().text += c;
      }
    }
    end_word(in_word);
    runs = std::move(out);
  }
  void mark(RichText& text) {
    for (Block& block : text.blocks) mark(block.runs);
  }

 private:
  bool at(std::size_t word) const { return word < news_.size() && news_[word]; }
  void end_word(bool& in_word) {
    if (in_word) ++word_;
    in_word = false;
  }

  std::vector<bool> news_;
  std::size_t word_ = 0;
};

const char* element_of(BoxKind kind) {
  static const char* const kNames[] = {"dasar-hukum", "kualifikasi-pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan", "kotak"};
  return kNames[static_cast<int>(kind)];
}

class DocumentMarker {
 public:
  explicit DocumentMarker(Document& document) : document_(document) {}

  void mark(const Difference& d) {
    const bool comes = d.change.kind == ChangeKind::added || (d.change.kind == ChangeKind::changed && d.change.aspect == "words");
    if (!comes || d.mark.sheet < 0) return;
    Procedure& p = document_.procedures[d.mark.sheet];
    if (d.mark.table >= 0) flow(p, d);
    else if (d.change.part == SheetPart::box && d.mark.block >= 0) box(p, d);
    else if (d.change.part == SheetPart::identity && p.identity) field(*p.identity, d);
    else if (d.change.part == SheetPart::letterhead && d.mark.block >= 0 && p.letterhead)
      Underliner(new_words(d.change)).mark(p.letterhead->lines[d.mark.block].runs);
  }

 private:
  static void box(Procedure& p, const Difference& d) {
    for (Box& box : p.boxes) {
      const std::string name = element_of(box.kind), start = box.kind == BoxKind::custom && box.label ? name + "/" + *box.label : name;
      const bool meant = d.change.key.compare(0, start.size() + 1, start + "/") == 0;
      if (!meant || d.mark.block >= static_cast<int>(box.text.blocks.size())) continue;
      Block& block = box.text.blocks[d.mark.block];
      if (plain_text(block.runs) != d.change.after) continue;  // another box of the same name
      Underliner(new_words(d.change)).mark(block.runs);
      return;
    }
  }

  static void field(Identity& identity, const Difference& d) {
    for (IdentityField& field : identity.fields)
      if (!field.official && !field.date && plain_text(field.text) == d.change.after) {
        Underliner(new_words(d.change)).mark(field.text);
        return;
      }
  }

  static void flow(Procedure& p, const Difference& d) {
    FlowTable& table = p.tables[d.mark.table];
    if (d.mark.row < 0 || d.mark.row >= static_cast<int>(table.rows.size())) return;
    Row& row = table.rows[d.mark.row];
    if (auto* section = std::get_if<SectionRow>(&row)) Underliner(new_words(d.change)).mark(section->text);
    auto* step = std::get_if<Step>(&row);
    if (!step) return;
    if (d.change.what == "step") {
      for (Cell& cell : step->cells) Underliner(std::vector<bool>(split_words(plain_text(cell.text)).size(), true)).mark(cell.text);
      return;
    }
    for (Cell& cell : step->cells)
      if (d.change.what == "cell" && cell.column == d.mark.role) Underliner(new_words(d.change)).mark(cell.text);
    for (Symbol& symbol : step->symbols)
      if (d.change.what == "symbol" && d.change.kind == ChangeKind::changed && plain_text(symbol.runs) == d.change.after)
        Underliner(new_words(d.change)).mark(symbol.runs);
  }

  Document& document_;
};

}  // namespace

Document with_marked_words(const Document& document, const Differences& differences) {
  Document out = document;
  DocumentMarker marker(out);
  for (const Difference& d : differences) marker.mark(d);
  return out;
}

}  // namespace lembar::job
