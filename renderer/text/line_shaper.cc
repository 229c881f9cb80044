#include "text/line_shaper.h"

#include <algorithm>

#include "base/assert.h"
#include "base/letters.h"
#include "text/hyphenate.h"
#include "text/utf8.h"

namespace lembar::text {
namespace {

// Words and paragraphs that are remembered before all are forgotten; a regency's archive has some ten thousand. A long
// one counts for several.
constexpr std::size_t kMostRemembered = 200'000, kBytesOfOne = 64;
// A longer word is looked at only as far as a line may reach: each of its cuts would be tried for each of its lines.
constexpr std::size_t kLongWord = 128;  // bytes

std::size_t weight_of(std::string_view text) { return 1 + text.size() / kBytesOfOne; }

struct Cut {
  std::size_t offset = 0;
  bool hyphen = false;
};

// Where a word wider than the line may break before it breaks between any two letters: by syllables, and behind
// the dots and signs of addresses.
std::vector<Cut> cuts_of(std::string_view text, const std::vector<std::size_t>& syllables) {
  std::vector<Cut> cuts;
  for (const std::size_t at : syllables) cuts.push_back({at, true});
  if (!cuts.empty()) return cuts;
  for (std::size_t at = 0; at < text.size(); at = cluster_end(text, at)) {
    if (at == 0) continue;
    const Utf8Char mark = char_before(text, at);
    if (mark.code > 0x7F || std::string_view(".@_:=&?,").find(static_cast<char>(mark.code)) == std::string_view::npos)
      continue;
    const char32_t before = char_before(text, at - mark.size).code, after = char_at(text, at).code;
    const auto counts = [](char32_t c) { return is_letter(c) || is_digit(c); };
    if (counts(before) && counts(after)) cuts.push_back({at, false});
  }
  return cuts;
}

}  // namespace

// ---------------------------------------------------------------- what is remembered

LineShaper::Font& LineShaper::font(const FontSpec& spec) {
  std::unique_ptr<Font>& found = fonts_[spec];
  if (!found) {
    found = std::make_unique<Font>();
    found->spec = spec;
    found->metrics = metrics(spec);
    found->space = &word(" ", *found);
    found->hyphen = &word("-", *found);
  }
  return *found;
}

const ShapedWord& LineShaper::word(std::string_view text, Font& font) {
  const auto found = font.words.find(text);
  if (found != font.words.end()) return found->second;
  remembered_ += weight_of(text);
  std::string key(text);
  ShapedWord shaped = shape_word(key, font.spec);
  return font.words.emplace(std::move(key), std::move(shaped)).first->second;
}

const std::vector<std::size_t>& LineShaper::syllables(std::string_view word) {
  const auto found = syllables_.find(word);
  if (found != syllables_.end()) return found->second;
  remembered_ += weight_of(word);
  return syllables_.emplace(std::string(word), hyphenation_points(word)).first->second;
}

void LineShaper::forget_when_full() {
  if (remembered_ < kMostRemembered) return;
  paragraphs_.clear();
  fonts_.clear();
  syllables_.clear();
  remembered_ = 0;
}

LineShaper::Prepared& LineShaper::prepare(const std::vector<StyledRun>& runs) {
  forget_when_full();
  std::string key;
  for (const StyledRun& run : runs) {
    key += run.font.family;
    key += '\1';
    key += std::to_string(run.font.size.units() * 16 + run.font.bold * 8 + run.font.italic * 4 + run.underline * 2 +
                          run.line_break);
    key += '\1';
    key += run.text;
    key += '\2';
  }
  std::unique_ptr<Prepared>& found = paragraphs_[key];
  if (found) return *found;
  remembered_ += weight_of(key);
  found = std::make_unique<Prepared>();
  for (const StyledRun& run : runs) {
    found->fonts.push_back(&font(run.font));
    found->underlined.push_back(run.underline);
  }
  found->atoms = split_atoms(runs);
  for (const Atom& atom : found->atoms) found->words.push_back(&word(atom.text, *found->fonts[atom.run]));
  return *found;
}

Fragment LineShaper::fragment(const Prepared& paragraph, std::size_t atom) {
  const Atom& a = paragraph.atoms[atom];
  const Font& f = *paragraph.fonts[a.run];
  return {paragraph.words[atom], f.space, f.hyphen, a.run, paragraph.underlined[a.run], a.space_after, a.hyphen_after,
          false};
}

ShapedLine LineShaper::build(const std::vector<Fragment>& fragments, const Prepared& paragraph, int run) {
  ShapedLine line = build_line(fragments);
  const auto hold = [&](int r) {
    const FontMetrics& m = paragraph.fonts[r]->metrics;
    line.ascent = max(line.ascent, m.ascent);
    line.descent = max(line.descent, m.descent);
  };
  hold(run);
  for (const Fragment& f : fragments) hold(f.run);
  return line;
}

// ---------------------------------------------------------------- breaking

// Fills lines from left to right. A unit is what stands between two places where a line breaks freely.
class LineShaper::Breaker {
 public:
  Breaker(LineShaper& shaper, const Prepared& paragraph, Length width, Hyphenation hyphenation)
      : shaper_(shaper), paragraph_(paragraph), width_(width), hyphenation_(hyphenation) {}

  std::vector<ShapedLine> lines() {
    const std::vector<Atom>& atoms = paragraph_.atoms;
    for (std::size_t first = 0; first < atoms.size();) {
      std::size_t last = first;
      while (atoms[last].after != BreakAfter::freely && atoms[last].after != BreakAfter::always) ++last;
      place(first, last + 1, BreakAfter::unwillingly);
      if (atoms[last].after == BreakAfter::always) end_paragraph();
      first = last + 1;
    }
    return std::move(lines_);
  }

 private:
  bool fits(std::span<const Fragment> more) const { return width_of(line_, more) <= width_; }

  void add(std::vector<Fragment> more) {
    if (more.empty()) return;
    more.front().starts_unit = true;
    line_.insert(line_.end(), more.begin(), more.end());
  }

  // Atoms first..last as one piece: on this line, else on the next, else in pieces.
  void place(std::size_t first, std::size_t last, BreakAfter weaker) {
    std::vector<Fragment> piece;
    for (std::size_t i = first; i < last; ++i) piece.push_back(shaper_.fragment(paragraph_, i));
    if (fits(piece)) return add(piece);
    if (width_of(piece) <= width_) {
      end_line(false);
      return add(piece);
    }
    if (weaker == BreakAfter::unwillingly) {
      for (std::size_t from = first; from < last;) {
        std::size_t to = from;
        while (to + 1 < last && paragraph_.atoms[to].after == BreakAfter::never) ++to;
        place(from, to + 1, BreakAfter::never);
        from = to + 1;
      }
      return;
    }
    end_line(false);
    for (std::size_t i = first; i < last; ++i) place_in_pieces(i);
  }

  // An atom of a word that no line holds.
  void place_in_pieces(std::size_t atom) {
    const Atom& a = paragraph_.atoms[atom];
    std::string_view rest = a.text;
    std::vector<Length> ends;
    if (rest.size() > kLongWord) ends = letter_ends(*paragraph_.words[atom], rest.size());
    for (;;) {
      const std::string_view seen = ends.empty() ? rest : start_of(rest, ends);
      Fragment whole = shaper_.fragment(paragraph_, atom);
      whole.word = &part(seen, a);
      if (seen.size() == rest.size()) {
        if (!fits({&whole, 1}) && line_.empty() && whole.word->width <= width_) whole.hyphen_after = false;  // no room for it
        if (fits({&whole, 1})) return add({whole});
      }
      Cut cut = syllable_cut(seen, a);
      if (cut.offset == 0 && !line_.empty()) {
        end_line(false);
        continue;
      }
      if (cut.offset == 0) cut = letter_cut(seen, a);
      if (cut.offset >= rest.size()) {  // one letter, wider than the line
        add({whole});
        return;
      }
      Fragment head = whole;
      head.word = &part(rest.substr(0, cut.offset), a);
      head.space_after = false;
      head.hyphen_after = cut.hyphen;
      add({head});
      end_line(false);
      rest.remove_prefix(cut.offset);
    }
  }

  // How far each byte of a word reaches that is so many bytes long, as it was shaped whole.
  static std::vector<Length> letter_ends(const ShapedWord& word, std::size_t size) {
    std::vector<Length> ends(size);
    std::size_t first = 0;
    for (const GlyphRun& run : word.runs) {
      for (const Glyph& glyph : run.glyphs) ends[first + glyph.cluster] += glyph.advance;
      first += run.text.size();
    }
    for (std::size_t i = 1; i < size; ++i) ends[i] += ends[i - 1];
    return ends;
  }

  // As much of what is left of a word as a line holds, and a little more: letters are wider or narrower beside others.
  std::string_view start_of(std::string_view rest, const std::vector<Length>& ends) const {
    constexpr int kMore = 3;
    const std::size_t from = ends.size() - rest.size();
    const Length before = from > 0 ? ends[from - 1] : Length();
    std::size_t end = static_cast<std::size_t>(std::upper_bound(ends.begin() + static_cast<std::ptrdiff_t>(from), ends.end(), before + width_) - ends.begin()) - from;
    while (end > 0 && end < rest.size() && continues_character(rest[end])) --end;
    for (int i = 0; i < kMore && end < rest.size(); ++i) end = cluster_end(rest, end);
    return rest.substr(0, end);
  }

  const ShapedWord& part(std::string_view text, const Atom& a) { return shaper_.word(text, *paragraph_.fonts[a.run]); }

  bool fits_part(std::string_view text, const Atom& a, bool hyphen) {
    const Font& f = *paragraph_.fonts[a.run];
    const Fragment piece{&part(text, a), f.space, f.hyphen, a.run, false, false, hyphen, true};
    return fits({&piece, 1});
  }

  // The last cut that fits; none: offset 0. A tail of two letters takes a syllable more with it.
  Cut syllable_cut(std::string_view text, const Atom& a) {
    static const std::vector<std::size_t> kNone;
    const std::vector<Cut> cuts = cuts_of(text, hyphenation_ == Hyphenation::if_needed ? shaper_.syllables(text) : kNone);
    for (std::size_t i = cuts.size(); i-- > 0;) {
      if (!fits_part(text.substr(0, cuts[i].offset), a, cuts[i].hyphen)) continue;
      const bool short_tail = i + 1 == cuts.size() && count_clusters(text.substr(cuts[i].offset)) < 3;
      if (!short_tail || i == 0 || !cuts[i].hyphen || cuts[i - 1].offset < 2) return cuts[i];
      return part(text.substr(cuts[i - 1].offset), a).width <= width_ ? cuts[i - 1] : cuts[i];
    }
    return {};
  }

  // As many letters as fit, one at least, and not all but one.
  Cut letter_cut(std::string_view text, const Atom& a) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) ends.push_back(at = cluster_end(text, at));
    // Widths grow with the letters, but for a kern: find the place by halves, then look closely.
    std::size_t low = 0, high = ends.size() - 1;
    while (low < high) {
      const std::size_t middle = (low + high + 1) / 2;
      if (fits_part(text.substr(0, ends[middle]), a, false)) low = middle;
      else high = middle - 1;
    }
    if (low + 2 == ends.size() && low >= 2) --low;
    return {ends[low], false};
  }

  void end_line(bool paragraph_ends) {
    if (line_.empty()) return;
    ShapedLine line = shaper_.build(line_, paragraph_, line_.front().run);
    line.ends_paragraph = paragraph_ends;
    lines_.push_back(std::move(line));
    previous_ = std::move(line_);
    line_.clear();
  }

  // A letter alone on the last line takes the word before with it.
  void join_lonely_letter() {
    if (line_.size() != 1 || previous_.size() < 2 || previous_.back().hyphen_after) return;
    const GlyphRun* run = line_[0].word->runs.empty() ? nullptr : &line_[0].word->runs[0];
    if (!run || line_[0].word->runs.size() > 1 || count_clusters(run->text) != 1) return;
    std::size_t from = previous_.size() - 1;
    while (from > 0 && !previous_[from].starts_unit) --from;
    if (from == 0) return;
    std::vector<Fragment> tail(previous_.begin() + static_cast<std::ptrdiff_t>(from), previous_.end());
    std::vector<Fragment> joined = tail;
    joined.push_back(line_[0]);
    previous_.resize(from);
    if (width_of(joined) > width_ || width_of(previous_) > width_) return;
    ShapedLine shorter = shaper_.build(previous_, paragraph_, previous_.front().run);
    shorter.ends_paragraph = false;
    lines_.back() = std::move(shorter);
    line_ = std::move(joined);
  }

  void end_paragraph() {
    join_lonely_letter();
    end_line(true);
    if (!lines_.empty()) lines_.back().ends_paragraph = true;
    previous_.clear();
  }

  LineShaper& shaper_;
  const Prepared& paragraph_;
  Length width_;
  Hyphenation hyphenation_;
  std::vector<ShapedLine> lines_;
  std::vector<Fragment> line_, previous_;
};

// ---------------------------------------------------------------- the Shaper's promises

ShapedLine LineShaper::line(const std::vector<StyledRun>& runs) {
  const Prepared& paragraph = prepare(runs);
  if (paragraph.atoms.empty()) return {};
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < paragraph.atoms.size(); ++i) {
    Fragment f = fragment(paragraph, i);
    f.hyphen_after = false;
    const bool last = i + 1 == paragraph.atoms.size();
    if (!last && paragraph.atoms[i].after == BreakAfter::always) f.space_after = true;
    fragments.push_back(f);
  }
  return build(fragments, paragraph, 0);
}

std::vector<ShapedLine> LineShaper::wrap(const std::vector<StyledRun>& runs, Length width, Hyphenation hyphenation) {
  return Breaker(*this, prepare(runs), width, hyphenation).lines();
}

Length LineShaper::least_width(const std::vector<StyledRun>& runs, Hyphenation hyphenation) {
  Prepared& paragraph = prepare(runs);
  std::optional<Length>& known = paragraph.least_width[static_cast<int>(hyphenation)];
  if (known) return *known;
  Length least, word_width;
  for (std::size_t i = 0; i < paragraph.atoms.size(); ++i) {
    const Atom& atom = paragraph.atoms[i];
    Font& f = *paragraph.fonts[atom.run];
    // Where only the font changes the word goes on; a syllable ends where the atom's own last one does.
    const Length end = atom.hyphen_after ? f.hyphen->width : Length();
    std::size_t from = 0;
    if (hyphenation == Hyphenation::if_needed)
      for (const std::size_t at : syllables(atom.text)) {
        const std::string_view syllable = std::string_view(atom.text).substr(from, at - from);
        least = max(least, word_width + word(syllable, f).width + f.hyphen->width);
        word_width = Length();
        from = at;
      }
    word_width += word(std::string_view(atom.text).substr(from), f).width;
    least = max(least, word_width + end);
    if (atom.after != BreakAfter::never) word_width = Length();
  }
  known = least;
  return least;
}

Length LineShaper::full_width(const std::vector<StyledRun>& runs) {
  const Prepared& paragraph = prepare(runs);
  Length widest;
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < paragraph.atoms.size(); ++i) {
    fragments.push_back(fragment(paragraph, i));
    if (paragraph.atoms[i].after != BreakAfter::always) continue;
    widest = max(widest, width_of(fragments));
    fragments.clear();
  }
  return widest;
}

std::vector<std::string> LineShaper::missing_characters(const std::vector<StyledRun>& runs) {
  std::vector<std::string> missing;
  for (const ShapedWord* word : prepare(runs).words)
    for (const std::string& c : word->missing)
      if (std::find(missing.begin(), missing.end(), c) == missing.end()) missing.push_back(c);
  return missing;
}

}  // namespace lembar::text
